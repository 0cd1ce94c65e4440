package dev.edaworkshop.localcloud.lambda.bootstrap;

import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Type;

/**
 * Java from and to JSON, the way Lambda does it: AWS's event classes with their customizations, everything else as plain
 * objects.
 */
final class Json {
    private final PojoSerializer<Object> serializer;

    private Json(PojoSerializer<Object> serializer) {
        this.serializer = serializer;
    }

    static Json of(Type type) {
        if (type instanceof Class<?> c && LambdaEventSerializers.isLambdaSupportedEvent(c.getName())) {
            @SuppressWarnings("unchecked") // a serializer for one class serves a caller that has only such objects
            var events = (PojoSerializer<Object>) LambdaEventSerializers.serializerFor(c, c.getClassLoader());
            return new Json(events);
        }
        return new Json(JacksonFactory.getInstance().getSerializer(type));
    }

    Object read(InputStream json) throws FunctionFault {
        try {
            return serializer.fromJson(json);
        } catch (RuntimeException e) {
            throw new FunctionFault(new RuntimeException("An error occurred during JSON parsing", e));
        }
    }

    void write(Object value, OutputStream json) throws FunctionFault {
        try {
            serializer.toJson(value, json);
        } catch (RuntimeException e) {
            throw new FunctionFault(new RuntimeException("An error occurred during JSON serialization of response", e));
        }
    }
}
