package dev.edaworkshop.dynamodblocal.engine;

import com.amazonaws.services.dynamodbv2.local.shared.jobs.TimeToLiveDeletionJobScheduler;
import com.google.common.util.concurrent.ForwardingExecutorService;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs DynamoDB Local's jobs, except the one that deletes expired items by real time: the local cloud's time can be moved. */
final class BackgroundJobs extends ForwardingExecutorService {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @Override
    protected ExecutorService delegate() {
        return threads;
    }

    @Override
    public Future<?> submit(Runnable job) {
        return job instanceof TimeToLiveDeletionJobScheduler
                ? CompletableFuture.completedFuture(null)
                : super.submit(job);
    }
}
