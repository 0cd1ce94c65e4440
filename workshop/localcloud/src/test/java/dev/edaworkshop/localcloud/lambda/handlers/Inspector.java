package dev.edaworkshop.localcloud.lambda.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.HashMap;
import java.util.Map;

/** Tells what it finds around itself. */
public final class Inspector implements RequestHandler<Object, Map<String, String>> {
    @Override
    public Map<String, String> handleRequest(Object event, Context context) {
        Map<String, String> found = new HashMap<>(System.getenv());
        found.put("requestId", context.getAwsRequestId());
        found.put("invokedFunctionArn", context.getInvokedFunctionArn());
        found.put("remainingMillis", String.valueOf(context.getRemainingTimeInMillis()));
        found.put("memoryMegabytes", String.valueOf(context.getMemoryLimitInMB()));
        found.put("maxHeapMegabytes", String.valueOf(Runtime.getRuntime().maxMemory() / 1024 / 1024));
        found.put("process", String.valueOf(ProcessHandle.current().pid()));
        found.put("directory", System.getProperty("user.dir"));
        return found;
    }
}
