package dev.edaworkshop.localcloud.lambda;

import dev.edaworkshop.localcloud.AccountContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A function as requests name it: {@code pay}, {@code pay:$LATEST}, {@code 000000000000:function:pay} or a whole ARN.
 *
 * @param qualifier a version or alias; empty if the request names none
 */
record FunctionName(String name, Optional<String> qualifier) {
    /** @throws dev.edaworkshop.localcloud.wire.AwsException if there is none */
    static FunctionName parse(@Nullable String text) {
        if (text == null) {
            throw LambdaErrors.validation(null, "functionName", "Member must not be null");
        }
        int marker = text.lastIndexOf("function:");
        String rest = marker < 0 ? text : text.substring(marker + "function:".length());
        int colon = rest.indexOf(':');
        return colon < 0
                ? new FunctionName(rest, Optional.empty())
                : new FunctionName(rest.substring(0, colon), Optional.of(rest.substring(colon + 1)));
    }

    boolean isLatest() {
        return qualifier.orElse(Function.LATEST).equals(Function.LATEST);
    }

    String arn(AccountContext account) {
        String arn = account.arn("lambda", "function:" + name);
        return qualifier.map(version -> arn + ":" + version).orElse(arn);
    }

    /** As errors name it. */
    String qualifiedArn(AccountContext account) {
        return account.arn("lambda", "function:%s:%s".formatted(name, qualifier.orElse(Function.LATEST)));
    }
}
