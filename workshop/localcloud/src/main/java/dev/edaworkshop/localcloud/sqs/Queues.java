package dev.edaworkshop.localcloud.sqs;

import dev.edaworkshop.localcloud.AccountContext;
import dev.edaworkshop.localcloud.delivery.Delivery;
import dev.edaworkshop.localcloud.delivery.DeliveryReceipt;
import dev.edaworkshop.localcloud.delivery.DeliveryTarget;
import dev.edaworkshop.localcloud.delivery.MessageSource;
import dev.edaworkshop.localcloud.delivery.MessageSources;
import dev.edaworkshop.localcloud.iam.Decision;
import dev.edaworkshop.localcloud.iam.Policy;
import dev.edaworkshop.localcloud.iam.Principal;
import dev.edaworkshop.localcloud.journal.Hop;
import dev.edaworkshop.localcloud.wire.AwsException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Pattern;

/**
 * The queues of an account, by name.
 *
 * <p>Unlike in AWS, a name can be used again at once after its queue was deleted, so that a stack can be deployed anew
 * without a minute's wait.
 */
public final class Queues implements DeliveryTarget, AutoCloseable {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,80}");
    private static final Pattern FIFO_NAME = Pattern.compile("(?=.{1,80}$)[A-Za-z0-9_-]+\\.fifo");

    private final AccountContext account;
    private final Map<String, Queue> queues = new ConcurrentSkipListMap<>();

    public Queues(AccountContext account) {
        this.account = account;
    }

    /**
     * Creates a queue, or finds the one of that name.
     *
     * @param attributes by AWS's names; what is absent has AWS's default
     * @throws AwsException for a bad name or attribute, or {@code QueueNameExists} if the queue exists with other values
     *     for these attributes
     */
    public synchronized Queue create(String name, Map<String, String> attributes) {
        QueueAttributes defaults =
                "true".equals(attributes.get("FifoQueue")) ? QueueAttributes.FIFO_DEFAULTS : QueueAttributes.DEFAULTS;
        checkName(name, defaults.isFifo());
        QueueAttributes wanted = defaults.with(attributes);
        Queue existing = queues.get(name);
        if (existing != null) {
            requireSame(existing.attributes(), wanted, attributes);
            return existing;
        }
        Queue queue = new Queue(name, defaults, account, this::find);
        setAttributes(queue, attributes);
        queues.put(name, queue);
        return queue;
    }

    /**
     * Changes the attributes that are named.
     *
     * @param changes by AWS's names; an empty text removes a policy
     */
    public synchronized void setAttributes(Queue queue, Map<String, String> changes) {
        QueueAttributes changed = queue.attributes().with(changes);
        if (changes.containsKey(QueueAttributes.REDRIVE_POLICY)) {
            changed.redrivePolicy().ifPresent(policy -> checkDeadLetterQueue(queue, policy));
        }
        queue.setAttributes(changed);
        String policy = changed.values().get(QueueAttributes.POLICY);
        if (policy == null) {
            account.iam().deleteResourcePolicy(queue.arn(), QueueAttributes.POLICY);
        } else {
            account.iam().putResourcePolicy(queue.arn(), QueueAttributes.POLICY, Policy.parse(policy));
        }
    }

    /**
     * The queue of this name, however it is addressed.
     *
     * @param arnOrUrl of a URL, only account and name count, not the host
     */
    public Optional<Queue> find(String arnOrUrl) {
        if (arnOrUrl.startsWith("arn:")) {
            String prefix = account.arn("sqs", "");
            return arnOrUrl.startsWith(prefix)
                    ? Optional.ofNullable(queues.get(arnOrUrl.substring(prefix.length())))
                    : Optional.empty();
        }
        if (!QueueUrl.isQueueUrl(arnOrUrl)) {
            return Optional.empty();
        }
        QueueUrl url = QueueUrl.parse(arnOrUrl);
        return url.accountId().equals(account.accountId())
                ? Optional.ofNullable(queues.get(url.queueName()))
                : Optional.empty();
    }

    /** In the order of their names. */
    public List<Queue> all() {
        return List.copyOf(queues.values());
    }

    /** Deletes the queue with its messages and its policy; whoever waits for messages is told that it is gone. */
    public synchronized void delete(Queue queue) {
        if (queues.remove(queue.name(), queue)) {
            queue.close();
            account.iam().deleteResourcePolicies(queue.arn());
        }
    }

    /** The queues that name this one as their dead-letter queue. */
    public List<Queue> deadLetterSources(Queue deadLetterQueue) {
        return queues.values().stream()
                .filter(queue -> queue.attributes()
                        .redrivePolicy()
                        .filter(policy -> policy.deadLetterTargetArn().equals(deadLetterQueue.arn()))
                        .isPresent())
                .toList();
    }

    /** The queues as event source mappings see them. */
    public MessageSources sources() {
        return arn -> find(arn).map(MessageSource.class::cast);
    }

    @Override
    public String service() {
        return "sqs";
    }

    @Override
    public DeliveryReceipt accept(Delivery delivery) {
        Optional<Queue> queue = find(delivery.targetArn());
        if (queue.isEmpty()) {
            return new DeliveryReceipt.Refused(
                    "NO_RESOURCE", "The queue %s does not exist.".formatted(delivery.targetArn()), false);
        }
        Optional<String> denied = denial(delivery, queue.get());
        if (denied.isPresent()) {
            return new DeliveryReceipt.Refused("NO_PERMISSIONS", denied.get(), false);
        }
        try {
            QueueAttributes attributes = queue.get().attributes();
            MessageContent content = MessageRules.check(delivery, attributes);
            MessageRules.checkSize(content, attributes.maxMessageBytes());
            delivery.recordIn(account.journal()); // before anybody can receive it
            Message message =
                    queue.get().takeOver(delivery.eventId(), MessageActions.senderId(delivery.sender()), content);
            return new DeliveryReceipt.Accepted(message.id());
        } catch (AwsException e) {
            return new DeliveryReceipt.Refused(e.queryCode(), e.message(), false);
        }
    }

    /** Ends all queues. */
    @Override
    public void close() {
        all().forEach(this::delete);
    }

    /** @throws AwsException {@code InvalidAddress} for what is no queue URL, {@code QueueDoesNotExist} */
    Queue queue(String url) {
        QueueUrl.parse(url);
        return find(url).orElseThrow(SqsErrors::queueDoesNotExist);
    }

    /** The ARN that a queue of this URL has or would have. */
    String arnOf(String url) {
        return account.arn("sqs", QueueUrl.parse(url).queueName());
    }

    private Optional<String> denial(Delivery delivery, Queue queue) {
        Principal sender = delivery.sender();
        Decision decision = account.iam()
                .decide(sender, "sqs:SendMessage", queue.arn(), Map.of("aws:SourceArn", delivery.sourceArn()));
        if (!(decision instanceof Decision.Denied denied)) {
            return Optional.empty();
        }
        String message = denied.message(sender, "sqs:sendmessage", queue.arn());
        String reason = sender instanceof Principal.Service && !denied.explicit()
                ? "%s. Queue %s needs a queue policy that allows %s to perform sqs:SendMessage for %s."
                        .formatted(message, queue.name(), sender.arn(), delivery.sourceArn())
                : message;
        account.journal()
                .hop(Hop.Kind.DENIED)
                .from(delivery.sourceArn())
                .to(queue.arn())
                .event(delivery.eventId())
                .because(reason)
                .record();
        return Optional.of(reason);
    }

    private static void checkName(String name, boolean fifo) {
        if (fifo && !FIFO_NAME.matcher(name).matches()) {
            throw SqsErrors.invalidParameter(
                    "The name of a FIFO queue can only include alphanumeric characters, hyphens, or underscores, must end with .fifo suffix and be 1 to 80 in length.");
        }
        if (!fifo && !NAME.matcher(name).matches()) {
            throw SqsErrors.invalidParameter(
                    "Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length");
        }
    }

    private void checkDeadLetterQueue(Queue queue, RedrivePolicy policy) {
        Queue deadLetterQueue = find(policy.deadLetterTargetArn())
                .orElseThrow(() -> RedrivePolicy.invalid(policy.json(), "Dead letter target does not exist."));
        if (deadLetterQueue.attributes().isFifo() != queue.attributes().isFifo()) {
            throw RedrivePolicy.invalid(policy.json(), "Dead-letter queue must be same type of queue as the source.");
        }
        if (!deadLetterQueue.attributes().redriveAllowPolicy().allows(queue.arn())) {
            throw RedrivePolicy.invalid(
                    policy.json(),
                    "The redrive allow policy of the dead-letter queue does not allow %s to use it."
                            .formatted(queue.arn()));
        }
    }

    private static void requireSame(QueueAttributes existing, QueueAttributes wanted, Map<String, String> named) {
        for (String name : named.keySet()) {
            String value = wanted.values().getOrDefault(name, "");
            if (!value.equals(existing.values().getOrDefault(name, ""))) {
                throw SqsErrors.queueNameExists(name);
            }
        }
    }
}
