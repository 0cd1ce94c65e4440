package dev.edaworkshop.lab5.api;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.Duration;
import java.util.function.Function;

/** What is the same for every request: its correlation id, the line in the log, and an answer whatever happens. */
final class Edge {

    private final RequestLog log;

    Edge(RequestLog log) {
        this.log = log;
    }

    APIGatewayV2HTTPResponse handle(
            APIGatewayV2HTTPEvent event, Context context, Function<Request, Answer> application) {
        long start = System.nanoTime();
        Request request = Request.of(event);
        Answer answer;
        try {
            answer = application.apply(request);
            log.answered(request, answer.status(), since(start), context);
        } catch (RuntimeException e) {
            // The outermost place: what nobody understood ends here, in the log with all it says, outside with little.
            answer = Answer.problem(Problem.of(e), request.correlationId());
            log.failed(request, answer.status(), since(start), context, e);
        }
        return answer.with(Request.CORRELATION_ID, request.correlationId()).toResponse();
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
