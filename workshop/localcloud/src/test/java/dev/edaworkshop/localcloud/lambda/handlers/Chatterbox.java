package dev.edaworkshop.localcloud.lambda.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;

/** Answers as many characters as it is told. */
public final class Chatterbox implements RequestHandler<Integer, String> {
    @Override
    public String handleRequest(Integer length, Context context) {
        return "x".repeat(length);
    }
}
