package dev.edaworkshop.localcloud.lambda.bootstrap;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.LambdaRuntime;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;

/** Writes every log call as lines of its own, as Lambda does: code that logs does not end its texts with line feeds. */
final class LineLogger implements LambdaLogger {
    static final LineLogger INSTANCE = new LineLogger();

    private LineLogger() {}

    /** Makes {@code LambdaRuntime.getLogger()}, which logging libraries use, this one. Lambda's own client does it so, too. */
    static void install() {
        try {
            Field logger = LambdaRuntime.class.getDeclaredField("logger");
            logger.setAccessible(true);
            logger.set(null, INSTANCE);
        } catch (ReflectiveOperationException e) {
            // Another version of aws-lambda-java-core: its own logger prints to standard output as well.
        }
    }

    @Override
    public void log(String message) {
        System.out.print(message.endsWith("\n") ? message : message + "\n");
    }

    @Override
    public void log(byte[] message) {
        log(new String(message, StandardCharsets.UTF_8));
    }
}
