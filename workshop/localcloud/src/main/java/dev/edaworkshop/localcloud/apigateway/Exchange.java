package dev.edaworkshop.localcloud.apigateway;

import dev.edaworkshop.localcloud.AccountContext;
import dev.edaworkshop.localcloud.http.WebRequest;
import dev.edaworkshop.localcloud.http.WebResponse;
import dev.edaworkshop.localcloud.journal.Hop;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/**
 * One request to a deployed API.
 *
 * @param stage whose deployment answers
 * @param path without the stage, still percent-encoded
 */
public record Exchange(
        AccountContext account,
        String apiId,
        String stage,
        Map<String, String> stageVariables,
        String requestId,
        Instant time,
        String path,
        WebRequest request) {
    private static final DateTimeFormatter CLF = DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    public Exchange {
        stageVariables = Map.copyOf(stageVariables);
    }

    /** As the event has it: {@code 20/Nov/2026:09:15:00 +0000}. */
    public String commonLogTime() {
        return CLF.format(time);
    }

    /** AWS's host name of the API, whatever the client called it. */
    public String domainName() {
        return "%s.execute-api.%s.amazonaws.com".formatted(apiId, account.region());
    }

    /** An ARN of {@code execute-api}. */
    public String arn(String stageMethodAndPath) {
        return account.arn("execute-api", apiId + "/" + stageMethodAndPath);
    }

    /** The ARN of what the client asked for. */
    public String methodArn() {
        return arn(stage + "/" + request.method() + path);
    }

    /** Writes down that the client called. */
    public void recordRequest() {
        account.journal()
                .hop(Hop.Kind.REQUESTED)
                .from(request.sourceIp())
                .to(methodArn())
                .event(requestId)
                .carrying(request.text())
                .record();
    }

    /**
     * Writes down what the client is told.
     *
     * @param why what is not in the answer; empty if there is nothing to explain
     */
    public void recordAnswer(WebResponse response, String why) {
        account.journal()
                .hop(Hop.Kind.ANSWERED)
                .from(methodArn())
                .to(request.sourceIp())
                .event(requestId)
                .because("HTTP " + response.status() + (why.isEmpty() ? "" : ": " + why))
                .carrying(response.text())
                .record();
    }
}
