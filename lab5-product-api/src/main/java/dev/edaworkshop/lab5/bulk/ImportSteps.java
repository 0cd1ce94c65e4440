package dev.edaworkshop.lab5.bulk;

import java.io.IOException;

/** What an import of a file does. The queue is shared: what waits in it may be of this file, of another one, or of both. */
public interface ImportSteps {

    /** Whether chunks of the file have no result yet. */
    boolean isAnythingLeft();

    /** Sends all chunks that have no result yet. */
    void send() throws IOException;

    /** Works until the queue is empty. */
    void work() throws InterruptedException;

    /**
     * Imports what is left of the file.
     *
     * <p>Of a file that has just been uploaded nothing can be in the queue. Of one that was there before, all may be: only
     * what is still left when the queue has become empty was never sent, or has been put aside. It is sent once; what is put
     * aside again stays there, or this would never end.
     */
    default void run(boolean justUploaded) throws IOException, InterruptedException {
        if (isAnythingLeft() && !justUploaded) {
            work();
        }
        if (isAnythingLeft()) {
            send();
            work();
        }
    }
}
