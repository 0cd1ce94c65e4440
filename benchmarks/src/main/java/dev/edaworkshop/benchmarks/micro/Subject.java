package dev.edaworkshop.benchmarks.micro;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.runner.BenchmarkList;

/** A class of benchmarks. */
record Subject(String className, Question asks) {
    /** The role of a benchmark that measures what the labs do. */
    static final String LAB = "lab";

    private static final String NAIVE = "naive";

    /** All that JMH knows of, by name. */
    static List<Subject> all() {
        return BenchmarkList.defaultList().getAll(Progress.none(), List.of()).stream()
                .map(benchmark -> benchmark.getUserClassQName())
                .distinct()
                .map(Subject::of)
                .sorted(Comparator.comparing(Subject::name))
                .toList();
    }

    /** @throws IllegalStateException if the class asks nothing */
    static Subject of(String className) {
        try {
            Question asks = Class.forName(className).getAnnotation(Question.class);
            if (asks == null) {
                throw new IllegalStateException(className + " needs a @Question");
            }
            return new Subject(className, asks);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@code matching} for {@code MatchingBenchmark}. */
    String name() {
        return className
                .substring(className.lastIndexOf('.') + 1)
                .replaceFirst("Benchmark$", "")
                .toLowerCase(Locale.ROOT);
    }

    String question() {
        return asks.value();
    }

    /** {@code lab}, {@code naive}, or nothing for what is there to compare with. */
    String role(String method) {
        if (method.equals(asks.ours())) {
            return LAB;
        }
        return method.equals(asks.naive()) ? NAIVE : "";
    }

    /** Whether somebody who typed these means it; nothing typed means all. */
    boolean isMeant(List<String> typed) {
        return typed.isEmpty() || typed.stream().anyMatch(text -> name().contains(text.toLowerCase(Locale.ROOT)));
    }
}
