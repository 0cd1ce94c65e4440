package dev.edaworkshop.localcloud.lambda;

import java.io.File;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a function's process finds in its environment.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html">Lambda's environment variables</a>
 */
final class EnvironmentVariables {
    /** Lambda sets these; a function cannot. */
    static final Set<String> RESERVED = Set.of(
            "_HANDLER",
            "_X_AMZN_TRACE_ID",
            "AWS_DEFAULT_REGION",
            "AWS_REGION",
            "AWS_EXECUTION_ENV",
            "AWS_LAMBDA_FUNCTION_NAME",
            "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
            "AWS_LAMBDA_FUNCTION_VERSION",
            "AWS_LAMBDA_INITIALIZATION_TYPE",
            "AWS_LAMBDA_LOG_GROUP_NAME",
            "AWS_LAMBDA_LOG_STREAM_NAME",
            "AWS_ACCESS_KEY",
            "AWS_ACCESS_KEY_ID",
            "AWS_SECRET_ACCESS_KEY",
            "AWS_SESSION_TOKEN",
            "AWS_LAMBDA_RUNTIME_API",
            "LAMBDA_TASK_ROOT",
            "LAMBDA_RUNTIME_DIR");

    /** Where the contents of layers lie, which Lambda would put together in {@code /opt}. */
    static final String LAYERS = "LOCAL_CLOUD_LAYERS";

    /** Without these no program starts on Windows, or finds a place for its files; elsewhere they are not set. */
    private static final Set<String> OF_THIS_MACHINE = Set.of("PATH", "SystemRoot", "TEMP", "TMP");

    private EnvironmentVariables() {}

    /**
     * @param runtimeApi host, port and path
     * @param accessKey of the function's role
     */
    static Map<String, String> of(Blueprint blueprint, String runtimeApi, String accessKey, String stream) {
        FunctionConfiguration function = blueprint.function();
        Map<String, String> variables = new TreeMap<>();
        System.getenv().forEach((name, value) -> {
            if (OF_THIS_MACHINE.stream().anyMatch(name::equalsIgnoreCase)) {
                variables.put(name, value);
            }
        });
        variables.put("AWS_ENDPOINT_URL", blueprint.endpoint().toString());
        variables.put("LANG", "en_US.UTF-8");
        variables.put("TZ", ":UTC");
        variables.put("AWS_XRAY_CONTEXT_MISSING", "LOG_ERROR");
        variables.putAll(function.environment());
        if (!function.layers().isEmpty()) {
            variables.put(LAYERS, String.join(File.pathSeparator, LayerVersion.directories(function.layers())));
        }

        variables.put("_HANDLER", function.handler());
        variables.put("AWS_REGION", blueprint.region());
        variables.put("AWS_DEFAULT_REGION", blueprint.region());
        variables.put("AWS_EXECUTION_ENV", "AWS_Lambda_" + function.runtime());
        variables.put("AWS_LAMBDA_FUNCTION_NAME", function.name());
        variables.put("AWS_LAMBDA_FUNCTION_VERSION", function.version());
        variables.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", String.valueOf(function.memoryMegabytes()));
        variables.put("AWS_LAMBDA_LOG_GROUP_NAME", function.logGroup());
        variables.put("AWS_LAMBDA_LOG_STREAM_NAME", stream);
        variables.put("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
        variables.put("AWS_LAMBDA_RUNTIME_API", runtimeApi);
        variables.put("AWS_ACCESS_KEY_ID", accessKey);
        variables.put("AWS_SECRET_ACCESS_KEY", "local-cloud");
        variables.put("AWS_SESSION_TOKEN", "local-cloud");
        variables.put("LAMBDA_TASK_ROOT", function.code().toString());
        variables.put("LAMBDA_RUNTIME_DIR", function.code().toString());
        return variables;
    }
}
