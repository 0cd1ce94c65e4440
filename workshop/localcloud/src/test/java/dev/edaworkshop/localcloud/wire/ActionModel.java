package dev.edaworkshop.localcloud.wire;

import java.lang.reflect.Field;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.protocols.core.OperationInfo;

/**
 * An action as AWS's SDK models it.
 *
 * @param method and path: where a REST service has it; the path has its members in braces
 * @param target the header of a JSON service; empty for others
 */
record ActionModel(
        String service, String action, SdkHttpMethod method, String path, String target, List<SdkField<?>> members) {
    private static final String SDK = "software.amazon.awssdk.services.";
    private static final Map<String, List<String>> PACKAGES = Map.of(
            "apigateway", List.of("apigateway", "apigatewayv2"),
            "cognito-idp", List.of("cognitoidentityprovider"),
            "dynamodb", List.of("dynamodb", "dynamodb.streams"),
            "events", List.of("eventbridge"),
            "logs", List.of("cloudwatchlogs"));

    static Optional<ActionModel> of(String service, String action) {
        return PACKAGES.getOrDefault(service, List.of(service)).stream()
                .flatMap(name -> find(name, service, action).stream())
                .findFirst();
    }

    private static Optional<ActionModel> find(String packageName, String service, String action) {
        String models = packageName.replace(".streams", "");
        try {
            Class<?> request = Class.forName(SDK + models + ".model." + action + "Request");
            SdkPojo builder = (SdkPojo) request.getMethod("builder").invoke(null);
            Class<?> marshaller = Class.forName(SDK + packageName + ".transform." + action + "RequestMarshaller");
            OperationInfo operation = operation(marshaller);
            return Optional.of(new ActionModel(
                    service,
                    action,
                    operation.httpMethod(),
                    operation.requestUri(),
                    Optional.ofNullable(operation.operationIdentifier()).orElse(""),
                    builder.sdkFields()));
        } catch (ClassNotFoundException e) {
            return Optional.empty();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The SDK has changed its model classes", e);
        }
    }

    private static OperationInfo operation(Class<?> marshaller) throws IllegalAccessException {
        Field binding = Stream.of(marshaller.getDeclaredFields())
                .filter(field -> field.getType() == OperationInfo.class)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(marshaller + " has no operation"));
        binding.setAccessible(true);
        return (OperationInfo) binding.get(null);
    }
}
