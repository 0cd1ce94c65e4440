package dev.edaworkshop.benchmarks.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does something many times from several threads, and takes the time. */
final class Work {
    private Work() {}

    /** One step; gets the number of its thread and of its repetition. */
    @FunctionalInterface
    interface Step {
        void take(int thread, int repetition) throws Exception;
    }

    /**
     * Each thread takes its steps as fast as it can.
     *
     * @return the time from the first step's begin to the last one's end
     */
    static Duration inParallel(int threads, int repetitions, Step step) throws Exception {
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            List<Callable<Boolean>> tasks = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                int thread = t;
                tasks.add(() -> {
                    for (int i = 0; i < repetitions; i++) {
                        step.take(thread, i);
                    }
                    return true;
                });
            }
            long begin = System.nanoTime();
            for (Future<Boolean> task : executor.invokeAll(tasks)) {
                rethrow(task);
            }
            return Duration.ofNanos(System.nanoTime() - begin);
        }
    }

    private static void rethrow(Future<Boolean> task) throws Exception {
        try {
            task.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    static double perSecond(long count, Duration time) {
        return count / (time.toNanos() / 1e9);
    }
}
