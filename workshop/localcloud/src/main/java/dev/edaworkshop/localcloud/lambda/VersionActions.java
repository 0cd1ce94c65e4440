package dev.edaworkshop.localcloud.lambda;

import dev.edaworkshop.localcloud.wire.AwsException;
import dev.edaworkshop.localcloud.wire.Call;
import dev.edaworkshop.localcloud.wire.RestService;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.lambda.model.AliasConfiguration;
import software.amazon.awssdk.services.lambda.model.AliasRoutingConfiguration;
import software.amazon.awssdk.services.lambda.model.CreateAliasRequest;
import software.amazon.awssdk.services.lambda.model.CreateAliasResponse;
import software.amazon.awssdk.services.lambda.model.DeleteAliasRequest;
import software.amazon.awssdk.services.lambda.model.DeleteAliasResponse;
import software.amazon.awssdk.services.lambda.model.GetAliasRequest;
import software.amazon.awssdk.services.lambda.model.GetAliasResponse;
import software.amazon.awssdk.services.lambda.model.ListAliasesRequest;
import software.amazon.awssdk.services.lambda.model.ListAliasesResponse;
import software.amazon.awssdk.services.lambda.model.ListVersionsByFunctionRequest;
import software.amazon.awssdk.services.lambda.model.ListVersionsByFunctionResponse;
import software.amazon.awssdk.services.lambda.model.PublishVersionRequest;
import software.amazon.awssdk.services.lambda.model.PublishVersionResponse;
import software.amazon.awssdk.services.lambda.model.UpdateAliasRequest;
import software.amazon.awssdk.services.lambda.model.UpdateAliasResponse;

/** Versions and aliases, on the wire. */
final class VersionActions {
    private static final String VERSIONS = LambdaEndpoint.FUNCTION + "/versions";
    private static final String ALIASES = LambdaEndpoint.FUNCTION + "/aliases";
    private static final String ALIAS = ALIASES + "/{Name}";

    private final Functions functions;

    VersionActions(Functions functions) {
        this.functions = functions;
    }

    void addTo(RestService service) {
        service.operation("PublishVersion", "POST", VERSIONS, 201, PublishVersionRequest::builder, this::publish)
                .operation(
                        "ListVersionsByFunction",
                        "GET",
                        VERSIONS,
                        200,
                        ListVersionsByFunctionRequest::builder,
                        this::listVersions)
                .operation("CreateAlias", "POST", ALIASES, 201, CreateAliasRequest::builder, this::create)
                .operation("ListAliases", "GET", ALIASES, 200, ListAliasesRequest::builder, this::list)
                .operation("GetAlias", "GET", ALIAS, 200, GetAliasRequest::builder, this::get)
                .operation("UpdateAlias", "PUT", ALIAS, 200, UpdateAliasRequest::builder, this::update)
                .operation("DeleteAlias", "DELETE", ALIAS, 204, DeleteAliasRequest::builder, this::delete);
    }

    private PublishVersionResponse publish(Call call, PublishVersionRequest request) {
        Function function = require(call, "lambda:PublishVersion", request.functionName());
        if (request.codeSha256() != null
                && !request.codeSha256().equals(function.version().code().sha256())) {
            throw LambdaErrors.invalidParameter(
                    "CodeSHA256 (%s) is different from current CodeSHA256 in $LATEST (%s). Please try again with the CodeSHA256 in $LATEST."
                            .formatted(
                                    request.codeSha256(),
                                    function.version().code().sha256()));
        }
        FunctionVersion version = function.versions().publish(Optional.ofNullable(request.description()));
        return Members.copy(
                        Descriptions.of(version, function.arn() + ":" + version.version()),
                        PublishVersionResponse.builder())
                .build();
    }

    private ListVersionsByFunctionResponse listVersions(Call call, ListVersionsByFunctionRequest request) {
        Function function = require(call, "lambda:ListVersionsByFunction", request.functionName());
        return ListVersionsByFunctionResponse.builder()
                .versions(function.versions().all().stream()
                        .map(version -> Descriptions.of(version, function.arn() + ":" + version.version()))
                        .toList())
                .build();
    }

    private CreateAliasResponse create(Call call, CreateAliasRequest request) {
        Function function = require(call, "lambda:CreateAlias", request.functionName());
        if (function.versions().alias(request.name()).isPresent()) {
            throw LambdaErrors.conflict("Alias already exists: %s:%s".formatted(function.arn(), request.name()));
        }
        Alias alias = new Alias(
                request.name(),
                request.functionVersion(),
                Optional.ofNullable(request.description()).orElse(""),
                weights(request.routingConfig()).orElse(Map.of()));
        function.versions().putAlias(alias);
        return Members.copy(describe(function, alias), CreateAliasResponse.builder())
                .build();
    }

    private ListAliasesResponse list(Call call, ListAliasesRequest request) {
        Function function = require(call, "lambda:ListAliases", request.functionName());
        return ListAliasesResponse.builder()
                .aliases(function.versions().aliases().stream()
                        .filter(alias -> request.functionVersion() == null
                                || alias.version().equals(request.functionVersion()))
                        .map(alias -> describe(function, alias))
                        .toList())
                .build();
    }

    private GetAliasResponse get(Call call, GetAliasRequest request) {
        Function function = require(call, "lambda:GetAlias", request.functionName());
        return Members.copy(describe(function, alias(function, request.name())), GetAliasResponse.builder())
                .build();
    }

    private UpdateAliasResponse update(Call call, UpdateAliasRequest request) {
        Function function = require(call, "lambda:UpdateAlias", request.functionName());
        Alias before = alias(function, request.name());
        Alias after = new Alias(
                before.name(),
                Optional.ofNullable(request.functionVersion()).orElse(before.version()),
                Optional.ofNullable(request.description()).orElse(before.description()),
                weights(request.routingConfig()).orElse(before.weights()));
        function.versions().putAlias(after);
        return Members.copy(describe(function, after), UpdateAliasResponse.builder())
                .build();
    }

    private DeleteAliasResponse delete(Call call, DeleteAliasRequest request) {
        Function function = require(call, "lambda:DeleteAlias", request.functionName());
        function.versions().deleteAlias(request.name());
        return DeleteAliasResponse.builder().build();
    }

    private Function require(Call call, String action, String name) {
        return functions.require(call, action, FunctionName.parse(name).name(), null);
    }

    private static Alias alias(Function function, String name) {
        return function.versions()
                .alias(name)
                .orElseThrow(() -> new AwsException(
                        404,
                        "ResourceNotFoundException",
                        "Cannot find alias arn: %s:%s".formatted(function.arn(), name)));
    }

    private static Optional<Map<String, Double>> weights(@Nullable AliasRoutingConfiguration routing) {
        return Optional.ofNullable(routing).map(AliasRoutingConfiguration::additionalVersionWeights);
    }

    private static AliasConfiguration describe(Function function, Alias alias) {
        AliasConfiguration.Builder description = AliasConfiguration.builder()
                .aliasArn(function.arn() + ":" + alias.name())
                .name(alias.name())
                .functionVersion(alias.version())
                .description(alias.description());
        if (!alias.weights().isEmpty()) {
            description.routingConfig(routing -> routing.additionalVersionWeights(alias.weights()));
        }
        return description.build();
    }
}
