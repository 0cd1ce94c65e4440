package dev.edaworkshop.benchmarks.micro;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/**
 * What one benchmark was measured at, with one set of parameters.
 *
 * @param parameters by name; empty if it has none
 * @param nanos for one operation
 * @param error half of the 99.9 % confidence interval, in nanoseconds; not a number after too few iterations
 * @param bytes allocated for one operation
 */
record Score(
        String className, String method, Map<String, String> parameters, double nanos, double error, double bytes) {
    private static final String ALLOCATED = "gc.alloc.rate.norm";

    Score {
        parameters = Map.copyOf(parameters);
    }

    static Score of(RunResult result) {
        String name = result.getParams().getBenchmark();
        int dot = name.lastIndexOf('.');
        Map<String, String> parameters = new TreeMap<>();
        for (String key : result.getParams().getParamsKeys()) {
            parameters.put(key, result.getParams().getParam(key));
        }
        return new Score(
                name.substring(0, dot),
                name.substring(dot + 1),
                parameters,
                result.getPrimaryResult().getScore(),
                result.getPrimaryResult().getScoreError(),
                bytes(result));
    }

    private static double bytes(RunResult result) {
        for (Map.Entry<String, ? extends Result<?>> secondary :
                secondaries(result).entrySet()) {
            if (secondary.getKey().endsWith(ALLOCATED)) {
                return secondary.getValue().getScore();
            }
        }
        return 0;
    }

    private static Map<String, Result<?>> secondaries(RunResult result) {
        Map<String, Result<?>> secondaries = new TreeMap<>();
        result.getSecondaryResults().forEach(secondaries::put);
        return secondaries;
    }

    /** Whether the error, if it is known, is small enough to compare the time with another one. */
    boolean isCertain() {
        return Double.isNaN(error) || error < nanos / 2;
    }

    /** {@code matching.askOnce, rules = 100}. */
    String label() {
        return Subject.of(className).name() + "." + method + (parameters.isEmpty() ? "" : ", " + parametersInWords());
    }

    /** Under its question: {@code askOnce (the lab), rules = 100}. */
    String in(Subject subject) {
        String role = subject.role(method);
        return method
                + (role.equals(Subject.LAB) ? " (the lab)" : role.isEmpty() ? "" : " (%s)".formatted(role))
                + (parameters.isEmpty() ? "" : ", " + parametersInWords());
    }

    /** {@code rules = 100}; empty if there are none. */
    String parametersInWords() {
        return new TreeMap<>(parameters)
                .entrySet().stream()
                        .map(parameter -> parameter.getKey() + " = " + parameter.getValue())
                        .collect(Collectors.joining(", "));
    }
}
