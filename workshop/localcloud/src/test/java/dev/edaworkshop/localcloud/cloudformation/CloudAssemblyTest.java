package dev.edaworkshop.localcloud.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CloudAssemblyTest {
    private static final Environment ENVIRONMENT = new Environment("000000000000", "us-east-1");

    private final Path directory;

    CloudAssemblyTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void stacks_come_in_an_order_in_which_they_can_be_deployed() throws URISyntaxException {
        CloudAssembly assembly = CloudAssembly.read(harbour());

        assertThat(assembly.stacks())
                .extracting(StackRequest::stackName)
                .containsExactly("HarbourTopics", "HarbourConsumers");
    }

    @Test
    void assets_are_found_where_AWS_would_find_them() throws URISyntaxException {
        StackRequest consumers = CloudAssembly.read(harbour()).stacks().getLast();
        String hash = "b892caea66e3066abb854fed12cbc6073b7b50a7534d89f589c5d107eade3473";
        ResourceRequest request = new ResourceRequest(
                "HarbourConsumers",
                "id",
                "Function",
                "AWS::Lambda::Function",
                Properties.of("{}"),
                ENVIRONMENT,
                Map.of(),
                0,
                consumers.assets());

        Asset code = request.asset("cdk-hnb659fds-assets-000000000000-us-east-1", hash + ".zip");

        assertThat(code.packaging()).isEqualTo(Asset.Packaging.ZIP);
        assertThat(code.path().resolve("handler.txt")).hasContent("hello");
        assertThatThrownBy(() -> request.asset("bucket", "code.zip"))
                .hasMessageStartingWith("s3://bucket/code.zip is no file asset of stack HarbourConsumers, and the local"
                        + " cloud reads code from file assets only. Its assets: ");
    }

    @Test
    void what_CDK_synthesizes_can_be_deployed() throws URISyntaxException {
        Stacks stacks = new Stacks(
                ENVIRONMENT,
                InstantSource.system(),
                List.of(
                        recorded("AWS::SNS::Topic"),
                        recorded("AWS::SNS::Subscription"),
                        recorded("AWS::SQS::Queue"),
                        recorded("AWS::SQS::QueuePolicy"),
                        recorded("AWS::IAM::Role"),
                        recorded("AWS::IAM::Policy"),
                        recorded("AWS::Lambda::Function"),
                        recorded("AWS::Lambda::Permission")));

        List<DeployReceipt> receipts = CloudAssembly.read(harbour()).stacks().stream()
                .map(stacks::deploy)
                .toList();

        assertThat(receipts)
                .extracting(DeployReceipt::inWords)
                .containsExactly(
                        "HarbourTopics: CREATE_COMPLETE, 1 created", "HarbourConsumers: CREATE_COMPLETE, 9 created");
        Stack consumers = stacks.stack("HarbourConsumers").orElseThrow();
        assertThat(consumers.output("InventoryQueueUrl").orElseThrow())
                .matches("HarbourConsumers-InventoryCFCBEC24-[A-Z0-9]{12}");
    }

    @Test
    void a_directory_without_an_assembly_is_refused() {
        assertThatThrownBy(() -> CloudAssembly.read(directory))
                .isInstanceOf(BrokenAssemblyException.class)
                .hasMessage("Cloud assembly " + directory
                        + ": manifest.json is not there. Synthesize the app again (npx cdk synth).");
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {                                                               | manifest.json is no JSON: Unexpected end-of-input
            []                                                              | manifest.json lists no artifacts. Synthesize the app again (npx cdk synth).
            {"artifacts": {}}                                               | manifest.json lists no stack. Create one in the main method of the app.
            {"artifacts": {}, "missing": [{"provider": "vpc-provider"}]}    | the app looks something up in an AWS account (vpc-provider), which the local cloud cannot answer. Replace the look-up by a fixed value.
            {"artifacts": {"Prod": {"type": "cdk:cloud-assembly"}}}         | Prod is a Stage, which the local cloud does not deploy. Put its stacks into the App itself.
            {"artifacts": {"Shop": {"type": "aws:cloudformation:stack", "properties": {"templateFile": "Shop.json"}}}} | Shop.json is not there. Synthesize the app again (npx cdk synth).
            """)
    void a_broken_manifest_is_refused(String manifest, String problem) throws IOException {
        Files.writeString(directory.resolve("manifest.json"), manifest);

        assertThatThrownBy(() -> CloudAssembly.read(directory))
                .isInstanceOf(BrokenAssemblyException.class)
                .hasMessageStartingWith("Cloud assembly " + directory + ": " + problem);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"dockerImages": {"a": {}}}                                             | Shop.assets.json lists container images, which the local cloud does not run. Use Code.fromAsset.
            {"files": {"a": {"source": {"executable": ["make"]}}}}                  | Shop.assets.json has an asset that a command is to build. Use Code.fromAsset with a path.
            {"files": {"a": {"source": {"path": "a", "packaging": "tar"}}}}         | Shop.assets.json has an asset with packaging tar. Use zip or file.
            {"files": {"a": {"source": {"path": "gone", "packaging": "zip"}}}}      | Shop.assets.json lists the asset DIRECTORY/gone, which is not there. Synthesize the app again (npx cdk synth).
            """)
    void assets_that_are_not_there_or_not_supported_are_refused(String assets, String problem) throws IOException {
        Files.writeString(directory.resolve("manifest.json"), """
                {"artifacts": {
                  "Assets": {"type": "cdk:asset-manifest", "properties": {"file": "Shop.assets.json"}},
                  "Shop": {
                    "type": "aws:cloudformation:stack",
                    "properties": {"templateFile": "Shop.json"},
                    "dependencies": ["Assets"]
                  }
                }}""");
        Files.writeString(directory.resolve("Shop.json"), "{}");
        Files.writeString(directory.resolve("Shop.assets.json"), assets);

        assertThatThrownBy(() -> CloudAssembly.read(directory))
                .isInstanceOf(BrokenAssemblyException.class)
                .hasMessage("Cloud assembly " + directory + ": "
                        + problem.replace(
                                "DIRECTORY/",
                                directory + directory.getFileSystem().getSeparator()));
    }

    @Test
    void names_parameters_tags_and_protection_come_from_the_manifest() throws IOException {
        Files.writeString(directory.resolve("manifest.json"), """
                {"artifacts": {"Artifact": {"type": "aws:cloudformation:stack", "properties": {
                  "templateFile": "Shop.json", "stackName": "Shop", "parameters": {"Stage": "dev"},
                  "tags": {"team": "harbour"}, "terminationProtection": true
                }}}}""");
        Files.writeString(directory.resolve("Shop.json"), "{}");

        assertThat(CloudAssembly.read(directory).stacks())
                .containsExactly(new StackRequest(
                        "Shop", "{}", Map.of("Stage", "dev"), Map.of("team", "harbour"), List.of(), true));
    }

    private static RecordedDeployer recorded(String type) {
        return RecordedDeployer.of(type, "this is a test")
                .withAttribute("Arn", "arn:aws:test:${AWS::Region}:${AWS::AccountId}:${Ref}");
    }

    private static Path harbour() throws URISyntaxException {
        return Path.of(Objects.requireNonNull(CloudAssemblyTest.class.getResource("/harbour-assembly"))
                .toURI());
    }
}
