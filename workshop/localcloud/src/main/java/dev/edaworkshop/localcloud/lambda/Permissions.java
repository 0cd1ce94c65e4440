package dev.edaworkshop.localcloud.lambda;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.edaworkshop.localcloud.AccountContext;
import dev.edaworkshop.localcloud.iam.Policy;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * The resource policy of a function: one statement per permission.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html">AddPermission</a>
 */
public final class Permissions {
    private final String functionArn;
    private final AccountContext account;
    private final Map<String, ObjectNode> statements = new ConcurrentSkipListMap<>();

    Permissions(String functionArn, AccountContext account) {
        this.functionArn = functionArn;
        this.account = account;
    }

    /**
     * Lets somebody invoke the function.
     *
     * @param principal a service such as {@code sns.amazonaws.com}, an account, the ARN of a role, or {@code *}
     * @param action usually {@code lambda:InvokeFunction}
     * @param sourceArn on whose behalf only; may contain wildcards
     * @return the statement as JSON
     * @throws dev.edaworkshop.localcloud.wire.AwsException {@code ResourceConflictException} if the statement id exists
     */
    public synchronized String add(
            String statementId,
            String principal,
            String action,
            Optional<String> sourceArn,
            Optional<String> sourceAccount) {
        return add(statementId, principal, action, sourceArn, sourceAccount, Optional.empty(), Optional.empty());
    }

    /**
     * As {@link #add(String, String, String, Optional, Optional)}, for function URLs.
     *
     * @param urlAuthType {@code NONE} or {@code AWS_IAM}: only through a URL of that kind
     * @param viaUrl only through a URL, or only otherwise
     */
    public synchronized String add(
            String statementId,
            String principal,
            String action,
            Optional<String> sourceArn,
            Optional<String> sourceAccount,
            Optional<String> urlAuthType,
            Optional<Boolean> viaUrl) {
        if (statements.containsKey(statementId)) {
            throw LambdaErrors.conflict(
                    "The statement id (%s) provided already exists. Please provide a new statement id, or remove the existing statement."
                            .formatted(statementId));
        }
        ObjectNode statement = JsonNodeFactory.instance.objectNode();
        statement.put("Sid", statementId);
        statement.put("Effect", "Allow");
        putPrincipal(statement, principal);
        statement.put("Action", action);
        statement.put("Resource", functionArn);
        sourceArn.ifPresent(arn -> condition(statement).putObject("ArnLike").put("AWS:SourceArn", arn));
        sourceAccount.ifPresent(
                owner -> condition(statement).putObject("StringEquals").put("AWS:SourceAccount", owner));
        urlAuthType.ifPresent(
                type -> condition(statement).withObject("/StringEquals").put("lambda:FunctionUrlAuthType", type));
        viaUrl.ifPresent(
                only -> condition(statement).putObject("Bool").put("lambda:InvokedViaFunctionUrl", only.toString()));
        account.iam().putResourcePolicy(functionArn, statementId, Policy.parse(document(List.of(statement))));
        statements.put(statementId, statement);
        return statement.toString();
    }

    /** @throws dev.edaworkshop.localcloud.wire.AwsException {@code ResourceNotFoundException} if there is none */
    public synchronized void remove(String statementId) {
        if (statements.remove(statementId) == null) {
            throw LambdaErrors.resourceNotFound();
        }
        account.iam().deleteResourcePolicy(functionArn, statementId);
    }

    /** The policy document; empty without any statement. */
    public Optional<String> policy() {
        return statements.isEmpty()
                ? Optional.empty()
                : Optional.of(document(statements.values()).toString());
    }

    void removeAll() {
        statements.clear();
        account.iam().deleteResourcePolicies(functionArn);
    }

    private void putPrincipal(ObjectNode statement, String principal) {
        if (principal.equals("*")) {
            statement.put("Principal", principal);
        } else if (principal.endsWith(".amazonaws.com")) {
            statement.putObject("Principal").put("Service", principal);
        } else {
            String arn = principal.startsWith("arn:") ? principal : "arn:aws:iam::" + principal + ":root";
            statement.putObject("Principal").put("AWS", arn);
        }
    }

    private static ObjectNode condition(ObjectNode statement) {
        return statement.withObject("/Condition");
    }

    private static ObjectNode document(Collection<ObjectNode> statements) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("Version", "2012-10-17");
        document.put("Id", "default");
        document.putArray("Statement").addAll(List.copyOf(statements));
        return document;
    }
}
