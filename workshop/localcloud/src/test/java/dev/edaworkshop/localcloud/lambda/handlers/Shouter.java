package dev.edaworkshop.localcloud.lambda.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/** Says it louder; has a method of its own besides. */
public final class Shouter implements RequestStreamHandler {
    @Override
    public void handleRequest(InputStream event, OutputStream result, Context context) throws IOException {
        String text = new String(event.readAllBytes(), StandardCharsets.UTF_8);
        result.write(text.toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
    }

    public String greet(Map<String, String> product, Context context) {
        return "Hello, " + product.get("name");
    }

    public void forget(Map<String, String> product) {
        System.out.println("forgot " + product.get("name"));
    }
}
