package dev.edaworkshop.localcloud.lambda.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;

/** Does not get as far as handling anything. */
public final class BrokenConstructor implements RequestHandler<Object, String> {
    public BrokenConstructor() {
        throw new IllegalStateException("TABLE is not set");
    }

    @Override
    public String handleRequest(Object event, Context context) {
        return "never";
    }
}
