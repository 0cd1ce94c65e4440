package dev.edaworkshop.localcloud.lambda.bootstrap;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;

/**
 * Makes an {@link EventHandler} of a handler's name, {@code pkg.Class} or {@code pkg.Class::method}.
 *
 * <p>As in Lambda, a name that leads nowhere fails the first invocation, whereas a constructor that throws fails the
 * start of the process.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/java-handler.html">Handlers in Java</a>
 */
final class HandlerLoader {
    private static final String HANDLER_METHOD = "handleRequest";

    private HandlerLoader() {}

    /** @throws FunctionFault if the class cannot be initialised or instantiated */
    static EventHandler load(String name, ClassLoader loader) throws FunctionFault {
        try {
            return find(name, loader);
        } catch (FunctionFault fault) {
            if (fault.getCause() != null) {
                throw fault;
            }
            return (event, result, context) -> {
                throw new FunctionFault(fault.report());
            };
        }
    }

    private static EventHandler find(String name, ClassLoader loader) throws FunctionFault {
        int colons = name.lastIndexOf("::");
        String className = colons < 0 ? name : name.substring(0, colons);
        String methodName = colons < 0 ? HANDLER_METHOD : name.substring(colons + 2);
        if (className.isEmpty() || methodName.isEmpty()) {
            throw new FunctionFault(ErrorReport.of("Invalid handler: `" + name + "'"));
        }
        Class<?> type = type(className, loader);
        if (RequestStreamHandler.class.isAssignableFrom(type) && methodName.equals(HANDLER_METHOD)) {
            return streamHandler((RequestStreamHandler) instantiate(type));
        }
        if (RequestHandler.class.isAssignableFrom(type) && methodName.equals(HANDLER_METHOD)) {
            return PojoHandler.of(type, (RequestHandler<?, ?>) instantiate(type));
        }
        if (colons < 0) {
            throw new FunctionFault(
                    ErrorReport.of("Class " + className + " does not implement an appropriate handler interface"));
        }
        return MethodHandler.find(type, methodName)
                .orElseThrow(() -> new FunctionFault(
                        ErrorReport.of("No public method named %s with appropriate method signature found on class %s"
                                .formatted(methodName, className))));
    }

    private static Class<?> type(String className, ClassLoader loader) throws FunctionFault {
        try {
            return Class.forName(className, true, loader);
        } catch (ClassNotFoundException e) {
            throw new FunctionFault(ErrorReport.of("Class not found: " + className, ClassNotFoundException.class));
        } catch (LinkageError e) {
            throw new FunctionFault(e);
        }
    }

    /** An instance by the public constructor without parameters. */
    static Object instantiate(Class<?> type) throws FunctionFault {
        if (Modifier.isAbstract(type.getModifiers())) {
            throw new FunctionFault(
                    ErrorReport.of("Class " + type.getName() + " is abstract and can't be instantiated"));
        }
        try {
            return type.getConstructor().newInstance();
        } catch (NoSuchMethodException e) {
            throw new FunctionFault(
                    ErrorReport.of("Class " + type.getName() + " has no public zero-argument constructor"));
        } catch (InvocationTargetException e) {
            throw new FunctionFault(e.getCause() == null ? e : e.getCause());
        } catch (InstantiationException | IllegalAccessException | LinkageError e) {
            throw new FunctionFault(e);
        }
    }

    private static EventHandler streamHandler(RequestStreamHandler handler) {
        return (event, result, context) -> {
            try {
                handler.handleRequest(event, result, context);
            } catch (Throwable thrown) { // whatever a function throws is its answer
                throw new FunctionFault(thrown);
            }
        };
    }
}
