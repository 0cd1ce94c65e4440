package dev.edaworkshop.localcloud.lambda.bootstrap;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A {@code RequestHandler<I, O>}: JSON becomes an I, an O becomes JSON. */
final class PojoHandler implements EventHandler {
    private final RequestHandler<Object, Object> handler;
    private final Json input;
    private final Json output;

    private PojoHandler(RequestHandler<Object, Object> handler, Json input, Json output) {
        this.handler = handler;
        this.input = input;
        this.output = output;
    }

    static PojoHandler of(Class<?> type, RequestHandler<?, ?> handler) {
        @SuppressWarnings("unchecked") // it is called with what its own type arguments say
        var callable = (RequestHandler<Object, Object>) handler;
        Type[] arguments = arguments(type, Map.of());
        return arguments == null
                ? new PojoHandler(callable, Json.of(Object.class), Json.of(Object.class))
                : new PojoHandler(callable, Json.of(arguments[0]), Json.of(arguments[1]));
    }

    @Override
    public void handle(InputStream event, OutputStream result, Context context) throws FunctionFault {
        Object value = input.read(event);
        Object answer;
        try {
            answer = handler.handleRequest(value, context);
        } catch (Throwable thrown) { // whatever a function throws is its answer
            throw new FunctionFault(thrown);
        }
        output.write(answer, result);
    }

    /** What I and O are, seen from the class upwards; null if they are not said. */
    private static Type @Nullable [] arguments(@Nullable Type type, Map<TypeVariable<?>, Type> known) {
        if (type instanceof ParameterizedType generic) {
            Class<?> raw = (Class<?>) generic.getRawType();
            Type[] arguments = generic.getActualTypeArguments().clone();
            for (int i = 0; i < arguments.length; i++) {
                arguments[i] = known.getOrDefault(arguments[i], arguments[i]);
            }
            if (raw == RequestHandler.class) {
                return arguments;
            }
            Map<TypeVariable<?>, Type> more = new HashMap<>();
            for (int i = 0; i < arguments.length; i++) {
                more.put(raw.getTypeParameters()[i], arguments[i]);
            }
            return argumentsAbove(raw, more);
        }
        return type instanceof Class<?> plain && plain != RequestHandler.class ? argumentsAbove(plain, Map.of()) : null;
    }

    private static Type @Nullable [] argumentsAbove(Class<?> type, Map<TypeVariable<?>, Type> known) {
        for (Type parent : type.getGenericInterfaces()) {
            Type[] found = arguments(parent, known);
            if (found != null) {
                return found;
            }
        }
        return arguments(type.getGenericSuperclass(), known);
    }
}
