package dev.edaworkshop.testkit.synth;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Node.js that CDK will use. */
final class NodeVersion {
    static final String MISSING =
            "Node.js is not installed, or not on the PATH, and CDK needs it to synthesize a stack. Install Node.js 22 or newer, open a new terminal, and try again; ./lab doctor checks it.";

    private static final Pattern MAJOR = Pattern.compile("v(\\d+)\\.");

    private NodeVersion() {}

    /** Such as {@code 22}; {@code 0} if it cannot be found out, in which case CDK itself will say what is wrong. */
    static String major() {
        try {
            Process node = new ProcessBuilder("node", "--version")
                    .redirectErrorStream(true)
                    .start();
            String said = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Matcher version = MAJOR.matcher(said);
            return version.find() ? version.group(1) : "0";
        } catch (IOException e) {
            return "0";
        }
    }
}
