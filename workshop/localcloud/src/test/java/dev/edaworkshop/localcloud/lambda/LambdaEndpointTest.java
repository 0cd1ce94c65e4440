package dev.edaworkshop.localcloud.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.edaworkshop.localcloud.Account;
import dev.edaworkshop.localcloud.LocalCloud;
import dev.edaworkshop.localcloud.iam.Principal;
import dev.edaworkshop.localcloud.journal.Hop;
import dev.edaworkshop.localcloud.lambda.handlers.Echo;
import dev.edaworkshop.localcloud.lambda.handlers.Thrower;
import dev.edaworkshop.localcloud.sqs.Queue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.CreateEventSourceMappingResponse;
import software.amazon.awssdk.services.lambda.model.GetFunctionEventInvokeConfigResponse;
import software.amazon.awssdk.services.lambda.model.InvalidParameterValueException;
import software.amazon.awssdk.services.lambda.model.InvalidRequestContentException;
import software.amazon.awssdk.services.lambda.model.InvocationType;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.lambda.model.LambdaException;
import software.amazon.awssdk.services.lambda.model.LogType;
import software.amazon.awssdk.services.lambda.model.ResourceConflictException;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;
import software.amazon.awssdk.services.lambda.model.TooManyRequestsException;
import software.amazon.awssdk.services.lambda.model.UpdateFunctionCodeResponse;

class LambdaEndpointTest {
    private final LocalCloud cloud = TestFunctions.startCloud();
    private final Account account = cloud.account();
    private final LambdaClient lambda = client("any");

