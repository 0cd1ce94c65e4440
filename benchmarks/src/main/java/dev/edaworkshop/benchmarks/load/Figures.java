package dev.edaworkshop.benchmarks.load;

import java.util.List;

/** The figures of several runs. */
record Figures(List<Double> runs) {
    Figures {
        runs = runs.stream().sorted().toList();
    }

    double median() {
        int middle = runs.size() / 2;
        return runs.size() % 2 == 1 ? runs.get(middle) : (runs.get(middle - 1) + runs.get(middle)) / 2;
    }

    double min() {
        return runs.getFirst();
    }

    double max() {
        return runs.getLast();
    }
}
