package dev.edaworkshop.localcloud.lambda.bootstrap;

import com.amazonaws.services.lambda.runtime.Context;
import java.io.InputStream;
import java.io.OutputStream;

/** A handler of any kind, once it is loaded. */
@FunctionalInterface
interface EventHandler {
    /** @throws FunctionFault whatever goes wrong */
    void handle(InputStream event, OutputStream result, Context context) throws FunctionFault;
}
