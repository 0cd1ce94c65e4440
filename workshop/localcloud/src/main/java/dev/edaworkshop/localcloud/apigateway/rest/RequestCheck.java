package dev.edaworkshop.localcloud.apigateway.rest;

import dev.edaworkshop.localcloud.apigateway.Answer;
import dev.edaworkshop.localcloud.http.WebRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a request has what its method's validator wants.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-method-request-validation.html">Request validation</a>
 */
final class RequestCheck {
    private RequestCheck() {}

    /** The answer to a request that is not valid. */
    static Optional<Answer> problem(RestEvent event, Definition definition, RestErrors errors) {
        Method method = event.match().method();
        Optional<RequestValidator> validator = method.validatorId().map(definition.validators()::get);
        if (validator.filter(RequestValidator::validatesParameters).isPresent()) {
            List<String> missing = missing(event, method);
            if (!missing.isEmpty()) {
                String message = "Missing required request parameters: " + missing;
                return Optional.of(errors.answer(GatewayError.BAD_REQUEST_PARAMETERS, message, message));
            }
        }
        return validator
                .filter(RequestValidator::validatesBody)
                .flatMap(wanted -> model(method, event.exchange().request()))
                .map(definition.models()::get)
                .flatMap(model -> model.problem(event.exchange().request().text()))
                .map(why -> errors.answer(GatewayError.BAD_REQUEST_BODY, why));
    }

    private static List<String> missing(RestEvent event, Method method) {
        return method.requestParameters().entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .filter(name -> RestParameters.value(
                                name, event.exchange(), event.match().pathParameters())
                        .isEmpty())
                .map(RestParameters::shortName)
                .sorted()
                .toList();
    }

    private static Optional<String> model(Method method, WebRequest request) {
        String header = request.header("Content-Type").orElse("application/json");
        String type = header.split(";", 2)[0].strip();
        return Optional.ofNullable(method.requestModels().get(type))
                .or(() -> Optional.ofNullable(method.requestModels().get("$default")));
    }
}
