package dev.edaworkshop.localcloud.dynamodb;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.edaworkshop.localcloud.AccountContext;
import dev.edaworkshop.localcloud.journal.Hop;
import dev.edaworkshop.localcloud.wire.AwsException;
import dev.edaworkshop.localcloud.wire.Call;
import dev.edaworkshop.localcloud.wire.JsonRelay;
import dev.edaworkshop.localcloud.wire.ServiceEndpoint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/**
 * DynamoDB and DynamoDB Streams on the wire: permissions and the journal in front of DynamoDB Local.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/Welcome.html">API reference</a>
 */
public final class DynamoDbEndpoint {
    private static final Call.AccessDeniedStyle ACCESS_DENIED =
            new Call.AccessDeniedStyle(400, "com.amazon.coral.service#AccessDeniedException");

    private final Tables tables;
    private final AccountContext account;

    private DynamoDbEndpoint(Tables tables, AccountContext account) {
        this.tables = tables;
        this.account = account;
    }

    public static ServiceEndpoint of(Tables tables, AccountContext account) {
        return new JsonRelay(
                "dynamodb",
                Set.of("DynamoDB_20120810", "DynamoDBStreams_20120810"),
                account.iam(),
                account.journal(),
                ACCESS_DENIED,
                new DynamoDbEndpoint(tables, account)::perform);
    }

    private JsonRelay.Answer perform(Call call, String action, byte[] json) {
        if (!TableUse.actions().contains(action)) {
            throw new AwsException(
                    400,
                    "com.amazon.coral.service#UnknownOperationException",
                    "The local cloud does not support action '%s' of dynamodb. It supports: %s."
                            .formatted(action, String.join(", ", TableUse.actions())));
        }
        ObjectNode request = parse(json);
        List<TableUse> uses = TableUse.of(action, request);
        for (TableUse use : uses) {
            call.authorize("dynamodb:" + use.action(), arn(use));
        }
        uses.forEach(use -> account.journal()
                .hop(Hop.Kind.API_CALL)
                .from(call.caller().arn())
                .to(arn(use))
                .because(use.action())
                .carrying(new String(json, StandardCharsets.UTF_8))
                .record());
        Engine.Answer answer = tables.perform(action, request, uses);
        return new JsonRelay.Answer(answer.status(), Engine.bytes(answer.json()));
    }

    private String arn(TableUse use) {
        return use.resource().equals("*") ? "*" : account.arn("dynamodb", use.resource());
    }

    private static ObjectNode parse(byte[] json) {
        try {
            if (Engine.JSON.readTree(json) instanceof ObjectNode object) {
                return object;
            }
        } catch (IOException e) {
            // is no JSON at all: refused below like JSON that is no object
        }
        throw new AwsException(
                400, "com.amazon.coral.service#SerializationException", "The request is not a JSON object.");
    }
}
