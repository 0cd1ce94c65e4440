package dev.edaworkshop.lab4.infra;

import java.util.Optional;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.EventInvokeConfigOptions;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.IDestination;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;

/** A function of the shop. It may write its own log, and nothing else until it is granted. */
final class ShopFunction extends Construct {

    // Whoever asks a bank must be able to wait.
    private static final int TIMEOUT_SECONDS = 30;

    private final String id;
    private final Role role;
    private final Function function;

    ShopFunction(Construct scope, String id, Class<?> handler) {
        super(scope, id);
        this.id = id;
        var log = LogGroup.Builder.create(this, "Log")
                .retention(RetentionDays.ONE_WEEK)
                .removalPolicy(RemovalPolicy.DESTROY)
                .build();
        // CDK's ready-made role may write every log of the account; this one may write one.
        role = Role.Builder.create(this, "Role")
                .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
                .build();
        log.grantWrite(role);
        function = Function.Builder.create(this, "Function")
                .runtime(Runtime.JAVA_25)
                .handler(handler.getName())
                // A folder: this lab's classes without the infra package, and the libraries they need.
                .code(Code.fromAsset("target/function"))
                .memorySize(512)
                .timeout(Duration.seconds(TIMEOUT_SECONDS))
                .logGroup(log)
                .role(role)
                .build();
    }

    /**
     * What happens when nobody waits for the function: how often it is tried, and who is told how it ended.
     *
     * @param success is told about invocations that returned; empty if nobody is
     * @param failure is told about invocations that failed for good; empty if nobody is
     */
    void whenNobodyWaits(RetryPolicy policy, Optional<IDestination> success, Optional<IDestination> failure) {
        var options = EventInvokeConfigOptions.builder()
                .retryAttempts(policy.retries())
                .maxEventAge(policy.maximumAge());
        success.ifPresent(options::onSuccess);
        failure.ifPresent(options::onFailure);
        function.configureAsyncInvoke(options.build());
    }

    void setVariable(String name, String value) {
        function.addEnvironment(name, value);
    }

    String id() {
        return id;
    }

    Role role() {
        return role;
    }

    Function function() {
        return function;
    }

    String name() {
        return function.getFunctionName();
    }
}
