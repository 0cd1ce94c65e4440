package dev.edaworkshop.testkit.run;

import dev.edaworkshop.testkit.DeployedLab.BusProbe;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import software.amazon.awssdk.services.eventbridge.model.PutTargetsResponse;
import software.amazon.awssdk.services.eventbridge.model.Target;

/** A probe made with nothing but AWS's API: a queue, its policy, a rule with the queue as target. */
final class RuleProbe implements BusProbe {
    private final ProbeQueue queue;
    private final List<String> received = new ArrayList<>();

    private RuleProbe(ProbeQueue queue) {
        this.queue = queue;
    }

    static RuleProbe listen(LabClients clients, String bus, String pattern) {
        ProbeQueue queue = ProbeQueue.create(clients.sqs());
        String rule = "probe-" + UUID.randomUUID();
        String ruleArn = clients.events()
                .putRule(request -> request.name(rule).eventBusName(bus).eventPattern(pattern))
                .ruleArn();
        queue.letIn("events.amazonaws.com", ruleArn);
        PutTargetsResponse answer = clients.events().putTargets(request -> request.rule(rule)
                .eventBusName(bus)
                .targets(Target.builder().id("probe").arn(queue.arn()).build()));
        if (answer.failedEntryCount() > 0) {
            throw new IllegalStateException("The probe's target was refused: " + answer.failedEntries());
        }
        return new RuleProbe(queue);
    }

    @Override
    public List<String> received() {
        queue.take().forEach(message -> received.add(message.body()));
        return List.copyOf(received);
    }
}
