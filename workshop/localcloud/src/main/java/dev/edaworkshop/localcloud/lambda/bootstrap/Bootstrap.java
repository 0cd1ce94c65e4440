package dev.edaworkshop.localcloud.lambda.bootstrap;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOError;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The main class of a function's process: loads the handler, then handles one event after the other.
 *
 * <p>Lambda's own runtime client has native code for Linux only; this one does the same on every system. Unlike Lambda's
 * it ends its log output of an invocation with {@link #END_OF_OUTPUT} and the request id on a line, so that whoever reads
 * the log knows that it is complete.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html">Lambda Runtime API</a>
 */
public final class Bootstrap {
    /** ASCII's record separator, which no text contains. */
    public static final char END_OF_OUTPUT = '\u001e';

    private static final String TRACE_ID_PROPERTY = "com.amazonaws.xray.traceHeader";

    private final RuntimeApiClient runtimeApi;
    private final FileOutputStream standardOutput = new FileOutputStream(FileDescriptor.out);

    private Bootstrap(RuntimeApiClient runtimeApi) {
        this.runtimeApi = runtimeApi;
    }

    /** @param arguments the handler: {@code pkg.Class} or {@code pkg.Class::method} */
    public static void main(String[] arguments) {
        endWithTheCloud();
        LineLogger.install();
        new Bootstrap(new RuntimeApiClient(System.getenv("AWS_LAMBDA_RUNTIME_API"))).run(arguments[0]);
    }

    /** The other end of standard input closes when the local cloud ends, however it ends. */
    private static void endWithTheCloud() {
        Thread.ofPlatform().daemon().name("local-cloud-watch").start(() -> {
            try (var in = new FileInputStream(FileDescriptor.in)) {
                in.transferTo(FileOutputStream.nullOutputStream());
            } catch (IOException e) {
                // As good as the end of the stream.
            }
            Runtime.getRuntime().halt(0);
        });
    }

    private void run(String handlerName) {
        try {
            handleEvents(load(handlerName, functionLoader()));
        } catch (IOException e) {
            // The local cloud is gone, and so is everybody who could read about it.
            Runtime.getRuntime().halt(0);
        }
    }

    /**
     * Waits to hear where the function's classes are. Until then this process has seen nothing of the function, and may
     * therefore be started before it is known which version of it will run.
     */
    private ClassLoader functionLoader() throws IOException {
        URL classes = Path.of(runtimeApi.code()).toUri().toURL();
        // Without a name, which would appear in every line of a stack trace.
        ClassLoader loader = new URLClassLoader(new URL[] {classes}, Bootstrap.class.getClassLoader());
        Thread.currentThread().setContextClassLoader(loader);
        return loader;
    }

    private EventHandler load(String handlerName, ClassLoader loader) throws IOException {
        try {
            return HandlerLoader.load(handlerName, loader);
        } catch (FunctionFault fault) {
            System.out.print(fault.report().text());
            endOutput("init");
            runtimeApi.initError(fault.report());
            Runtime.getRuntime().exit(1);
            throw new IllegalStateException("exited", fault);
        }
    }

    private void handleEvents(EventHandler handler) throws IOException {
        while (true) {
            RuntimeApiClient.Event event = runtimeApi.next();
            System.setProperty(TRACE_ID_PROPERTY, event.header("Lambda-Runtime-Trace-Id"));
            handle(handler, event);
        }
    }

    private void handle(EventHandler handler, RuntimeApiClient.Event event) throws IOException {
        var context = new InvocationContext(event);
        var result = new ByteArrayOutputStream();
        try {
            handler.handle(new ByteArrayInputStream(event.body()), result, context);
        } catch (FunctionFault fault) {
            System.out.print(fault.report().text());
            endOutput(context.getAwsRequestId());
            runtimeApi.error(context.getAwsRequestId(), fault.report());
            if (fault.getCause() instanceof VirtualMachineError || fault.getCause() instanceof IOError) {
                Runtime.getRuntime().exit(1);
            }
            return;
        }
        endOutput(context.getAwsRequestId());
        runtimeApi.response(context.getAwsRequestId(), result.toByteArray());
    }

    private void endOutput(String requestId) throws IOException {
        System.out.flush();
        System.err.flush();
        standardOutput.write((END_OF_OUTPUT + requestId + "\n").getBytes(StandardCharsets.US_ASCII));
    }
}
