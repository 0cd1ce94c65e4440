package dev.edaworkshop.localcloud.wire;

import java.util.function.Supplier;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/**
 * One API action: AWS's request class in, AWS's response class out.
 *
 * @param <Q> the AWS SDK's request class, such as {@code PublishRequest}
 * @param <R> the AWS SDK's response class
 */
final class Operation<Q extends SdkPojo, R extends SdkPojo> {
    private final String action;
    private final Supplier<? extends SdkBuilder<?, Q>> requestBuilder;
    private final Handler<Q, R> handler;
    private final Required required;

    Operation(String action, Supplier<? extends SdkBuilder<?, Q>> requestBuilder, Handler<Q, R> handler) {
        this(action, requestBuilder, handler, Required.NOTHING);
    }

    Operation(
            String action,
            Supplier<? extends SdkBuilder<?, Q>> requestBuilder,
            Handler<Q, R> handler,
            Required required) {
        this.action = action;
        this.requestBuilder = requestBuilder;
        this.handler = handler;
        this.required = required;
    }

    String action() {
        return action;
    }

    /** Has the codec fill a new request, handles it. */
    R perform(Call call, RequestReader reader) {
        SdkBuilder<?, Q> builder = requestBuilder.get();
        reader.readInto((SdkPojo) builder);
        Q request = builder.build();
        required.check(request);
        return handler.handle(call, request);
    }

    /** Sets the fields of a request under construction. */
    interface RequestReader {
        void readInto(SdkPojo builder);
    }
}
