package dev.edaworkshop.localcloud.lambda;

import java.util.List;
import java.util.Optional;

/**
 * How a function logs.
 *
 * @param format {@code Text} or {@code JSON}
 * @param applicationLevel from which on the function's logger writes; empty for all, and only with JSON
 * @param systemLevel from which on Lambda writes; empty for all, and only with JSON
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-logformat.html">Log formats</a>
 */
public record LoggingFormat(String format, Optional<String> applicationLevel, Optional<String> systemLevel) {
    private static final List<String> FORMATS = List.of("Text", "JSON");
    private static final List<String> LEVELS = List.of("TRACE", "DEBUG", "INFO", "WARN", "ERROR", "FATAL");
    private static final List<String> SYSTEM_LEVELS = List.of("DEBUG", "INFO", "WARN");

    /** What a function has unless it is told otherwise. */
    public static final LoggingFormat TEXT = new LoggingFormat("Text", Optional.empty(), Optional.empty());

    public LoggingFormat {
        if (!FORMATS.contains(format)) {
            throw refused(format, "loggingConfig.logFormat", FORMATS);
        }
        applicationLevel.filter(level -> !LEVELS.contains(level)).ifPresent(level -> {
            throw refused(level, "loggingConfig.applicationLogLevel", LEVELS);
        });
        systemLevel.filter(level -> !SYSTEM_LEVELS.contains(level)).ifPresent(level -> {
            throw refused(level, "loggingConfig.systemLogLevel", SYSTEM_LEVELS);
        });
        if (!format.equals("JSON") && (applicationLevel.isPresent() || systemLevel.isPresent())) {
            throw LambdaErrors.invalidParameter("To specify log levels, set the log format of the function to JSON.");
        }
        if (format.equals("JSON")) {
            throw LambdaErrors.unsupported("the log format JSON; leave the format at Text");
        }
    }

    private static RuntimeException refused(String value, String path, List<String> allowed) {
        return LambdaErrors.validation(value, path, "Member must satisfy enum value set: " + allowed);
    }
}
