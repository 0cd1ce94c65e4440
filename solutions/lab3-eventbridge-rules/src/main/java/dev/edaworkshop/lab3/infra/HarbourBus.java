package dev.edaworkshop.lab3.infra;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.events.Archive;
import software.amazon.awscdk.services.events.EventBus;
import software.amazon.awscdk.services.events.EventPattern;
import software.amazon.awscdk.services.events.IEventBus;
import software.amazon.awscdk.services.events.Match;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.constructs.Construct;

/** The bus on which the shop talks, and the archive that remembers what was said. */
final class HarbourBus extends Construct {

    private final IEventBus bus;
    private final Archive archive;

    HarbourBus(Construct scope, String id) {
        super(scope, id);
        // begin exercise 3.1
        // A bus of its own: every account has a bus called "default", and on that one AWS itself talks as well. Here
        // nobody speaks who does not belong to the shop.
        bus = EventBus.Builder.create(this, "Bus").eventBusName("lab3-harbour").build();
        // end exercise 3.1
        archive = Archive.Builder.create(this, "Archive")
                .sourceEventBus(bus)
                .eventPattern(
                        EventPattern.builder().source(Match.prefix("shop.")).build())
                .retention(Duration.days(30))
                .build();
    }

    /**
     * From now on the function may speak on the bus, in this name and in no other: one logical publisher for each event.
     *
     * @param source such as {@code shop.catalogue}
     */
    void letPublish(ShopFunction function, String source) {
        function.setVariable("BUS_NAME", bus.getEventBusName());
        function.role()
                .addToPrincipalPolicy(PolicyStatement.Builder.create()
                        .actions(List.of("events:PutEvents"))
                        .resources(List.of(bus.getEventBusArn()))
                        .conditions(Map.of("StringEquals", Map.of("events:source", source)))
                        .build());
    }

    IEventBus bus() {
        return bus;
    }

    String archiveArn() {
        return archive.getArchiveArn();
    }
}
