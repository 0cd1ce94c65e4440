package dev.edaworkshop.localcloud.lambda.bootstrap;

import com.amazonaws.services.lambda.runtime.Context;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A public method by its name: {@code O method(I)}, {@code O method(I, Context)}, {@code void method(InputStream,
 * OutputStream)} or {@code void method(InputStream, OutputStream, Context)}.
 */
final class MethodHandler implements EventHandler {
    private final Method method;
    private final @Nullable Object instance;
    private final boolean streams;

    private MethodHandler(Method method, @Nullable Object instance, boolean streams) {
        this.method = method;
        this.instance = instance;
        this.streams = streams;
    }

    /** The method with the most parameters that fits; empty if there is none. */
    static Optional<EventHandler> find(Class<?> type, String name) throws FunctionFault {
        Optional<Method> found = Arrays.stream(type.getMethods())
                .filter(method -> method.getName().equals(name) && !method.isBridge())
                .filter(method -> takesStreams(method) || takesEvent(method))
                .max(Comparator.comparing(Method::getParameterCount));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Method method = found.get();
        Object instance = Modifier.isStatic(method.getModifiers()) ? null : HandlerLoader.instantiate(type);
        return Optional.of(new MethodHandler(method, instance, takesStreams(method)));
    }

    @Override
    public void handle(InputStream event, OutputStream result, Context context) throws FunctionFault {
        Type[] types = method.getGenericParameterTypes();
        Object[] arguments = new Object[types.length];
        if (types.length > 0) {
            arguments[types.length - 1] = context;
        }
        if (streams) {
            arguments[0] = event;
            arguments[1] = result;
            call(arguments);
            return;
        }
        if (types.length > 0 && types[0] != Context.class) {
            arguments[0] = Json.of(types[0]).read(event);
        }
        Object answer = call(arguments);
        Type answerType = method.getReturnType() == void.class ? Object.class : method.getGenericReturnType();
        Json.of(answerType).write(answer, result);
    }

    @SuppressWarnings("NullAway") // static methods have no instance
    private Object call(Object[] arguments) throws FunctionFault {
        try {
            return method.invoke(instance, arguments);
        } catch (InvocationTargetException e) {
            throw new FunctionFault(e.getCause() == null ? e : e.getCause());
        } catch (IllegalAccessException e) {
            throw new FunctionFault(e);
        }
    }

    private static boolean takesStreams(Method method) {
        Class<?>[] types = method.getParameterTypes();
        return types.length >= 2
                && types[0] == InputStream.class
                && types[1] == OutputStream.class
                && (types.length == 2 || types.length == 3 && types[2] == Context.class);
    }

    private static boolean takesEvent(Method method) {
        Class<?>[] types = method.getParameterTypes();
        return types.length < 2 || types.length == 2 && types[1] == Context.class;
    }
}
