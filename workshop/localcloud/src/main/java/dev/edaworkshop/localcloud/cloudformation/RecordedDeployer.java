package dev.edaworkshop.localcloud.cloudformation;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A type that matters in AWS only, such as an alarm: "recorded, not emulated". It is accepted with all its properties,
 * named in the receipt, and does nothing.
 *
 * {@snippet :
 * RecordedDeployer.of("AWS::Logs::LogGroup", "nothing here expires")
 *         .namedBy("LogGroupName")
 *         .withAttribute("Arn", "arn:aws:logs:${AWS::Region}:${AWS::AccountId}:log-group:${Ref}:*");
 * }
 */
public final class RecordedDeployer implements ResourceDeployer {
    /** The longest name most services allow. */
    private static final int MAX_LENGTH = 255;

    private final String type;
    private final String because;
    private final Optional<String> nameProperty;
    private final Map<String, String> attributes;

    private RecordedDeployer(
            String type, String because, Optional<String> nameProperty, Map<String, String> attributes) {
        this.type = type;
        this.because = because;
        this.nameProperty = nameProperty;
        this.attributes = Map.copyOf(attributes);
    }

    /**
     * Records resources of a type.
     *
     * @param because why it has no effect here, as the end of a sentence: "nothing here expires"
     */
    public static RecordedDeployer of(String type, String because) {
        return new RecordedDeployer(type, because, Optional.empty(), Map.of());
    }

    /** {@code Ref} yields the value of this property if the template gives it, otherwise a generated name. */
    public RecordedDeployer namedBy(String property) {
        return new RecordedDeployer(type, because, Optional.of(property), attributes);
    }

    /**
     * Adds an attribute for {@code Fn::GetAtt}.
     *
     * @param value may contain {@code ${Ref}}, {@code ${AWS::AccountId}} and {@code ${AWS::Region}}
     */
    public RecordedDeployer withAttribute(String name, String value) {
        Map<String, String> more = new TreeMap<>(attributes);
        more.put(name, value);
        return new RecordedDeployer(type, because, nameProperty, more);
    }

    @Override
    public String type() {
        return type;
    }

    @Override
    public Set<String> properties() {
        return Set.of();
    }

    @Override
    public Set<String> createOnlyProperties() {
        return nameProperty.map(Set::of).orElse(Set.of());
    }

    @Override
    public Set<String> attributes() {
        return attributes.keySet();
    }

    @Override
    public Optional<String> recordedBecause() {
        return Optional.of(because);
    }

    @Override
    public DeployedResource create(ResourceRequest request) {
        String physicalId =
                nameProperty.map(name -> request.name(name, MAX_LENGTH)).orElseGet(request::generatedId);
        Map<String, String> values = new HashMap<>(attributes);
        values.replaceAll((name, value) -> request.environment().fillIn(value).replace("${Ref}", physicalId));
        return new DeployedResource(physicalId, values);
    }

    @Override
    public DeployedResource update(DeployedResource deployed, ResourceRequest request) {
        return deployed;
    }

    @Override
    public void delete(DeployedResource deployed) {
        // There is nothing behind the record.
    }
}
