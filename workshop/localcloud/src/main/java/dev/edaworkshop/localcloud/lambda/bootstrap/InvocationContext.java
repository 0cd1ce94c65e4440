package dev.edaworkshop.localcloud.lambda.bootstrap;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import org.jspecify.annotations.Nullable;

/** What a handler may ask about its invocation. */
final class InvocationContext implements Context {
    private final RuntimeApiClient.Event event;
    private final long deadlineMillis;

    InvocationContext(RuntimeApiClient.Event event) {
        this.event = event;
        deadlineMillis = Long.parseLong(event.header("Lambda-Runtime-Deadline-Ms"));
    }

    @Override
    public String getAwsRequestId() {
        return event.header("Lambda-Runtime-Aws-Request-Id");
    }

    @Override
    public String getLogGroupName() {
        return System.getenv("AWS_LAMBDA_LOG_GROUP_NAME");
    }

    @Override
    public String getLogStreamName() {
        return System.getenv("AWS_LAMBDA_LOG_STREAM_NAME");
    }

    @Override
    public String getFunctionName() {
        return System.getenv("AWS_LAMBDA_FUNCTION_NAME");
    }

    @Override
    public String getFunctionVersion() {
        return System.getenv("AWS_LAMBDA_FUNCTION_VERSION");
    }

    @Override
    public String getInvokedFunctionArn() {
        return event.header("Lambda-Runtime-Invoked-Function-Arn");
    }

    /** Lambda answers an identity without values if no Cognito identity invokes. */
    @Override
    public CognitoIdentity getIdentity() {
        return new NoIdentity();
    }

    @Override
    @SuppressWarnings("NullAway") // Lambda answers null unless a mobile SDK invokes.
    public ClientContext getClientContext() {
        return null;
    }

    @Override
    public int getRemainingTimeInMillis() {
        return Math.toIntExact(deadlineMillis - System.currentTimeMillis());
    }

    @Override
    public int getMemoryLimitInMB() {
        return Integer.parseInt(System.getenv("AWS_LAMBDA_FUNCTION_MEMORY_SIZE"));
    }

    @Override
    public LambdaLogger getLogger() {
        return LineLogger.INSTANCE;
    }

    @Override
    public String getXrayTraceId() {
        return event.header("Lambda-Runtime-Trace-Id");
    }

    private static final class NoIdentity implements CognitoIdentity {
        @Override
        @SuppressWarnings("NullAway")
        public @Nullable String getIdentityId() {
            return null;
        }

        @Override
        @SuppressWarnings("NullAway")
        public @Nullable String getIdentityPoolId() {
            return null;
        }
    }
}
