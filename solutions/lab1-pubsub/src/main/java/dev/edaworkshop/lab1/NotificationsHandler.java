package dev.edaworkshop.lab1;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;

/** The Lambda entry point of Notifications: reads events from a queue. */
public final class NotificationsHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {

    private final Notifications notifications;

    /** Called by Lambda, once for each execution environment. */
    public NotificationsHandler() {
        this(new Notifications(System.out::println));
    }

    NotificationsHandler(Notifications notifications) {
        this.notifications = notifications;
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent batch, Context context) {
        return new EventBatch(batch).handle(notifications::handle);
    }
}
