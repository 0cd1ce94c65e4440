package dev.edaworkshop.localcloud.wire;

import dev.edaworkshop.localcloud.iam.Iam;
import dev.edaworkshop.localcloud.iam.Principal;
import dev.edaworkshop.localcloud.journal.Journal;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.zip.CRC32;

/** An AWS JSON 1.0 service that takes and gives JSON as it is, for services whose model is somebody else's affair. */
public final class JsonRelay implements ServiceEndpoint {
    private static final String CONTENT_TYPE = "application/x-amz-json-1.0";

    private final String signingName;
    private final Set<String> targetPrefixes;
    private final Iam iam;
    private final Journal journal;
    private final Call.AccessDeniedStyle accessDenied;
    private final Performer performer;

    /** @param targetPrefixes such as {@code DynamoDB_20120810}; action names must differ between them */
    public JsonRelay(
            String signingName,
            Set<String> targetPrefixes,
            Iam iam,
            Journal journal,
            Call.AccessDeniedStyle accessDenied,
            Performer performer) {
        this.signingName = signingName;
        this.targetPrefixes = Set.copyOf(targetPrefixes);
        this.iam = iam;
        this.journal = journal;
        this.accessDenied = accessDenied;
        this.performer = performer;
    }

    /** Performs the actions of a service. */
    public interface Performer {
        /** @throws AwsException whose code is the whole {@code __type} */
        Answer perform(Call call, String action, byte[] json);
    }

    /** @param json a response, or an error as its service writes it */
    public record Answer(int status, byte[] json) {}

    @Override
    public String signingName() {
        return signingName;
    }

    @Override
    public HttpResponse handle(Principal caller, HttpRequest request) {
        Call call =
                new Call(caller, iam, journal, accessDenied, UUID.randomUUID().toString());
        HttpResponse response;
        try {
            Answer answer = performer.perform(call, action(request), request.body());
            response = new HttpResponse(answer.status(), Map.of("Content-Type", CONTENT_TYPE), answer.json());
        } catch (AwsException e) {
            response = JsonError.response(CONTENT_TYPE, e.status(), e.code(), e.message());
        }
        CRC32 checksum = new CRC32();
        checksum.update(response.body());
        return response.withHeader("x-amz-crc32", Long.toString(checksum.getValue()))
                .withHeader("x-amzn-RequestId", call.requestId());
    }

    private String action(HttpRequest request) {
        String target = request.header("X-Amz-Target").orElse("");
        int dot = target.indexOf('.');
        if (dot < 0 || !targetPrefixes.contains(target.substring(0, dot))) {
            throw new AwsException(
                    400,
                    "com.amazon.coral.service#UnknownOperationException",
                    "The header X-Amz-Target is '%s'; the local cloud's %s knows %s."
                            .formatted(target, signingName, String.join(", ", targetPrefixes)));
        }
        return target.substring(dot + 1);
    }
}
