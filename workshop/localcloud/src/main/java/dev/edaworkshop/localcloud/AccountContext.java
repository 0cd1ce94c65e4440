package dev.edaworkshop.localcloud;

import dev.edaworkshop.localcloud.clock.CloudClock;
import dev.edaworkshop.localcloud.delivery.Deliveries;
import dev.edaworkshop.localcloud.iam.AccessKeys;
import dev.edaworkshop.localcloud.iam.Iam;
import dev.edaworkshop.localcloud.journal.Journal;
import dev.edaworkshop.localcloud.logs.LogGroups;
import java.net.URI;

/**
 * What all services of an account share.
 *
 * @param endpoint the URL that clients, and so functions, use for every service
 */
public record AccountContext(
        String accountId,
        String region,
        URI endpoint,
        CloudClock clock,
        Journal journal,
        Iam iam,
        AccessKeys accessKeys,
        Deliveries deliveries,
        LogGroups logs) {

    /** An ARN of this account and region. */
    public String arn(String service, String resource) {
        return "arn:aws:%s:%s:%s:%s".formatted(service, region, accountId, resource);
    }
}
