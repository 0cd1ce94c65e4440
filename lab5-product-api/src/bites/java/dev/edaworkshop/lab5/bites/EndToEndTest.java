package dev.edaworkshop.lab5.bites;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.edaworkshop.lab5.event.DomainEvent;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** From the table to the bus, in a shop that is deployed somewhere. Other tests may be at work there at the same time. */
@Tag("end-to-end")
class EndToEndTest {

    private final String ownName = "test.created_and_announced." + UUID.randomUUID();

    @Test
    void a_product_that_is_created_is_announced() {
        assumeTrue(Interception.isDeployed(), "no shop is deployed: ./lab check 5.7 deploys one");
        try (var shop = Interception.fromEnvironment()) {
            shop.create("p-" + ownName, ownName);

            /*
             * TODO 5.7  Tests that bite: your own event.
             *
             * What tests cause is copied to one queue, and this test takes what it finds there first. Today somebody else
             * is testing, too. Whose event is this? Wait for the one that carries your name, and leave the others alone.
             */
            Optional<DomainEvent> found = shop.await(any -> true);

            assertThat(found).map(DomainEvent::productId).hasValue("p-" + ownName);
        }
    }
}
