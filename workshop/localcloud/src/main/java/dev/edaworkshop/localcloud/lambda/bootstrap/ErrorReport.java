package dev.edaworkshop.localcloud.lambda.bootstrap;

import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A failure as Lambda reports it.
 *
 * {@snippet lang=json :
 * {"errorMessage": "no such product", "errorType": "java.lang.IllegalArgumentException",
 *  "stackTrace": ["shop.ProductHandler.find(ProductHandler.java:41)"]}
 * }
 *
 * @param errorType a class name; empty if the runtime itself complains
 * @param stackTrace empty if nothing was thrown
 * @param text for the log
 */
record ErrorReport(String errorMessage, Optional<String> errorType, List<String> stackTrace, String text) {

    ErrorReport {
        stackTrace = List.copyOf(stackTrace);
    }

    /** What the runtime itself has to complain about. */
    static ErrorReport of(String errorMessage) {
        return new ErrorReport(errorMessage, Optional.empty(), List.of(), errorMessage + "\n");
    }

    /** As {@link #of(String)}, with the type that Lambda gives it. */
    static ErrorReport of(String errorMessage, Class<? extends Throwable> type) {
        return new ErrorReport(
                errorMessage,
                Optional.of(type.getName()),
                List.of(),
                "%s: %s\n".formatted(errorMessage, type.getName()));
    }

    /** What the function threw. */
    static ErrorReport of(Throwable thrown) {
        cutRuntimeFrames(thrown);
        String localized = thrown.getLocalizedMessage();
        String message = localized == null ? thrown.getClass().getName() : localized;
        List<String> frames = new ArrayList<>();
        for (StackTraceElement frame : thrown.getStackTrace()) {
            frames.add(frame.toString());
        }
        var trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace, true));
        String type = thrown.getClass().getName();
        return new ErrorReport(message, Optional.of(type), frames, "%s: %s\n%s".formatted(message, type, trace));
    }

    byte[] json() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("errorMessage", errorMessage);
        errorType.ifPresent(type -> members.put("errorType", type));
        if (errorType.isPresent() && !stackTrace.isEmpty()) {
            members.put("stackTrace", stackTrace);
        }
        var json = new ByteArrayOutputStream();
        JacksonFactory.getInstance().getSerializer(Map.class).toJson(members, json);
        return json.toByteArray();
    }

    /** Frames of the runtime, and below them, say nothing about the function. */
    private static void cutRuntimeFrames(Throwable thrown) {
        StackTraceElement[] frames = thrown.getStackTrace();
        for (int i = 0; i < frames.length; i++) {
            if (frames[i].getClassName().startsWith(ErrorReport.class.getPackageName() + ".")) {
                StackTraceElement[] above = new StackTraceElement[firstReflective(frames, i)];
                System.arraycopy(frames, 0, above, 0, above.length);
                thrown.setStackTrace(above);
                return;
            }
        }
    }

    /** Between the handler's method and the runtime there may be frames of reflection. */
    private static int firstReflective(StackTraceElement[] frames, int runtimeFrame) {
        int first = runtimeFrame;
        while (first > 0 && frames[first - 1].getClassName().matches("(java\\.lang\\.reflect|jdk\\.internal)\\..*")) {
            first--;
        }
        return first;
    }
}
