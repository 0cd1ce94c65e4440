package dev.edaworkshop.lab1.terminals;

import java.util.Arrays;
import java.util.Optional;

/** What the reservations worker can be told from outside. */
enum Setting {
    QUEUE("queue", "RESERVATIONS_QUEUE_URL", "", "URL of the queue to read"),
    STOCK_TABLE("stock-table", "STOCK_TABLE", "", "table with the number of pieces"),
    HANDLED_EVENTS_TABLE("handled-events-table", "HANDLED_EVENTS_TABLE", "", "table of the events that are done"),
    STOCK_RESERVED_TOPIC("stock-reserved-topic", "STOCK_RESERVED_TOPIC_ARN", "", "topic for stock_reserved"),
    WAREHOUSE("warehouse", "WAREHOUSE", "pier", "which warehouse reserves; every event says so"),
    ENDPOINT("endpoint", "AWS_ENDPOINT_URL", "", "where AWS is; nothing for the real one"),
    REGION("region", "AWS_REGION", "us-east-1", "region of the queue, tables and topic"),
    SECRET_ACCESS_KEY("secret-access-key", "AWS_SECRET_ACCESS_KEY", "", "environment only: it is a secret"),
    BATCH_SIZE("batch-size", "BATCH_SIZE", "10", "messages at a time, 1 to 10"),
    WAIT_SECONDS("wait-seconds", "WAIT_SECONDS", "20", "how long to wait for the next message, 0 to 20"),
    VISIBILITY_SECONDS("visibility-seconds", "VISIBILITY_SECONDS", "30", "how long a batch may take, 2 to 43200"),
    STOP_AFTER("stop-after", "STOP_AFTER", "0", "end after so many messages; 0: never");

    private final String key;
    private final String variable;
    private final String defaultValue;
    private final String description;

    Setting(String key, String variable, String defaultValue, String description) {
        this.key = key;
        this.variable = variable;
        this.defaultValue = defaultValue;
        this.description = description;
    }

    /** As it stands in the file; on the command line with two dashes before it. */
    String key() {
        return key;
    }

    /** The environment variable. */
    String variable() {
        return variable;
    }

    /** Empty if there is none. */
    String defaultValue() {
        return defaultValue;
    }

    String description() {
        return description;
    }

    boolean isSecret() {
        return this == SECRET_ACCESS_KEY;
    }

    static Optional<Setting> withKey(String key) {
        return Arrays.stream(values())
                .filter(setting -> setting.key.equals(key))
                .findFirst();
    }
}
