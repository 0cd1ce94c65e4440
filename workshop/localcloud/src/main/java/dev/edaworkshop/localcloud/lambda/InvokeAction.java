package dev.edaworkshop.localcloud.lambda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.edaworkshop.localcloud.wire.AwsException;
import dev.edaworkshop.localcloud.wire.Call;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.model.InvocationType;
import software.amazon.awssdk.services.lambda.model.InvokeRequest;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.lambda.model.LogType;

/**
 * Invoke on the wire.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html">Invoke</a>
 */
final class InvokeAction {
    private static final int MAX_SYNCHRONOUS_BYTES = 6 * 1024 * 1024;
    private static final int MAX_ASYNCHRONOUS_BYTES = 1024 * 1024;
    private static final Set<String> MEMBERS =
            Set.of("FunctionName", "InvocationType", "LogType", "ClientContext", "Payload", "Qualifier");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Functions functions;

    InvokeAction(Functions functions) {
        this.functions = functions;
    }

    InvokeResponse invoke(Call call, InvokeRequest request) {
        Members.requireOnly(MEMBERS, request);
        Function function =
                functions.require(call, "lambda:InvokeFunction", request.functionName(), request.qualifier());
        InvocationType type =
                request.invocationType() == null ? InvocationType.REQUEST_RESPONSE : request.invocationType();
        String payload = payload(request, type);
        return switch (type) {
            case DRY_RUN -> InvokeResponse.builder().statusCode(204).build();
            case EVENT -> {
                function.asyncQueue()
                        .accept(call.requestId(), payload, call.caller().arn(), call.requestId());
                yield InvokeResponse.builder().statusCode(202).build();
            }
            case REQUEST_RESPONSE -> answer(request, invoke(function, call, payload, request.clientContext()));
            case UNKNOWN_TO_SDK_VERSION ->
                throw LambdaErrors.validation(
                        request.invocationTypeAsString(),
                        "invocationType",
                        "Member must satisfy enum value set: [RequestResponse, Event, DryRun]");
        };
    }

    private static Execution invoke(Function function, Call call, String payload, String clientContext) {
        var event = new CarriedEvent(
                call.requestId(), call.requestId(), call.caller().arn(), 1, payload);
        return function.execute(
                new Invocation(
                        call.requestId(),
                        payload,
                        List.of(event),
                        Optional.ofNullable(clientContext).map(InvokeAction::decode)),
                Judgement.ALL_OR_NOTHING);
    }

    private static InvokeResponse answer(InvokeRequest request, Execution execution) {
        InvocationResult result = execution.result();
        InvokeResponse.Builder answer = InvokeResponse.builder()
                .statusCode(200)
                .executedVersion(execution.version())
                .payload(SdkBytes.fromUtf8String(result.payload()));
        if (result instanceof InvocationResult.Failed) {
            answer.functionError("Unhandled");
        }
        if (request.logType() == LogType.TAIL) {
            answer.logResult(Base64.getEncoder().encodeToString(result.logTail().getBytes(StandardCharsets.UTF_8)));
        }
        return answer.build();
    }

    private static String payload(InvokeRequest request, InvocationType type) {
        byte[] bytes =
                request.payload() == null ? new byte[0] : request.payload().asByteArrayUnsafe();
        int max = type == InvocationType.EVENT ? MAX_ASYNCHRONOUS_BYTES : MAX_SYNCHRONOUS_BYTES;
        if (bytes.length > max) {
            throw new AwsException(
                    413,
                    "RequestTooLargeException",
                    "%d byte payload is too large for the %s invocation type (limit %d bytes); Request must be smaller than %d bytes for the InvokeFunction operation"
                            .formatted(bytes.length, type, max, max));
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.isBlank()) {
            return "{}";
        }
        try {
            JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AwsException(
                    400,
                    "InvalidRequestContentException",
                    "Could not parse request body into json: Could not parse payload into json: " + e.getMessage());
        }
        return text;
    }

    private static String decode(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new AwsException(
                    400,
                    "InvalidRequestContentException",
                    "Client context must be a valid Base64-encoded JSON object.");
        }
    }
}
