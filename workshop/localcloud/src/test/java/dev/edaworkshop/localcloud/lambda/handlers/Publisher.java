package dev.edaworkshop.localcloud.lambda.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import software.amazon.awssdk.services.sns.SnsClient;

/** Publishes to the topic it is told, with the AWS SDK as it is configured by its environment. */
public final class Publisher implements RequestHandler<String, String> {
    private final SnsClient sns = SnsClient.create();

    @Override
    public String handleRequest(String topicArn, Context context) {
        return sns.publish(request -> request.topicArn(topicArn).message("hello"))
                .messageId();
    }
}
