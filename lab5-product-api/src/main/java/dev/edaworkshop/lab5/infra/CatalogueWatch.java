package dev.edaworkshop.lab5.infra;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.Dashboard;
import software.amazon.awscdk.services.cloudwatch.GraphWidget;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.IWidget;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

/**
 * Who looks at the shop when nobody looks: an alarm when an application fails or is slow, when an event is late or put
 * aside, and a page that shows what it is about. An application's numbers come from its functions' log lines, all others
 * from AWS.
 */
final class CatalogueWatch extends Construct {

    /** The namespace that the functions write in their log lines. */
    private static final String NAMESPACE = "HarbourGoods/Catalogue";

    private static final List<String> APPLICATIONS = List.of("storefront", "admin");
    private static final int SLOW_MILLIS = 500;
    private static final int LATE_MILLIS = 5 * 60 * 1000;

    /** Watches everything that the scope has by now. */
    CatalogueWatch(Construct scope, String id, CatalogueService catalogue, CatalogueApi api, EventPipeline pipeline) {
        super(scope, id);
        watchApplications(catalogue);
        // Also what never reaches a function, or one that never gets as far as its log line.
        alarm("api-fails", api.serverErrors(), 1, 1);
        all(scope, ShopFunction.class).forEach(this::watchErrors);
        watchStream(pipeline);
        all(scope, EventQueue.class)
                .forEach(queue -> watchPutAside(queue.getNode().getId(), queue.deadLetters()));
        show();
    }

    private void watchApplications(CatalogueService catalogue) {
        for (String application : APPLICATIONS) {
            alarm(application + "-fails", metric(application, "faults", "Sum"), 1, 1);
            // A cold start is slow and no reason to get up; a slow quarter of an hour is.
            alarm(application + "-is-slow", metric(application, "latency", "p99"), SLOW_MILLIS, 3);
        }
        alarm("storefront-is-throttled", catalogue.storefront().function().metricThrottles(), 1, 1);
        alarm("admin-is-throttled", catalogue.admin().function().metricThrottles(), 1, 1);
    }

    /** An exception, a timeout, no more memory: whatever ends an invocation without an answer. */
    private void watchErrors(ShopFunction function) {
        alarm(function.getNode().getId() + "-has-errors", function.function().metricErrors(), 1, 1);
    }

    /** While the stream is held up nothing is lost, and nobody hears anything new. */
    private void watchStream(EventPipeline pipeline) {
        IMetric age = pipeline.processor()
                .function()
                .metric(
                        "IteratorAge",
                        MetricOptions.builder().statistic("Maximum").build());
        alarm("stream-is-late", age, LATE_MILLIS, 1);
        watchPutAside("stream", pipeline.givenUp());
    }

    /** One is enough: somebody has to look at each. */
    private void watchPutAside(String name, Queue queue) {
        alarm(name + "-put-aside", queue.metricApproximateNumberOfMessagesVisible(), 1, 1);
    }

    private void show() {
        Dashboard.Builder.create(this, "Dashboard")
                .widgets(List.of(
                        List.of(graph("Latency (p99)", "latency", "p99"), graph("Faults (5xx)", "faults", "Sum")),
                        List.of(
                                graph("Refusals (4xx)", "refusals", "Sum"),
                                graph("Requests", "latency", "SampleCount"))))
                .build();
    }

    private void alarm(String name, IMetric metric, int threshold, int periods) {
        Alarm.Builder.create(this, name)
                .metric(metric)
                .threshold(threshold)
                .evaluationPeriods(periods)
                .comparisonOperator(ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD)
                // At night nobody buys, and nothing is wrong with that.
                .treatMissingData(TreatMissingData.NOT_BREACHING)
                .build();
    }

    private static <T> List<T> all(Construct scope, Class<T> kind) {
        return scope.getNode().findAll().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    private static IWidget graph(String title, String metric, String statistic) {
        return GraphWidget.Builder.create()
                .title(title)
                .left(APPLICATIONS.stream()
                        .map(application -> metric(application, metric, statistic))
                        .toList())
                .width(12)
                .build();
    }

    private static Metric metric(String application, String name, String statistic) {
        return Metric.Builder.create()
                .namespace(NAMESPACE)
                .metricName(name)
                .dimensionsMap(Map.of("application", application))
                .statistic(statistic)
                .period(Duration.minutes(5))
                .build();
    }
}