    @AfterEach
    void close() {
        lambda.close();
        cloud.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Echo",
                "Echo:$LATEST",
                "000000000000:function:Echo",
                "arn:aws:lambda:us-east-1:000000000000:function:Echo"
            })
    void a_function_is_invoked_by_name_or_arn(String name) {
        create(Echo.class);

        InvokeResponse answer =
                lambda.invoke(request -> request.functionName(name).payload(SdkBytes.fromUtf8String("{\"a\":1}")));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.payload().asUtf8String()).isEqualTo("{\"a\":1}");
        assertThat(answer.executedVersion()).isEqualTo("$LATEST");
        assertThat(answer.functionError()).isNull();
    }

    @Test
    void a_failing_function_answers_200_with_its_error_and_the_end_of_its_log() {
        create(Thrower.class);

        InvokeResponse answer =
                lambda.invoke(request -> request.functionName("Thrower").logType(LogType.TAIL));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.functionError()).isEqualTo("Unhandled");
        assertThat(answer.payload().asUtf8String()).contains("no such product");
        assertThat(new String(Base64.getDecoder().decode(answer.logResult()), StandardCharsets.UTF_8))
                .contains("START RequestId: " + answer.responseMetadata().requestId())
                .contains("no such product: java.lang.IllegalArgumentException");
    }

    @Test
    void an_event_is_accepted_before_it_is_handled_and_keeps_its_request_id() {
        create(Echo.class);

        InvokeResponse answer =
                lambda.invoke(request -> request.functionName("Echo").invocationType(InvocationType.EVENT));
        account.clock().drain(Duration.ofHours(1));

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(account.journal().hops())
                .extracting(Hop::kind, Hop::eventId)
                .containsExactly(
                        tuple(Hop.Kind.INVOKED, answer.responseMetadata().requestId()),
                        tuple(Hop.Kind.RETURNED, answer.responseMetadata().requestId()));
    }

    @Test
    void a_dry_run_invokes_nothing() {
        create(Echo.class);

        InvokeResponse answer =
                lambda.invoke(request -> request.functionName("Echo").invocationType(InvocationType.DRY_RUN));

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(account.journal().hops()).isEmpty();
    }

    @Test
    void unknown_functions_and_bad_payloads_are_refused_as_by_aws() {
        create(Echo.class);

        assertThatThrownBy(() -> lambda.invoke(request -> request.functionName("nobody")))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining(
                        "Function not found: arn:aws:lambda:us-east-1:000000000000:function:nobody:$LATEST");
        assertThatThrownBy(() -> lambda.invoke(
                        request -> request.functionName("Echo").payload(SdkBytes.fromUtf8String("{oops"))))
                .isInstanceOf(InvalidRequestContentException.class)
                .hasMessageContaining("Could not parse request body into json");
        assertThatThrownBy(() ->
                        lambda.invoke(request -> request.functionName("Echo").qualifier("7")))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void a_role_needs_the_permission_to_invoke() {
        create(Echo.class);
        String key = cloud.issueKey(account, new Principal.AssumedRole("000000000000", "Worker", "Caller"));

        try (LambdaClient asWorker = client(key)) {
            assertThatThrownBy(() -> asWorker.invoke(request -> request.functionName("Echo")))
                    .isInstanceOf(LambdaException.class)
                    .hasMessageContaining(
                            "User: arn:aws:sts::000000000000:assumed-role/Worker/Caller is not authorized to perform: lambda:InvokeFunction on resource: arn:aws:lambda:us-east-1:000000000000:function:Echo because no identity-based policy allows the lambda:InvokeFunction action")
                    .extracting(thrown -> ((LambdaException) thrown).statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void a_function_describes_itself() {
        create(Echo.class);

        assertThat(lambda.listFunctions().functions()).singleElement().satisfies(function -> {
            assertThat(function.functionName()).isEqualTo("Echo");
            assertThat(function.runtimeAsString()).isEqualTo("java25");
            assertThat(function.memorySize()).isEqualTo(128);
            assertThat(function.hasLayers()).isFalse();
        });
        assertThat(lambda.getFunctionConfiguration(request -> request.functionName("Echo"))
                        .timeout())
                .isEqualTo(10);
        assertThat(lambda.getFunction(request -> request.functionName("Echo"))
                        .code()
                        .location())
                .startsWith("file:");
    }

    @Test
    void permissions_are_added_shown_and_removed() {
        create(Echo.class);

        String statement = lambda.addPermission(request -> request.functionName("Echo")
                        .statementId("s")
                        .action("lambda:InvokeFunction")
                        .principal("sns.amazonaws.com")
                        .sourceArn("arn:aws:sns:us-east-1:000000000000:orders"))
                .statement();

        assertThat(statement)
                .isEqualTo(
                        "{\"Sid\":\"s\",\"Effect\":\"Allow\",\"Principal\":{\"Service\":\"sns.amazonaws.com\"},\"Action\":\"lambda:InvokeFunction\",\"Resource\":\"arn:aws:lambda:us-east-1:000000000000:function:Echo\",\"Condition\":{\"ArnLike\":{\"AWS:SourceArn\":\"arn:aws:sns:us-east-1:000000000000:orders\"}}}");
        assertThat(lambda.getPolicy(request -> request.functionName("Echo")).policy())
                .contains(statement);
        assertThatThrownBy(() -> lambda.addPermission(request -> request.functionName("Echo")
                        .statementId("s")
                        .action("lambda:InvokeFunction")
                        .principal("sns.amazonaws.com")))
                .isInstanceOf(ResourceConflictException.class);

        lambda.removePermission(request -> request.functionName("Echo").statementId("s"));

        assertThatThrownBy(() -> lambda.getPolicy(request -> request.functionName("Echo")))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("The resource you requested does not exist.");
    }

    @Test
    void retries_and_destinations_can_be_configured_changed_and_removed() {
        create(Echo.class);

        lambda.putFunctionEventInvokeConfig(
                request -> request.functionName("Echo").maximumRetryAttempts(0));

        lambda.updateFunctionEventInvokeConfig(request -> request.functionName("Echo")
                .destinationConfig(destinations -> destinations.onFailure(
                        failure -> failure.destination("arn:aws:sqs:us-east-1:000000000000:failed"))));

        GetFunctionEventInvokeConfigResponse answer =
                lambda.getFunctionEventInvokeConfig(request -> request.functionName("Echo"));
        assertThat(answer.functionArn()).endsWith(":function:Echo:$LATEST");
        assertThat(answer.maximumRetryAttempts()).isZero();
        assertThat(answer.destinationConfig().onFailure().destination()).endsWith(":failed");
        assertThat(answer.destinationConfig().onSuccess().destination()).isNull();
        lambda.deleteFunctionEventInvokeConfig(request -> request.functionName("Echo"));
        assertThatThrownBy(() -> lambda.getFunctionEventInvokeConfig(request -> request.functionName("Echo")))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("doesn't have an EventInvokeConfig");
    }

    @Test
    void reserved_concurrency_throttles_with_aws_s_reason() {
        create(Echo.class);

        lambda.putFunctionConcurrency(request -> request.functionName("Echo").reservedConcurrentExecutions(0));

        assertThat(lambda.getFunctionConcurrency(request -> request.functionName("Echo"))
                        .reservedConcurrentExecutions())
                .isZero();
        assertThatThrownBy(() -> lambda.invoke(request -> request.functionName("Echo")))
                .isInstanceOfSatisfying(TooManyRequestsException.class, throttled -> {
                    assertThat(throttled.statusCode()).isEqualTo(429);
                    assertThat(throttled.reasonAsString())
                            .isEqualTo("ReservedFunctionConcurrentInvocationLimitExceeded");
                });
        lambda.deleteFunctionConcurrency(request -> request.functionName("Echo"));
        assertThat(lambda.invoke(request -> request.functionName("Echo")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void mappings_are_created_listed_changed_and_deleted() {
        create(Echo.class);
        Queue queue = account.queues().create("orders", Map.of());
        TestFunctions.allow(account, "sqs:*", queue.arn());

        CreateEventSourceMappingResponse created = lambda.createEventSourceMapping(
                request -> request.functionName("Echo").eventSourceArn(queue.arn()));
        String uuid = created.uuid();

        assertThat(created.stateTransitionReason()).isEqualTo("USER_INITIATED");
        assertThat(lambda.listEventSourceMappings(request -> request.functionName("Echo"))
                        .eventSourceMappings())
                .singleElement()
                .satisfies(mapping -> assertThat(mapping.state()).isEqualTo("Enabled"));
        assertThatThrownBy(() -> lambda.createEventSourceMapping(
                        request -> request.functionName("Echo").eventSourceArn(queue.arn())))
                .isInstanceOf(ResourceConflictException.class)
                .hasMessageContaining("already exists. Please update or delete the existing mapping with UUID " + uuid);
        lambda.updateEventSourceMapping(request -> request.uuid(uuid).batchSize(1));
        assertThat(lambda.getEventSourceMapping(request -> request.uuid(uuid)).batchSize())
                .isOne();
        lambda.deleteEventSourceMapping(request -> request.uuid(uuid));
        assertThat(account.eventSourceMappings().all()).isEmpty();
    }

    @SuppressWarnings("unchecked") // AWS SDK's varargs of consumers
    @Test
    void what_only_streams_have_is_refused_for_queues() {
        create(Echo.class);

        assertThatThrownBy(() -> lambda.createEventSourceMapping(request -> request.functionName("Echo")
                        .eventSourceArn("arn:aws:sqs:us-east-1:000000000000:orders")
                        .destinationConfig(destinations -> destinations.onFailure(
                                failure -> failure.destination("arn:aws:sqs:us-east-1:000000000000:failed")))))
                .isInstanceOf(InvalidParameterValueException.class)
                .hasMessageContaining("Unsupported DestinationConfig parameter for given event source mapping type.");
    }

    @Test
    void a_function_is_created_from_a_zip_changed_and_deleted() {
        TestFunctions.aFunction(account, Echo.class);
        lambda.createFunction(request -> request.functionName("new")
                .role(TestFunctions.ROLE_ARN)
                .runtime("java25")
                .handler(Echo.class.getName())
                .timeout(10)
                .tags(Map.of("team", "shop"))
                .code(code -> code.zipFile(zipOf(Echo.class))));

        assertThat(lambda.invoke(request -> request.functionName("new").payload(SdkBytes.fromUtf8String("{\"a\":1}")))
                        .payload()
                        .asUtf8String())
                .isEqualTo("{\"a\":1}");
        assertThat(lambda.listTags(request -> request.resource("arn:aws:lambda:us-east-1:000000000000:function:new"))
                        .tags())
                .containsEntry("team", "shop");
        lambda.updateFunctionConfiguration(
                request -> request.functionName("new").memorySize(256));
        assertThat(lambda.getFunction(request -> request.functionName("new"))
                        .configuration()
                        .memorySize())
                .isEqualTo(256);
        UpdateFunctionCodeResponse updated = lambda.updateFunctionCode(request -> request.functionName("new")
                .zipFile(zipOf(Echo.class, Thrower.class))
                .publish(true));
        assertThat(updated.version()).isEqualTo("1");
        lambda.deleteFunction(request -> request.functionName("new"));
        assertThat(lambda.listFunctions().functions()).isEmpty();
    }

    @Test
    void what_is_no_zip_and_what_is_in_no_bucket_is_refused() {
        TestFunctions.aFunction(account, Echo.class);

        assertThatThrownBy(() -> lambda.createFunction(request -> request.functionName("new")
                        .role(TestFunctions.ROLE_ARN)
                        .runtime("java25")
                        .handler("shop.Handler")
                        .code(code -> code.zipFile(SdkBytes.fromUtf8String("zip")))))
                .isInstanceOf(InvalidParameterValueException.class)
                .hasMessageContaining("Could not unzip uploaded file");
        assertThatThrownBy(() -> lambda.createFunction(request -> request.functionName("new")
                        .role(TestFunctions.ROLE_ARN)
                        .runtime("java25")
                        .handler("shop.Handler")
                        .code(code -> code.s3Bucket("assets").s3Key("code.zip"))))
                .isInstanceOf(InvalidParameterValueException.class)
                .hasMessageContaining("The specified key does not exist.");
    }

    @Test
    void versions_and_aliases_are_published_invoked_and_described() {
        create(Echo.class);

        String version =
                lambda.publishVersion(request -> request.functionName("Echo")).version();
        lambda.createAlias(request -> request.functionName("Echo").name("live").functionVersion(version));
        InvokeResponse answer =
                lambda.invoke(request -> request.functionName("Echo").qualifier("live"));

        assertThat(answer.executedVersion()).isEqualTo("1");
        assertThat(lambda.getAlias(request -> request.functionName("Echo").name("live"))
                        .aliasArn())
                .isEqualTo("arn:aws:lambda:us-east-1:000000000000:function:Echo:live");
        assertThat(lambda.listVersionsByFunction(request -> request.functionName("Echo"))
                        .versions())
                .extracting(description -> description.version())
                .containsExactly("$LATEST", "1");
        lambda.deleteAlias(request -> request.functionName("Echo").name("live"));
        lambda.deleteFunction(request -> request.functionName("Echo").qualifier("1"));
        assertThatThrownBy(() ->
                        lambda.invoke(request -> request.functionName("Echo").qualifier("1")))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void layers_are_published_and_described() {
        String arn = lambda.publishLayerVersion(request ->
                        request.layerName("greetings").content(content -> content.zipFile(zipOf(Echo.class))))
                .layerVersionArn();

        assertThat(arn).isEqualTo("arn:aws:lambda:us-east-1:000000000000:layer:greetings:1");
        assertThat(lambda.listLayerVersions(request -> request.layerName("greetings"))
                        .layerVersions())
                .singleElement()
                .satisfies(version -> assertThat(version.version()).isEqualTo(1));
    }

    @Test
    void the_account_says_how_much_concurrency_is_left() {
        create(Echo.class);
        lambda.putFunctionConcurrency(request -> request.functionName("Echo").reservedConcurrentExecutions(100));

        assertThat(lambda.getAccountSettings().accountLimit().unreservedConcurrentExecutions())
                .isEqualTo(900);
    }

    private static SdkBytes zipOf(Class<?>... handlers) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (Class<?> handler : handlers) {
                String name = handler.getName().replace('.', '/') + ".class";
                zip.putNextEntry(new ZipEntry(name));
                zip.write(Files.readAllBytes(TestFunctions.CODE.resolve(name)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return SdkBytes.fromByteArray(bytes.toByteArray());
    }

    private void create(Class<?> handler) {
        account.functions().create(TestFunctions.aFunction(account, handler).build());
    }

    private LambdaClient client(String accessKey) {
        return LambdaClient.builder()
                .endpointOverride(cloud.endpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, "any")))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }
}
