package dev.edaworkshop.lab4.given;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A Lambda entry point that takes one event of the shop, and returns the event that follows from it, if any. */
public abstract class EnvelopeFunction implements RequestStreamHandler {

    private static final String NOTHING = "{}";

    /** @return empty if nothing follows */
    protected abstract Optional<Envelope> handle(Envelope event);

    @Override
    public final void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        // Lambda's own JSON mapper would turn 24.90 into a double; amounts are read as they were written.
        Envelope event = Envelope.parse(new String(input.readAllBytes(), StandardCharsets.UTF_8));
        String result = handle(event).map(Envelope::toJson).orElse(NOTHING);
        output.write(result.getBytes(StandardCharsets.UTF_8));
    }
}
