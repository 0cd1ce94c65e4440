package dev.edaworkshop.localcloud.ssm;

import dev.edaworkshop.localcloud.AccountContext;
import dev.edaworkshop.localcloud.ssm.ParameterStore.StoredParameter;
import dev.edaworkshop.localcloud.wire.AwsException;
import dev.edaworkshop.localcloud.wire.Call;
import dev.edaworkshop.localcloud.wire.RpcService;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.ssm.model.DeleteParameterRequest;
import software.amazon.awssdk.services.ssm.model.DeleteParameterResponse;
import software.amazon.awssdk.services.ssm.model.DescribeParametersRequest;
import software.amazon.awssdk.services.ssm.model.DescribeParametersResponse;
import software.amazon.awssdk.services.ssm.model.GetParameterRequest;
import software.amazon.awssdk.services.ssm.model.GetParameterResponse;
import software.amazon.awssdk.services.ssm.model.GetParametersByPathRequest;
import software.amazon.awssdk.services.ssm.model.GetParametersByPathResponse;
import software.amazon.awssdk.services.ssm.model.GetParametersRequest;
import software.amazon.awssdk.services.ssm.model.GetParametersResponse;
import software.amazon.awssdk.services.ssm.model.Parameter;
import software.amazon.awssdk.services.ssm.model.ParameterMetadata;
import software.amazon.awssdk.services.ssm.model.PutParameterRequest;
import software.amazon.awssdk.services.ssm.model.PutParameterResponse;

/** Parameter Store on the wire. */
public final class SsmEndpoint {
    private final ParameterStore store;

    private SsmEndpoint(ParameterStore store) {
        this.store = store;
    }

    public static RpcService of(ParameterStore store, AccountContext account) {
        SsmEndpoint ssm = new SsmEndpoint(store);
        return new RpcService(
                        "ssm",
                        account.iam(),
                        account.journal(),
                        new Call.AccessDeniedStyle(400, "AccessDeniedException"))
                .json("AmazonSSM.", "1.1", "")
                .operation("GetParameter", GetParameterRequest::builder, ssm::get, "Name")
                .operation("GetParameters", GetParametersRequest::builder, ssm::getAll, "Names")
                .operation("GetParametersByPath", GetParametersByPathRequest::builder, ssm::getByPath, "Path")
                .operation("PutParameter", PutParameterRequest::builder, ssm::put, "Name", "Value")
                .operation("DeleteParameter", DeleteParameterRequest::builder, ssm::delete, "Name")
                .operation("DescribeParameters", DescribeParametersRequest::builder, ssm::describe);
    }

    private GetParameterResponse get(Call call, GetParameterRequest request) {
        call.authorize("ssm:GetParameter", store.arn(request.name()));
        return GetParameterResponse.builder()
                .parameter(view(store.find(request.name()).orElseThrow(SsmEndpoint::notFound)))
                .build();
    }

    private GetParametersResponse getAll(Call call, GetParametersRequest request) {
        request.names().forEach(name -> call.authorize("ssm:GetParameters", store.arn(name)));
        return GetParametersResponse.builder()
                .parameters(request.names().stream()
                        .flatMap(name -> store.find(name).stream())
                        .map(this::view)
                        .toList())
                .invalidParameters(request.names().stream()
                        .filter(name -> store.find(name).isEmpty())
                        .toList())
                .build();
    }

    private GetParametersByPathResponse getByPath(Call call, GetParametersByPathRequest request) {
        call.authorize("ssm:GetParametersByPath", store.arn(request.path()));
        String prefix = request.path().endsWith("/") ? request.path() : request.path() + "/";
        boolean recursive = Optional.ofNullable(request.recursive()).orElse(false);
        List<Parameter> found = store.all().stream()
                .filter(parameter -> parameter.name().startsWith(prefix))
                .filter(parameter -> recursive || parameter.name().indexOf('/', prefix.length()) < 0)
                .map(this::view)
                .toList();
        return GetParametersByPathResponse.builder().parameters(found).build();
    }

    private PutParameterResponse put(Call call, PutParameterRequest request) {
        call.authorize("ssm:PutParameter", store.arn(request.name()));
        String type = Optional.ofNullable(request.typeAsString())
                .or(() -> store.find(request.name()).map(StoredParameter::type))
                .orElseThrow(() -> new AwsException(
                        400, "ValidationException", "A parameter type is required when you create a parameter."));
        StoredParameter written = store.put(
                request.name(),
                type,
                Optional.ofNullable(request.value()).orElse(""),
                Optional.ofNullable(request.description()).orElse(""),
                Optional.ofNullable(request.overwrite()).orElse(false));
        return PutParameterResponse.builder()
                .version((long) written.version())
                .tier("Standard")
                .build();
    }

    private DeleteParameterResponse delete(Call call, DeleteParameterRequest request) {
        call.authorize("ssm:DeleteParameter", store.arn(request.name()));
        if (!store.delete(request.name())) {
            throw notFound();
        }
        return DeleteParameterResponse.builder().build();
    }

    private DescribeParametersResponse describe(Call call, DescribeParametersRequest request) {
        call.authorize("ssm:DescribeParameters", "*");
        if (!request.filters().isEmpty() || !request.parameterFilters().isEmpty()) {
            throw new AwsException(
                    400, "ValidationException", "The local cloud does not support filters of DescribeParameters.");
        }
        return DescribeParametersResponse.builder()
                .parameters(store.all().stream()
                        .map(parameter -> ParameterMetadata.builder()
                                .name(parameter.name())
                                .arn(store.arn(parameter.name()))
                                .type(parameter.type())
                                .description(parameter.description())
                                .version((long) parameter.version())
                                .lastModifiedDate(parameter.lastModified())
                                .build())
                        .toList())
                .build();
    }

    private Parameter view(StoredParameter parameter) {
        return Parameter.builder()
                .name(parameter.name())
                .arn(store.arn(parameter.name()))
                .type(parameter.type())
                .value(parameter.value())
                .version((long) parameter.version())
                .lastModifiedDate(parameter.lastModified())
                .dataType("text")
                .build();
    }

    private static AwsException notFound() {
        return new AwsException(400, "ParameterNotFound", "");
    }
}
