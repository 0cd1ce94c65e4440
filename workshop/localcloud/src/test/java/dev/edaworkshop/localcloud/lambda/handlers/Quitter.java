package dev.edaworkshop.localcloud.lambda.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;

/** Ends its process with the status it is told. */
public final class Quitter implements RequestHandler<Integer, String> {
    @Override
    public String handleRequest(Integer status, Context context) {
        System.exit(status);
        return "never";
    }
}
