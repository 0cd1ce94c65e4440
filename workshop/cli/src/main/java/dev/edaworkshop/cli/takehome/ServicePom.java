package dev.edaworkshop.cli.takehome;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The new service's {@code pom.xml}: the lab's own dependencies, with the versions that the workshop has in one place, and without a
 * parent.
 */
final class ServicePom {
    private static final Pattern DEPENDENCY =
            Pattern.compile("(?s) *(<!--(?:(?!-->).)*-->\\s*)?<dependency>.*?</dependency>\n");
    private static final Pattern PROPERTY = Pattern.compile("<([\\w.-]+)>([^<]+)</\\1>");
    private static final Pattern USE = Pattern.compile("\\$\\{([\\w.-]+)}");
    /** Pins without which Maven reads the metadata of every version. */
    private static final Set<String> ALWAYS =
            Set.of("constructs", "jsii-runtime", "annotations", "javax.annotation-api", "assertj-core");

    private final String root;
    private final String lab;

    /** @param labPom of the solution */
    ServicePom(Path rootPom, Path labPom) throws IOException {
        root = Files.readString(rootPom);
        lab = Files.readString(labPom);
    }

    /** @param app the main class of the CDK app, renamed */
    String of(ServiceName name, String app, Renaming renaming) throws IOException {
        String dependencies = renaming.text(block(lab, "dependencies"));
        String managed = managed(dependencies);
        String pom = template()
                .replace("{groupId}", name.groupId())
                .replace("{artifactId}", name.artifact())
                .replace("{app}", app)
                .replace("{managed}", managed.stripTrailing())
                .replace("{dependencies}", dependencies.stripTrailing());
        return pom.replace("{properties}", properties(pom));
    }

    /** What stands in the workshop's own management and is used here. */
    private String managed(String dependencies) {
        Set<String> used = new TreeSet<>(ALWAYS);
        Matcher artifact = Pattern.compile("<artifactId>([^<]+)</artifactId>").matcher(dependencies);
        while (artifact.find()) {
            used.add(artifact.group(1));
        }
        return DEPENDENCY
                .matcher(block(root, "dependencyManagement"))
                .results()
                .map(match -> match.group())
                .filter(text -> text.contains("<scope>import</scope>") || used.contains(artifactId(text)))
                .collect(Collectors.joining());
    }

    private static String artifactId(String dependency) {
        Matcher artifact = Pattern.compile("<artifactId>([^<]+)</artifactId>").matcher(dependency);
        return artifact.find() ? artifact.group(1) : "";
    }

    /** The versions that the text uses. */
    private String properties(String pom) {
        Set<String> used = new TreeSet<>();
        USE.matcher(pom).results().forEach(use -> used.add(use.group(1)));
        return PROPERTY.matcher(block(root, "properties"))
                .results()
                .filter(property -> used.contains(property.group(1)))
                .map(property -> "    " + property.group())
                .collect(Collectors.joining("\n"));
    }

    private static String block(String pom, String element) {
        int begin = pom.indexOf("<" + element + ">") + element.length() + 2;
        int end = pom.indexOf("</" + element + ">", begin);
        List<String> lines = pom.substring(begin, end).lines().toList();
        return lines.stream()
                .filter(line -> !line.isBlank() && !line.contains("begin module") && !line.contains("end module"))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String template() throws IOException {
        try (InputStream template = ServicePom.class.getResourceAsStream("service.pom.xml")) {
            if (template == null) {
                throw new IllegalStateException("service.pom.xml is missing");
            }
            return new String(template.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
