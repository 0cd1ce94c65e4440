package dev.edaworkshop.localcloud.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.edaworkshop.localcloud.Account;
import dev.edaworkshop.localcloud.LocalCloud;
import dev.edaworkshop.localcloud.cloudformation.Asset;
import dev.edaworkshop.localcloud.cloudformation.StackRequest;
import dev.edaworkshop.localcloud.lambda.handlers.Inspector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LambdaDeployersTest {
    private static final String FUNCTION = """
            "Role": {"Type": "AWS::IAM::Role", "Properties": {"AssumeRolePolicyDocument": {"Statement": [
              {"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"Service": "lambda.amazonaws.com"}}]}}},
            "Function": {"Type": "AWS::Lambda::Function", "Properties": {
              "FunctionName": "inspector", "Runtime": "java25", "Handler": "%s", "Role": {"Fn::GetAtt": ["Role", "Arn"]},
              "Code": {"S3Bucket": "assets", "S3Key": "code.zip"}, "Timeout": 20,
              "Environment": {"Variables": {"COLOUR": "blue"}}%s}}""";

    @TempDir
    private Path folder;

    private final LocalCloud cloud = TestFunctions.startCloud();
    private final Account account = cloud.account();

    @AfterEach
    void close() {
        cloud.close();
    }

    @Test
    void a_function_has_what_its_template_says() {
        deploy(function("""
                , "MemorySize": 256, "Description": "looks around", "ReservedConcurrentExecutions": 5,
                "Architectures": ["arm64"], "TracingConfig": {"Mode": "Active"}, "EphemeralStorage": {"Size": 1024},
                "Tags": [{"Key": "team", "Value": "shop"}]"""));

        Function function = account.functions().function("inspector");
        assertThat(function.configuration().memoryMegabytes()).isEqualTo(256);
        assertThat(function.configuration().description()).isEqualTo("looks around");
        assertThat(function.configuration().recorded().architecture()).isEqualTo("arm64");
        assertThat(function.configuration().recorded().ephemeralStorageMegabytes())
                .isEqualTo(1024);
        assertThat(function.reservedConcurrency()).contains(5);
        assertThat(function.tags().all())
                .containsEntry("team", "shop")
                .containsEntry("aws:cloudformation:logical-id", "Function");
    }

    @Test
    void a_version_and_an_alias_with_configuration_and_permission() {
        deploy(function("") + """
                , "Version": {"Type": "AWS::Lambda::Version", "Properties": {"FunctionName": {"Ref": "Function"}}},
                "Live": {"Type": "AWS::Lambda::Alias", "Properties": {"Name": "live",
                  "FunctionName": {"Ref": "Function"}, "FunctionVersion": {"Fn::GetAtt": ["Version", "Version"]}}},
                "Async": {"Type": "AWS::Lambda::EventInvokeConfig", "Properties": {
                  "FunctionName": {"Ref": "Function"}, "Qualifier": "live", "MaximumRetryAttempts": 0,
                  "DestinationConfig": {"OnFailure": {"Destination": {"Fn::GetAtt": ["Failed", "Arn"]}}}},
                  "DependsOn": "Live"},
                "Failed": {"Type": "AWS::SQS::Queue"},
                "Permission": {"Type": "AWS::Lambda::Permission", "Properties": {"Action": "lambda:InvokeFunction",
                  "FunctionName": {"Ref": "Live"}, "Principal": "events.amazonaws.com"}}""");

        Function live = account.functions().function("inspector:live");
        assertThat(live.version().version()).isEqualTo("1");
        assertThat(live.asyncQueue().configuration().maximumRetryAttempts()).isZero();
        assertThat(live.asyncQueue().configuration().onFailure().orElseThrow().arn())
                .contains("Failed");
        assertThat(live.permissions().policy().orElseThrow()).contains("events.amazonaws.com", "inspector:live");
        assertThat(account.functions().function("inspector").permissions().policy())
                .isEmpty();
        account.stacks().delete("Shop");
        assertThat(account.functions().all()).isEmpty();
    }

    @Test
    void a_new_version_takes_the_place_of_the_old_one_when_the_function_changes() {
        deploy(version("V1", ""));

        deploy(version("V2", ", \"Description\": \"changed\""));

        Function live = account.functions().function("inspector:live");
        assertThat(live.version().version()).isEqualTo("2");
        assertThat(live.versions().all()).extracting(FunctionVersion::version).containsExactly("$LATEST", "2");
    }

    @Test
    void libraries_of_a_layer_are_on_the_class_path() throws IOException {
        Path layer = Files.createDirectories(folder.resolve("layer/java/lib"));
        Files.write(layer.resolve("greeting.jar"), zip("greeting.txt", "hello"));
        Asset content = new Asset("assets", "layer.zip", Asset.Packaging.ZIP, folder.resolve("layer"));

        account.stacks()
                .deploy(StackRequest.of("Shop", template(function(", \"Layers\": [{\"Ref\": \"Layer\"}]") + """
                        , "Layer": {"Type": "AWS::Lambda::LayerVersion", "Properties": {"LayerName": "greetings",
                        "Content": {"S3Bucket": "assets", "S3Key": "layer.zip"}}}"""))
                        .withAssets(List.of(code(TestFunctions.CODE), content)));

        Function function = account.functions().function("inspector");
        assertThat(function.version().code().libraries())
                .extracting(library -> library.getFileName().toString())
                .contains("greeting.jar");
        assertThat(function.invoke("{}").payload()).contains("\"LOCAL_CLOUD_LAYERS\"");
    }

    @Test
    void code_may_be_a_jar() throws IOException {
        String name = Inspector.class.getName().replace('.', '/') + ".class";
        Path jar = folder.resolve("code.jar");
        Files.write(jar, zip(name, Files.readAllBytes(TestFunctions.CODE.resolve(name))));

        account.stacks().deploy(StackRequest.of("Shop", template(function(""))).withAssets(List.of(code(jar))));

        assertThat(account.functions().function("inspector").invoke("{}").payload())
                .contains("\"COLOUR\":\"blue\"");
    }

    @Test
    void inline_code_and_unknown_log_formats_are_refused_by_name() {
        assertThatThrownBy(() -> deploy("""
                "Inline": {"Type": "AWS::Lambda::Function", "Properties": {"Runtime": "nodejs22.x", "Handler": "index.handler",
                "Role": "arn:aws:iam::000000000000:role/r", "Code": {"ZipFile": "exports.handler = 1"}}}"""))
                .hasMessageContaining("property Code.ZipFile is not supported by the local cloud");
        assertThatThrownBy(() -> deploy(function(", \"LoggingConfig\": {\"LogFormat\": \"XML\"}")))
                .hasMessageContaining("Value 'XML' at 'loggingConfig.logFormat' failed to satisfy constraint");
        assertThat(account.functions().all()).isEmpty();
    }

    @Test
    void mappings_of_queues_take_filters_and_a_concurrency() {
        deploy(function("") + """
                , "Orders": {"Type": "AWS::SQS::Queue"},
                "Reading": {"Type": "AWS::IAM::Policy", "Properties": {"PolicyName": "reading",
                  "Roles": [{"Ref": "Role"}], "PolicyDocument": {"Statement": [
                  {"Effect": "Allow", "Action": "sqs:*", "Resource": {"Fn::GetAtt": ["Orders", "Arn"]}}]}}},
                "Mapping": {"Type": "AWS::Lambda::EventSourceMapping", "DependsOn": "Reading", "Properties": {
                  "FunctionName": {"Ref": "Function"}, "EventSourceArn": {"Fn::GetAtt": ["Orders", "Arn"]},
                  "ScalingConfig": {"MaximumConcurrency": 2}, "MaximumBatchingWindowInSeconds": 5,
                  "FilterCriteria": {"Filters": [{"Pattern": "{\\"body\\":{\\"kind\\":[\\"order\\"]}}"}]}}}""");

        assertThat(account.eventSourceMappings().all()).singleElement().satisfies(mapping -> {
            assertThat(mapping.settings().maximumConcurrency()).contains(2);
            assertThat(mapping.settings().batchingWindow()).isEqualTo(Duration.ofSeconds(5));
            assertThat(mapping.settings().filterCriteria().patterns()).hasSize(1);
        });
    }

    private static String version(String logicalId, String more) {
        return function(more) + """
                , "%1$s": {"Type": "AWS::Lambda::Version", "Properties": {"FunctionName": {"Ref": "Function"}}},
                "Live": {"Type": "AWS::Lambda::Alias", "Properties": {"Name": "live",
                  "FunctionName": {"Ref": "Function"}, "FunctionVersion": {"Fn::GetAtt": ["%1$s", "Version"]}}}""".formatted(logicalId);
    }

    private static String function(String more) {
        return FUNCTION.formatted(Inspector.class.getName(), more);
    }

    private void deploy(String resources) {
        account.stacks()
                .deploy(StackRequest.of("Shop", template(resources)).withAssets(List.of(code(TestFunctions.CODE))));
    }

    private static String template(String resources) {
        return "{\"Resources\": {" + resources + "}}";
    }

    private static Asset code(Path path) {
        return new Asset("assets", "code.zip", Asset.Packaging.ZIP, path);
    }

    private static byte[] zip(String name, String content) throws IOException {
        return zip(name, content.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        var bytes = new java.io.ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return bytes.toByteArray();
    }
}
