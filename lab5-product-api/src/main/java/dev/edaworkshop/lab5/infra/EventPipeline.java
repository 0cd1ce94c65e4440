package dev.edaworkshop.lab5.infra;

import dev.edaworkshop.lab5.pipeline.ProductStreamHandler;
import io.github.cdklabs.cdknag.NagPackSuppression;
import io.github.cdklabs.cdknag.NagSuppressions;
import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.lambda.EventSourceMapping;
import software.amazon.awscdk.services.lambda.StartingPosition;
import software.amazon.awscdk.services.lambda.eventsources.SqsDlq;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

/** From the products table's stream to the bus. */
final class EventPipeline extends Construct {

    private static final int BATCH = 100;
    // They come at growing distances, up to a minute: for about five minutes.
    private static final int RETRIES = 10;

    private final ShopFunction processor;
    private final Queue givenUp;

    EventPipeline(Construct scope, String id, ProductTable products, HarbourBus harbour, String stage) {
        super(scope, id);
        processor = new ShopFunction(this, "StreamProcessor", ProductStreamHandler.class);
        processor.setVariable("STAGE", stage);
        harbour.letPublish(processor);
        givenUp = Queue.Builder.create(this, "GivenUp")
                .enforceSsl(true)
                .retentionPeriod(Duration.days(14))
                .build();
        NagSuppressions.addResourceSuppressions(
                givenUp,
                List.of(NagPackSuppression.builder()
                        .id("AwsSolutions-SQS3")
                        .reason("It is a dead-letter queue, of a stream: the rule knows those of queues only.")
                        .build()));
        listenTo(products.table().getTableStreamArn());
    }

    private void listenTo(String streamArn) {
        // CDK's own grant lets the function list every stream of the account; this one may read one.
        processor
                .role()
                .addToPrincipalPolicy(PolicyStatement.Builder.create()
                        .actions(List.of(
                                "dynamodb:DescribeStream",
                                "dynamodb:GetRecords",
                                "dynamodb:GetShardIterator",
                                "dynamodb:ListStreams"))
                        .resources(List.of(streamArn))
                        .build());
        var mapping = EventSourceMapping.Builder.create(this, "Stream")
                .target(processor.function())
                .eventSourceArn(streamArn)
                .startingPosition(StartingPosition.TRIM_HORIZON)
                .batchSize(BATCH)
                // The function answers with the first record that has to come again; what came before it is done.
                .reportBatchItemFailures(true)
                // A batch that fails is divided until the record stands alone that cannot be handled,
                .bisectBatchOnError(true)
                // and that one is tried for some minutes: while the bus is out of order, every record looks like it.
                .retryAttempts(RETRIES)
                .onFailure(new SqsDlq(givenUp))
                .build();
        mapping.getNode().addDependency(processor.role());
    }

    ShopFunction processor() {
        return processor;
    }

    Queue givenUp() {
        return givenUp;
    }

    String givenUpUrl() {
        return givenUp.getQueueUrl();
    }
}
