package dev.edaworkshop.localcloud.sqs;

/** Where a queue's messages go that were received too often. */
record Redrive(int maxReceiveCount, Queue deadLetterQueue) {
    boolean concerns(QueuedMessage message) {
        return message.receiveCount() >= maxReceiveCount;
    }
}
