package dev.edaworkshop.cli.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.edaworkshop.cli.console.Json;
import dev.edaworkshop.cli.events.Names;
import dev.edaworkshop.localcloud.events.EventBus;
import dev.edaworkshop.localcloud.patterns.FilterPolicy;
import dev.edaworkshop.localcloud.sns.Subscription;
import dev.edaworkshop.localcloud.sns.Topic;
import dev.edaworkshop.localcloud.wire.HttpRequest;
import io.helidon.webserver.http.ServerResponse;

/** Tells the patterns and filter policies that are deployed, to load them into the playground. */
final class PatternsRoute implements PageRoute {
    @Override
    public void answer(HttpRequest request, ServerResponse response, Workplace workplace) {
        ArrayNode patterns = Json.array();
        for (EventBus bus : workplace.account().eventBuses().all()) {
            bus.patterns().forEach((rule, pattern) -> patterns.addObject()
                    .put("kind", "pattern")
                    .put("scope", "")
                    .put("name", "rule %s on bus %s".formatted(Names.plain(rule), Names.plain(bus.name())))
                    .put("to", bus.arn())
                    .put("text", pattern.json()));
        }
        for (Topic topic : workplace.account().topics().all()) {
            topic.subscriptions().forEach(subscription -> subscription
                    .attributes()
                    .filterPolicy()
                    .ifPresent(policy -> add(topic, subscription, policy, patterns)));
        }
        PageRoute.json(response, patterns);
    }

    private static void add(Topic topic, Subscription subscription, FilterPolicy policy, ArrayNode patterns) {
        patterns.addObject()
                .put("kind", "policy")
                .put("scope", policy.scope().wireName())
                .put("name", "%s → %s".formatted(Names.of(topic.arn()), Names.of(subscription.endpoint())))
                .put("to", topic.arn())
                .put("text", policy.json());
    }
}
