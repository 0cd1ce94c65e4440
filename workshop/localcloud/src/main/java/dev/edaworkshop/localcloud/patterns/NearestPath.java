package dev.edaworkshop.localcloud.patterns;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Guesses which field of an event was meant by one that is absent. */
final class NearestPath {
    private static final int MAX_TYPOS = 2;

    private NearestPath() {}

    /** @return one that differs in upper and lower case, in its place, or by a typo, in this order; empty if none does */
    static Optional<String> of(String absent, List<String> present) {
        return present.stream()
                .filter(path -> path.equalsIgnoreCase(absent))
                .findFirst()
                .or(() -> present.stream()
                        .filter(path -> last(path).equalsIgnoreCase(last(absent)))
                        .min(Comparator.comparingInt(path -> typos(path, absent))))
                .or(() -> present.stream()
                        .filter(path -> isTypo(path, absent))
                        .min(Comparator.comparingInt(path -> typos(path, absent))));
    }

    private static boolean isTypo(String one, String other) {
        int typos = typos(last(one), last(other));
        return parent(one).equals(parent(other))
                && typos <= MAX_TYPOS
                && typos * 2 < last(other).length();
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    private static String parent(String path) {
        return path.substring(0, path.lastIndexOf('.') + 1);
    }

    /** How many characters to add, remove or replace. */
    private static int typos(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
