package dev.edaworkshop.cli.control;

import java.util.Map;
import java.util.Optional;

/** What the workshop's page may ask for. */
final class PageRoutes {
    private static final Map<String, PageRoute> ALL = Map.ofEntries(
            Map.entry("/overview", new OverviewRoute()),
            Map.entry("/guide", new GuideRoute()),
            Map.entry("/attempt", new AttemptRoute()),
            Map.entry("/hint", new HintRoute()),
            Map.entry("/diff", new DiffRoute()),
            Map.entry("/keep", new KeepRoute()),
            Map.entry("/targets", new TargetsRoute()),
            Map.entry("/send", new SendRoute()),
            Map.entry("/published", new PublishedRoute()),
            Map.entry("/try", new TryRoute()),
            Map.entry("/patterns", new PatternsRoute()),
            Map.entry("/queues", new QueuesRoute()),
            Map.entry("/messages", new MessagesRoute()),
            Map.entry("/redrive", new RedriveRoute()),
            Map.entry("/outbox", new OutboxRoute()));

    private PageRoutes() {}

    /** By the path after the prefix, such as {@code /guide}. */
    static Optional<PageRoute> at(String path) {
        return Optional.ofNullable(ALL.get(path));
    }
}
