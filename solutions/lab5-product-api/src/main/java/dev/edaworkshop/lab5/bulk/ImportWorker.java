package dev.edaworkshop.lab5.bulk;

import dev.edaworkshop.lab5.bulk.ImportQueue.Received;
import java.io.IOException;
import java.io.Reader;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Takes one chunk after the other from the queue into the table. Any number of them work side by side. */
public final class ImportWorker {

    /** Who is told what happens. */
    public interface Listener {

        void done(Chunk chunk, ChunkResult result);

        /**
         * It comes back, or is put aside.
         *
         * @param receives how often it has been tried, this time included
         */
        void failed(String message, int receives, Exception why);
    }

    private final ImportFiles files;
    private final ImportQueue queue;
    private final Listener listener;
    private final DynamoDbClient dynamoDb;
    private final String table;

    public ImportWorker(
            ImportFiles files, ImportQueue queue, DynamoDbClient dynamoDb, String table, Listener listener) {
        this.files = files;
        this.queue = queue;
        this.dynamoDb = dynamoDb;
        this.table = table;
        this.listener = listener;
    }

    /** Works until nothing is left, in the queue or in another worker's hands, or until it is stopped. */
    public void work(AtomicBoolean stopped) {
        while (!stopped.get()) {
            Optional<Received> received = queue.receive();
            if (received.isPresent()) {
                handle(received.get());
            } else if (queue.isEmpty()) {
                return;
            }
        }
    }

    /** The result is written when the rows are in the table, and the message deleted when the result is written. */
    private void handle(Received received) {
        try {
            Chunk chunk = Chunk.parse(received.message());
            if (files.result(chunk.key(), chunk.firstLine()).isEmpty()) {
                ChunkResult result = importChunk(chunk);
                files.write(chunk, result);
                listener.done(chunk, result);
            }
            queue.delete(received);
        } catch (IOException | SdkException | IllegalArgumentException e) {
            listener.failed(received.message(), received.receives(), e);
            queue.putBack(received);
        }
    }

    private ChunkResult importChunk(Chunk chunk) throws IOException {
        try (Reader text = files.open(chunk)) {
            var target = new ProductTable(dynamoDb, table, chunk.key(), files.uploadedAt(chunk.key()));
            return new ChunkImporter(target).importChunk(chunk, text);
        }
    }
}
