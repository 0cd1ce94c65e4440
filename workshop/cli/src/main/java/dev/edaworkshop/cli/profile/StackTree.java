package dev.edaworkshop.cli.profile;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Call stacks that begin alike, put together: a method with what it called, and how often it was seen at work. */
final class StackTree {
    private final String frame;
    private final Map<String, StackTree> callees = new HashMap<>();
    private long samples;

    private StackTree(String frame) {
        this.frame = frame;
    }

    /** Of stacks that were seen. */
    static StackTree of(Collection<Stack> stacks) {
        StackTree root = new StackTree("all");
        for (Stack stack : stacks) {
            root.samples += stack.samples();
            StackTree node = root;
            for (String frame : stack.frames()) {
                node = node.callees.computeIfAbsent(frame, StackTree::new);
                node.samples += stack.samples();
            }
        }
        return root;
    }

    String frame() {
        return frame;
    }

    long samples() {
        return samples;
    }

    /** The widest first. */
    List<StackTree> callees() {
        return callees.values().stream()
                .sorted(Comparator.comparingLong(StackTree::samples).reversed().thenComparing(StackTree::frame))
                .toList();
    }
}
