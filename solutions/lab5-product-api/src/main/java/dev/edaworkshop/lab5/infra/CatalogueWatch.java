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
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.constructs.Construct;

/**
 * Who looks at the catalogue when nobody looks: an alarm when an application fails or is slow, and a page that shows what
 * it is about. The numbers come from the functions' log lines.
 */
final class CatalogueWatch extends Construct {

    /** The namespace that the functions write in their log lines. */
    private static final String NAMESPACE = "HarbourGoods/Catalogue";

    private static final List<String> APPLICATIONS = List.of("storefront", "admin");
    private static final int SLOW_MILLIS = 500;

    CatalogueWatch(Construct scope, String id, CatalogueService catalogue) {
        super(scope, id);
        for (String application : APPLICATIONS) {
            alarm(application + "-fails", metric(application, "faults", "Sum"), 1, 1);
            // A cold start is slow and no reason to get up; a slow quarter of an hour is.
            alarm(application + "-is-slow", metric(application, "latency", "p99"), SLOW_MILLIS, 3);
        }
        alarm("storefront-is-throttled", catalogue.storefront().function().metricThrottles(), 1, 1);
        alarm("admin-is-throttled", catalogue.admin().function().metricThrottles(), 1, 1);
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
