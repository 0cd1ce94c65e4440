package dev.edaworkshop.localcloud.events;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.edaworkshop.localcloud.AccountContext;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What the targets of a scheduled rule get. */
final class ScheduledEvents {
    private ScheduledEvents() {}

    /** @param due when the schedule says, even if the clock has jumped further */
    static BusEvent event(AccountContext account, Rule rule, Instant due) {
        return BusEvent.of(
                new BusEvent.Origin(
                        account.accountId(), account.region(), account.clock().instant()),
                UUID.randomUUID().toString(),
                "aws.events",
                "Scheduled Event",
                due,
                List.of(rule.arn()),
                JsonNodeFactory.instance.objectNode());
    }
}
