package dev.edaworkshop.cli.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A call stack that was seen, and how often.
 *
 * @param frames the outermost first, {@code java/lang/Thread.run}
 */
record Stack(List<String> frames, long samples) {
    Stack {
        frames = List.copyOf(frames);
    }

    /** Reads lines such as {@code [main tid=7];dev/edaworkshop/A.b;java/util/List.of 12}; others are left out. */
    static List<Stack> parse(List<String> lines) {
        List<Stack> stacks = new ArrayList<>();
        for (String line : lines) {
            int space = line.lastIndexOf(' ');
            if (space > 0 && line.substring(space + 1).matches("\\d+")) {
                stacks.add(new Stack(
                        Arrays.asList(line.substring(0, space).split(";")), Long.parseLong(line.substring(space + 1))));
            }
        }
        return stacks;
    }

    /** Whether it belongs to the thread on which a function starts and handles its events. */
    boolean isMain() {
        return frames.getFirst().startsWith("[main ") || frames.getFirst().equals("[main]");
    }
}
