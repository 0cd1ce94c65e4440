package dev.edaworkshop.localcloud.lambda;

import dev.edaworkshop.localcloud.AccountContext;
import dev.edaworkshop.localcloud.wire.Call;
import dev.edaworkshop.localcloud.wire.RestService;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.lambda.model.DeleteLayerVersionRequest;
import software.amazon.awssdk.services.lambda.model.DeleteLayerVersionResponse;
import software.amazon.awssdk.services.lambda.model.GetLayerVersionRequest;
import software.amazon.awssdk.services.lambda.model.GetLayerVersionResponse;
import software.amazon.awssdk.services.lambda.model.LayerVersionContentInput;
import software.amazon.awssdk.services.lambda.model.LayerVersionsListItem;
import software.amazon.awssdk.services.lambda.model.ListLayerVersionsRequest;
import software.amazon.awssdk.services.lambda.model.ListLayerVersionsResponse;
import software.amazon.awssdk.services.lambda.model.PublishLayerVersionRequest;
import software.amazon.awssdk.services.lambda.model.PublishLayerVersionResponse;

/** Layers, on the wire. */
final class LayerActions {
    private static final String VERSIONS = "/2018-10-31/layers/{LayerName}/versions";
    private static final String VERSION = VERSIONS + "/{VersionNumber}";

    private final Functions functions;
    private final CodeStore codeStore;
    private final AccountContext account;

    LayerActions(Functions functions, CodeStore codeStore, AccountContext account) {
        this.functions = functions;
        this.codeStore = codeStore;
        this.account = account;
    }

    void addTo(RestService service) {
        service.operation(
                        "PublishLayerVersion",
                        "POST",
                        VERSIONS,
                        201,
                        PublishLayerVersionRequest::builder,
                        this::publish)
                .operation("ListLayerVersions", "GET", VERSIONS, 200, ListLayerVersionsRequest::builder, this::list)
                .operation("GetLayerVersion", "GET", VERSION, 200, GetLayerVersionRequest::builder, this::get)
                .operation(
                        "DeleteLayerVersion", "DELETE", VERSION, 204, DeleteLayerVersionRequest::builder, this::delete);
    }

    private PublishLayerVersionResponse publish(Call call, PublishLayerVersionRequest request) {
        call.authorize("lambda:PublishLayerVersion", layerArn(request.layerName()));
        LayerVersionContentInput content = request.content();
        if (content == null) {
            throw LambdaErrors.validation("null", "content", "Member must not be null");
        }
        LayerVersion version = functions
                .layers()
                .publish(
                        request.layerName(),
                        directory(content),
                        Optional.ofNullable(request.description()).orElse(""),
                        request.compatibleRuntimesAsStrings());
        return Members.copy(describe(version), PublishLayerVersionResponse.builder())
                .layerArn(layerArn(version.name()))
                .build();
    }

    private ListLayerVersionsResponse list(Call call, ListLayerVersionsRequest request) {
        call.authorize("lambda:ListLayerVersions", layerArn(request.layerName()));
        return ListLayerVersionsResponse.builder()
                .layerVersions(functions.layers().all().stream()
                        .filter(version -> version.name().equals(request.layerName()))
                        .map(LayerActions::describe)
                        .toList())
                .build();
    }

    private GetLayerVersionResponse get(Call call, GetLayerVersionRequest request) {
        String arn = layerArn(request.layerName()) + ":" + request.versionNumber();
        call.authorize("lambda:GetLayerVersion", arn);
        LayerVersion version = functions.layers().find(arn).orElseThrow(LambdaErrors::resourceNotFound);
        return Members.copy(describe(version), GetLayerVersionResponse.builder())
                .layerArn(layerArn(version.name()))
                .content(content -> content.location(version.directory().toUri().toString()))
                .build();
    }

    private DeleteLayerVersionResponse delete(Call call, DeleteLayerVersionRequest request) {
        String arn = layerArn(request.layerName()) + ":" + request.versionNumber();
        call.authorize("lambda:DeleteLayerVersion", arn);
        functions.layers().delete(arn);
        return DeleteLayerVersionResponse.builder().build();
    }

    private Path directory(@Nullable LayerVersionContentInput content) {
        if (content == null) {
            throw LambdaErrors.validation(null, "content", "Member must not be null");
        }
        if (content.zipFile() != null) {
            return functions.zipCode().unpack(content.zipFile().asByteArrayUnsafe());
        }
        if (content.s3Bucket() == null || content.s3Key() == null) {
            throw LambdaErrors.invalidParameter("Please provide a source for layer content.");
        }
        return codeStore
                .unpacked(content.s3Bucket(), content.s3Key())
                .orElseThrow(
                        () -> LambdaErrors.invalidParameter(
                                "Error occurred while GetObject. S3 Error Code: NoSuchKey. S3 Error Message: The specified key does not exist."));
    }

    private String layerArn(String name) {
        return name.startsWith("arn:") ? name : account.arn("lambda", "layer:" + name);
    }

    private static LayerVersionsListItem describe(LayerVersion version) {
        return LayerVersionsListItem.builder()
                .layerVersionArn(version.arn())
                .version((long) version.version())
                .description(version.description())
                .createdDate(version.created().toString())
                .compatibleRuntimesWithStrings(version.runtimes())
                .build();
    }
}
