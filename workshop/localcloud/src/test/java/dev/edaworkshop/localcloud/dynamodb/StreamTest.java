package dev.edaworkshop.localcloud.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.OperationType;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

class StreamTest {
    private final TableFixture fixture = new TableFixture();
    private final DynamoDbStreamsClient streams = fixture.streams();
    private final String stream = fixture.createTable("products").latestStreamArn();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void tells_what_changed() {
        fixture.put("products", "robot", "12");
        fixture.put("products", "robot", "13");
        fixture.dynamoDb.deleteItem(request -> request.tableName("products").key(TableFixture.key("robot")));

        assertThat(records())
                .extracting(Record::eventName, record -> record.dynamodb().hasOldImage(), record -> record.dynamodb()
                        .hasNewImage())
                .containsExactly(
                        tuple(OperationType.INSERT, false, true),
                        tuple(OperationType.MODIFY, true, true),
                        tuple(OperationType.REMOVE, true, false));
    }

    @Test
    void a_write_that_changes_nothing_leaves_no_record() {
        fixture.put("products", "robot", "12");

        fixture.put("products", "robot", "12");
        fixture.dynamoDb.updateItem(request -> request.tableName("products")
                .key(TableFixture.key("robot"))
                .updateExpression("SET price = :p")
                .expressionAttributeValues(Map.of(":p", AttributeValue.fromN("12"))));
        fixture.dynamoDb.deleteItem(request -> request.tableName("products").key(TableFixture.key("nobody")));

        assertThat(records()).hasSize(1);
    }

    @Test
    void records_carry_the_time_of_the_account() {
        fixture.account.clock().advance(Duration.ofDays(10));
        Instant before = fixture.account.clock().instant().minusSeconds(1);

        fixture.put("products", "robot", "12");

        assertThat(records().getFirst().dynamodb().approximateCreationDateTime())
                .isBetween(before, fixture.account.clock().instant());
    }

    @Test
    void an_item_goes_when_its_time_is_over_and_the_record_says_who_did_it() {
        fixture.dynamoDb.updateTimeToLive(request -> request.tableName("products")
                .timeToLiveSpecification(ttl -> ttl.attributeName("until").enabled(true)));
        long until = fixture.account.clock().instant().plusSeconds(3600).getEpochSecond();
        fixture.dynamoDb.putItem(request -> request.tableName("products")
                .item(Map.of(
                        "id", AttributeValue.fromS("offer"),
                        "until", AttributeValue.fromN(String.valueOf(until)))));
        fixture.put("products", "robot", "12");

        fixture.account.clock().drain(Duration.ofMinutes(30));
        assertThat(records()).hasSize(2);
        fixture.account.clock().drain(Duration.ofMinutes(61));

        Record last = records().getLast();
        assertThat(last.eventName()).isEqualTo(OperationType.REMOVE);
        assertThat(last.userIdentity().type()).isEqualTo("Service");
        assertThat(last.userIdentity().principalId()).isEqualTo("dynamodb.amazonaws.com");
        assertThat(fixture.dynamoDb
                        .scan(request -> request.tableName("products"))
                        .items())
                .extracting(item -> item.get("id").s())
                .containsExactly("robot");
    }

    @Test
    void an_unknown_stream_is_refused_in_the_words_of_aws() {
        String unknown = stream.replace("table/products", "table/nowhere");

        assertThatThrownBy(() -> streams.describeStream(request -> request.streamArn(unknown)))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageStartingWith("Requested resource not found: Stream: %s not found".formatted(unknown));
    }

    @Test
    void streams_are_listed_with_the_arns_of_the_account() {
        assertThat(streams.listStreams(request -> request.tableName("products")).streams())
                .singleElement()
                .satisfies(listed -> assertThat(listed.streamArn()).isEqualTo(stream));
    }

    private List<Record> records() {
        String shard = streams.describeStream(request -> request.streamArn(stream))
                .streamDescription()
                .shards()
                .getFirst()
                .shardId();
        String iterator = streams.getShardIterator(request ->
                        request.streamArn(stream).shardId(shard).shardIteratorType(ShardIteratorType.TRIM_HORIZON))
                .shardIterator();
        return streams.getRecords(request -> request.shardIterator(iterator)).records();
    }
}
