package dev.edaworkshop.localcloud.logs;

import dev.edaworkshop.localcloud.AccountContext;
import dev.edaworkshop.localcloud.delivery.Delivery;
import dev.edaworkshop.localcloud.delivery.DeliveryReceipt;
import dev.edaworkshop.localcloud.delivery.DeliveryTarget;
import dev.edaworkshop.localcloud.iam.Decision;
import dev.edaworkshop.localcloud.journal.Hop;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What rules of EventBridge write to log groups, if a resource policy of the account's logs lets them.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html">Permissions</a>
 */
public final class LogDeliveries implements DeliveryTarget {
    private static final String WRITE = "logs:PutLogEvents";

    private final AccountContext account;

    public LogDeliveries(AccountContext account) {
        this.account = account;
    }

    @Override
    public String service() {
        return "logs";
    }

    /** Each sender writes to a stream of its own; the name is no more telling than AWS's. */
    @Override
    public DeliveryReceipt accept(Delivery delivery) {
        Optional<LogGroup> group = account.logs().find(LogGroups.nameIn(delivery.targetArn()));
        if (group.isEmpty()) {
            return new DeliveryReceipt.Refused(
                    "NO_RESOURCE", "The log group %s does not exist.".formatted(delivery.targetArn()), false);
        }
        String stream = UUID.nameUUIDFromBytes(delivery.sourceArn().getBytes(StandardCharsets.UTF_8))
                .toString();
        String arn = account.arn(
                "logs", "log-group:%s:log-stream:%s".formatted(group.get().name(), stream));
        Decision decision =
                account.iam().decide(delivery.sender(), WRITE, arn, Map.of("aws:SourceArn", delivery.sourceArn()));
        if (decision instanceof Decision.Denied denied) {
            return refuse(delivery, denied, arn);
        }
        delivery.recordIn(account.journal());
        group.get().stream(stream).append(delivery.body());
        return new DeliveryReceipt.Accepted(stream);
    }

    private DeliveryReceipt refuse(Delivery delivery, Decision.Denied denied, String arn) {
        String reason = "%s. CloudWatch Logs needs a resource policy that allows %s to perform %s."
                .formatted(
                        denied.message(delivery.sender(), WRITE, arn),
                        delivery.sender().arn(),
                        WRITE);
        account.journal()
                .hop(Hop.Kind.DENIED)
                .from(delivery.sourceArn())
                .to(delivery.targetArn())
                .event(delivery.eventId())
                .because(reason)
                .record();
        return new DeliveryReceipt.Refused("NO_PERMISSIONS", reason, false);
    }
}
