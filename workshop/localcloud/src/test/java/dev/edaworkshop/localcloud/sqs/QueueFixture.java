package dev.edaworkshop.localcloud.sqs;

import static java.util.stream.Collectors.joining;

import dev.edaworkshop.localcloud.AccountContext;
import dev.edaworkshop.localcloud.clock.CloudClock;
import dev.edaworkshop.localcloud.delivery.Deliveries;
import dev.edaworkshop.localcloud.iam.AccessKeys;
import dev.edaworkshop.localcloud.iam.Iam;
import dev.edaworkshop.localcloud.iam.Principal;
import dev.edaworkshop.localcloud.journal.Hop;
import dev.edaworkshop.localcloud.journal.Journal;
import dev.edaworkshop.localcloud.logs.LogGroups;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Queues on a clock that stands still unless it is moved. */
final class QueueFixture implements AutoCloseable {
    static final Instant NINE = Instant.parse("2026-11-20T09:00:00Z");
    static final String SENDER = "arn:aws:sts::000000000000:assumed-role/CatalogueRole/Catalogue";
    static final String CONSUMER = "arn:aws:lambda:us-east-1:000000000000:function:Inventory";

    final CloudClock clock = new CloudClock(() -> NINE);
    final Journal journal = new Journal(clock);
    final Iam iam = new Iam("000000000000");
    final Queues queues = new Queues(new AccountContext(
            "000000000000",
            "us-east-1",
            URI.create("http://127.0.0.1:4566"),
            clock,
            journal,
            iam,
            new NoAccessKeys(),
            new Deliveries(),
            new LogGroups(clock)));

    /** Queues issue no keys. */
    private static final class NoAccessKeys implements AccessKeys {
        @Override
        public void assign(String accessKey, Principal principal) {
            throw new AssertionError("A queue gave a key to " + principal);
        }

        @Override
        public void revoke(String accessKey) {
            throw new AssertionError("A queue revoked a key");
        }
    }

    Queue queue(String name) {
        return queues.create(name, Map.of());
    }

    Queue queueWithDeadLetterQueue(String name, Queue deadLetterQueue, int maxReceiveCount) {
        String policy = "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":%d}"
                .formatted(deadLetterQueue.arn(), maxReceiveCount);
        return queues.create(name, Map.of("RedrivePolicy", policy));
    }

    Message send(Queue queue, String body) {
        return queue.send(SENDER, "sender", new MessageContent(body, Map.of(), Map.of(), Optional.empty()));
    }

    Message send(Queue queue, String body, Duration delay) {
        return queue.send(SENDER, "sender", new MessageContent(body, Map.of(), Map.of(), Optional.of(delay)));
    }

    /** All hops so far, one a line. */
    String hops() {
        return journal.hops().stream()
                .map(hop -> "%s %s -> %s #%d %s"
                        .formatted(hop.kind(), last(hop.from()), last(hop.to()), hop.attempt(), hop.reason())
                        .strip())
                .collect(joining("\n"));
    }

    List<Hop> hops(Hop.Kind kind) {
        return journal.hops().stream().filter(hop -> hop.kind() == kind).toList();
    }

    @Override
    public void close() {
        queues.close();
        clock.close();
    }

    private static String last(String arn) {
        return arn.substring(arn.lastIndexOf(':') + 1);
    }
}
