package dev.edaworkshop.localcloud.lambda;

import dev.edaworkshop.localcloud.wire.Call;
import dev.edaworkshop.localcloud.wire.RestService;
import software.amazon.awssdk.services.lambda.model.ListTagsRequest;
import software.amazon.awssdk.services.lambda.model.ListTagsResponse;
import software.amazon.awssdk.services.lambda.model.TagResourceRequest;
import software.amazon.awssdk.services.lambda.model.TagResourceResponse;
import software.amazon.awssdk.services.lambda.model.UntagResourceRequest;
import software.amazon.awssdk.services.lambda.model.UntagResourceResponse;

/** Tags of functions, on the wire. */
final class TagActions {
    private static final String PATH = "/2017-03-31/tags/{Resource}";

    private final Functions functions;

    TagActions(Functions functions) {
        this.functions = functions;
    }

    void addTo(RestService service) {
        service.operation("ListTags", "GET", PATH, 200, ListTagsRequest::builder, this::list)
                .operation("TagResource", "POST", PATH, 204, TagResourceRequest::builder, this::tag)
                .operation("UntagResource", "DELETE", PATH, 204, UntagResourceRequest::builder, this::untag);
    }

    private ListTagsResponse list(Call call, ListTagsRequest request) {
        Function function = functions.require(call, "lambda:ListTags", request.resource(), null);
        return ListTagsResponse.builder().tags(function.tags().all()).build();
    }

    private TagResourceResponse tag(Call call, TagResourceRequest request) {
        Function function = functions.require(call, "lambda:TagResource", request.resource(), null);
        function.tags().putAll(request.tags());
        return TagResourceResponse.builder().build();
    }

    private UntagResourceResponse untag(Call call, UntagResourceRequest request) {
        Function function = functions.require(call, "lambda:UntagResource", request.resource(), null);
        function.tags().removeAll(request.tagKeys());
        return UntagResourceResponse.builder().build();
    }
}
