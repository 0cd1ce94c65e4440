package dev.edaworkshop.localcloud.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.edaworkshop.localcloud.delivery.RecordStream.Record;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TableStreamTest {
    private static final String ARN = "arn:aws:dynamodb:us-east-1:000000000000:table/products/stream/1";

    private final TableStream stream = new TableStream(ARN, InstantSource.system());
    private final List<ObjectNode> written = new ArrayList<>();

    @Test
    void is_read_from_any_position() {
        IntStream.range(0, 5).forEach(this::write);
        stream.catchUp(this::recordsAfter);

        assertThat(stream.read(2, 2)).extracting(Record::sequenceNumber).containsExactly("2", "3");
        assertThat(stream.read(5, 2)).isEmpty();
        assertThat(stream.end()).isEqualTo(5);
    }

    @Test
    void writers_that_wait_for_a_reading_share_the_next_one() throws InterruptedException {
        AtomicInteger readings = new AtomicInteger();
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Thread first = Thread.ofPlatform()
                .start(() -> stream.catchUp(cursor -> {
                    readings.incrementAndGet();
                    reading.countDown();
                    awaitQuietly(goOn);
                    return new TableStream.Page(List.of(), cursor);
                }));
        reading.await();
        write(0);
        List<Thread> waiting = IntStream.range(0, 3)
                .mapToObj(_ -> Thread.ofPlatform()
                        .start(() -> stream.catchUp(cursor -> {
                            readings.incrementAndGet();
                            return recordsAfter(cursor);
                        })))
                .toList();
        await().until(() -> waiting.stream().allMatch(thread -> thread.getState() == Thread.State.BLOCKED));
        goOn.countDown();
        first.join();
        for (Thread thread : waiting) {
            thread.join();
        }

        assertThat(readings).hasValue(2);
        assertThat(stream.read(0, 10)).extracting(Record::sequenceNumber).containsExactly("0");
    }

    @Test
    void a_reading_that_fails_is_made_good_by_the_next() {
        write(0);
        assertThatIllegalStateException()
                .isThrownBy(() -> stream.catchUp(_ -> {
                    throw new IllegalStateException("the engine is gone");
                }));

        stream.catchUp(this::recordsAfter);

        assertThat(stream.end()).isEqualTo(1);
    }

    private void write(int number) {
        ObjectNode record = Engine.object();
        record.put("shardId", "shard").put("eventID", "event-" + number);
        record.putObject("dynamodb")
                .put("SequenceNumber", String.valueOf(number))
                .putObject("Keys");
        written.add(record);
    }

    private TableStream.Page recordsAfter(TableStream.Cursor cursor) {
        List<ObjectNode> records = List.copyOf(written);
        written.clear();
        return new TableStream.Page(records, cursor.after(records, "next"));
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
