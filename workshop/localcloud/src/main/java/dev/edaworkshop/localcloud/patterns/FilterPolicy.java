package dev.edaworkshop.localcloud.patterns;

import dev.edaworkshop.localcloud.delivery.Delivery;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import software.amazon.event.ruler.GenericMachine;

/**
 * The filter policy of an SNS subscription: which messages the subscription gets.
 *
 * <p>AWS's own engine decides. It knows more operators than SNS, so a policy is checked for what SNS refuses first.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-subscription-filter-policies.html">SNS</a>
 */
public final class FilterPolicy {
    private final String json;
    private final Scope scope;
    private final Optional<GenericMachine<String>> machine;

    private FilterPolicy(String json, Scope scope, Optional<GenericMachine<String>> machine) {
        this.json = json;
        this.scope = scope;
        this.machine = machine;
    }

    /** What a policy looks at. */
    public enum Scope {
        MESSAGE_ATTRIBUTES("MessageAttributes"),
        MESSAGE_BODY("MessageBody");

        private final String wireName;

        Scope(String wireName) {
            this.wireName = wireName;
        }

        /** As AWS writes it. */
        public String wireName() {
            return wireName;
        }

        /** @return empty if AWS knows no such scope; its names are case-sensitive */
        public static Optional<Scope> named(String wireName) {
            for (Scope scope : values()) {
                if (scope.wireName.equals(wireName)) {
                    return Optional.of(scope);
                }
            }
            return Optional.empty();
        }
    }

    /**
     * Reads a policy; {@code {}} lets everything pass.
     *
     * @throws InvalidPatternException with what SNS says after {@code Invalid parameter: FilterPolicy: }
     */
    public static FilterPolicy parse(String json, Scope scope) throws InvalidPatternException {
        FilterPolicyCheck check = FilterPolicyCheck.of(json, scope);
        return new FilterPolicy(
                json, scope, check.letsEverythingPass() ? Optional.empty() : Optional.of(machine(json)));
    }

    /** As it was written. */
    public String json() {
        return json;
    }

    public Scope scope() {
        return scope;
    }

    /**
     * Whether the subscription gets the message.
     *
     * @param attributes the message's attributes, which a policy on attributes looks at
     * @param body the message, which a policy on the body looks at; if it is no JSON object, nothing matches
     */
    public boolean matches(Map<String, Delivery.Attribute> attributes, String body) {
        return machine.isEmpty() || looksAt(attributes, body).map(this::passes).orElse(false);
    }

    /** Why the message does not match, in one sentence; empty if it does. */
    public Optional<String> whyNot(Map<String, Delivery.Attribute> attributes, String body) {
        return mismatch(attributes, body).map(Mismatch::sentence);
    }

    /** What keeps the message from matching; empty if nothing does. */
    public Optional<Mismatch> mismatch(Map<String, Delivery.Attribute> attributes, String body) {
        if (matches(attributes, body)) {
            return Optional.empty();
        }
        return Optional.of(looksAt(attributes, body)
                .map(event -> explained(event, attributes, body))
                .orElseGet(() -> Mismatch.ofWhole("the policy looks at the body, which is no JSON object")));
    }

    private Mismatch explained(String event, Map<String, Delivery.Attribute> attributes, String body) {
        Mismatch mismatch = new Explainer(json)
                .explain(event)
                .orElseGet(() -> Mismatch.ofWhole("the filter policy does not match: " + json));
        return switch (scope) {
            case MESSAGE_ATTRIBUTES -> MessageMiss.onAttributes(mismatch, attributes, body);
            case MESSAGE_BODY -> MessageMiss.onBody(mismatch, attributes);
        };
    }

    private Optional<String> looksAt(Map<String, Delivery.Attribute> attributes, String body) {
        return switch (scope) {
            case MESSAGE_ATTRIBUTES -> Optional.of(AttributeEvent.of(attributes));
            case MESSAGE_BODY -> Json.isObject(body) ? Optional.of(body) : Optional.empty();
        };
    }

    private boolean passes(String event) {
        try {
            return machine.isEmpty() || !machine.get().rulesForJSONEvent(event).isEmpty();
        } catch (Exception e) {
            throw new IllegalArgumentException("not an event: " + event, e);
        }
    }

    private static GenericMachine<String> machine(String json) {
        GenericMachine<String> machine = GenericMachine.<String>builder().build();
        try {
            machine.addRule("policy", json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return machine;
    }
}
