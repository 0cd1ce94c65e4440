package dev.edaworkshop.benchmarks.service;

import dev.edaworkshop.localcloud.Account;
import dev.edaworkshop.localcloud.LocalCloud;
import dev.edaworkshop.testkit.build.LabProject;
import dev.edaworkshop.testkit.run.LabAssembler;
import dev.edaworkshop.testkit.run.LabProgram;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Lab 5's solution in a local cloud of its own. */
final class DeployedService implements AutoCloseable {
    /** Longer than anything that is retried. */
    private static final Duration HORIZON = Duration.ofHours(6);

    private final LocalCloud cloud;
    private final Account account;
    private final LabProject lab;
    private final Map<String, String> outputs;
    private final StaticCredentialsProvider administrator;
    private final SqsClient sqs;

    private DeployedService(LocalCloud cloud, Account account, LabProject lab, Map<String, String> outputs) {
        this.cloud = cloud;
        this.account = account;
        this.lab = lab;
        this.outputs = outputs;
        administrator = StaticCredentialsProvider.create(
                AwsBasicCredentials.create(cloud.issueKey(account, account.administrator()), "local"));
        sqs = SqsClient.builder()
                .endpointOverride(cloud.endpoint())
                .region(Region.of(account.context().region()))
                .credentialsProvider(administrator)
                .httpClientBuilder(ApacheHttpClient.builder())
                .build();
    }

    /** @param solution the folder of lab 5's solution, built */
    static DeployedService deploy(Path solution) {
        LocalCloud cloud = LocalCloud.start(0);
        try (LabAssembler assembler = LabAssembler.open(solution)) {
            Account account = cloud.newAccount();
            Map<String, String> outputs = new LinkedHashMap<>();
            account.stacks()
                    .deploy(assembler.assemble(), event -> {})
                    .forEach(receipt -> outputs.putAll(receipt.outputs()));
            return new DeployedService(cloud, account, assembler.lab(), outputs);
        } catch (RuntimeException e) {
            cloud.close();
            throw e;
        }
    }

    URI url(String path) {
        return URI.create(output("ApiUrl").replaceAll("/$", "") + path);
    }

    String output(String name) {
        String value = outputs.get(name);
        if (value == null) {
            throw new IllegalStateException("The stack has no output " + name + "; it has " + outputs.keySet());
        }
        return value;
    }

    SqsClient sqs() {
        return sqs;
    }

    /** Of somebody of the back office. */
    String accessToken() {
        try (var cognito = CognitoIdentityProviderClient.builder()
                .endpointOverride(cloud.endpoint())
                .region(Region.of(account.context().region()))
                .credentialsProvider(administrator)
                .httpClientBuilder(ApacheHttpClient.builder())
                .build()) {
            String pool = output("UserPoolId");
            cognito.adminCreateUser(request -> request.userPoolId(pool).username("kim"));
            cognito.adminSetUserPassword(request -> request.userPoolId(pool)
                    .username("kim")
                    .password("Harbour-Goods-1")
                    .permanent(true));
            return cognito.initiateAuth(request -> request.clientId(output("UserPoolClientId"))
                            .authFlow(AuthFlowType.USER_PASSWORD_AUTH)
                            .authParameters(Map.of("USERNAME", "kim", "PASSWORD", "Harbour-Goods-1")))
                    .authenticationResult()
                    .accessToken();
        }
    }

    /** A program of the lab as {@code ./lab run 5} starts it. */
    ProcessBuilder program(String mainClass, String... arguments) {
        return LabProgram.process(
                lab,
                mainClass,
                List.of(arguments),
                outputs,
                cloud.endpoint(),
                account.context().region(),
                cloud.issueKey(account, account.administrator()));
    }

    /** Returns when nothing is left to happen. */
    void settle() {
        account.clock().drain(HORIZON);
    }

    @Override
    public void close() {
        sqs.close();
        cloud.close();
    }
}
