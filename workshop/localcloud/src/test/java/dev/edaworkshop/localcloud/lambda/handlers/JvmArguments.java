package dev.edaworkshop.localcloud.lambda.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.lang.management.ManagementFactory;
import java.util.List;

/** Tells how its JVM was started. */
public final class JvmArguments implements RequestHandler<Object, List<String>> {
    @Override
    public List<String> handleRequest(Object event, Context context) {
        return ManagementFactory.getRuntimeMXBean().getInputArguments();
    }
}
