package dev.edaworkshop.dynamodblocal;

import java.nio.file.Path;

/**
 * Tables and streams of one account, in memory, by DynamoDB Local.
 *
 * <p>It takes and gives the JSON of DynamoDB's API; nobody's permission is checked, and ARNs say the region
 * {@code ddblocal}.
 */
public interface TableEngine extends AutoCloseable {
    /**
     * Starts an engine without tables. The first one of a process takes about a second, because DynamoDB Local is loaded.
     *
     * @param cacheDirectory keeps DynamoDB Local's libraries, if this module is a jar; may be deleted when no process uses it
     */
    static TableEngine start(Path cacheDirectory) {
        return EngineLoader.newEngine(cacheDirectory);
    }

    /**
     * Performs an action of DynamoDB or of DynamoDB Streams.
     *
     * @param action such as {@code PutItem} or {@code GetRecords}
     * @param request JSON
     * @return the response's JSON, or an error's with its status
     */
    Answer perform(String action, byte[] request);

    /**
     * Deletes an item as DynamoDB does when its time to live is over: the stream's record says that the service did it.
     *
     * @param key JSON, such as {@code {"id": {"S": "42"}}}
     * @return false if there is no such item
     */
    boolean expire(String tableName, byte[] key);

    /** Forgets all tables. */
    @Override
    void close();

    /** @param json the response, or an error with {@code __type} */
    record Answer(int status, byte[] json) {
        public boolean isError() {
            return status >= 400;
        }
    }
}
