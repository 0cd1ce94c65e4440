package dev.edaworkshop.localcloud.logs;

import dev.edaworkshop.localcloud.iam.Iam;
import dev.edaworkshop.localcloud.iam.Policy;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Who besides the account's own roles may write to its logs: policies of the account, not of one group.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutResourcePolicy.html">PutResourcePolicy</a>
 */
public final class LogResourcePolicies {
    private static final String SERVICE = "logs";
    private static final int MAX_POLICIES = 10;

    private final Iam iam;
    private final Map<String, String> documents = new ConcurrentSkipListMap<>();

    public LogResourcePolicies(Iam iam) {
        this.iam = iam;
    }

    /** Adds or replaces a policy. */
    public synchronized void put(String name, String document) {
        if (!documents.containsKey(name) && documents.size() >= MAX_POLICIES) {
            throw LogErrors.limitExceeded("Resource limit exceeded.");
        }
        try {
            iam.putServicePolicy(SERVICE, name, Policy.parse(document));
        } catch (IllegalArgumentException e) {
            throw LogErrors.invalidParameter("Unsupported resource policy: " + e.getMessage());
        }
        documents.put(name, document);
    }

    /** @return whether there was one */
    public synchronized boolean delete(String name) {
        iam.deleteServicePolicy(SERVICE, name);
        return documents.remove(name) != null;
    }

    /** Documents by name. */
    Map<String, String> all() {
        return Map.copyOf(documents);
    }
}
