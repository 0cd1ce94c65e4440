package dev.edaworkshop.cli.takehome;

import dev.edaworkshop.cli.console.LabException;
import dev.edaworkshop.cli.project.Lab;
import dev.edaworkshop.testkit.exercises.Exercises;
import dev.edaworkshop.testkit.exercises.LabCard;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** Makes a service of one's own from the solution of a lab: a project that builds by itself, without the workshop. */
public final class NewService {
    private final Path workshop;
    private final Lab lab;
    private final LabCard card;

    /** @param workshop its root folder */
    public NewService(Path workshop, Lab lab) {
        this.workshop = workshop;
        this.lab = lab;
        this.card = Exercises.of(lab.solution()).lab();
    }

    /**
     * Writes the project.
     *
     * @param folder is created; must not exist, or be empty
     * @throws LabException if something is there already
     */
    public void write(ServiceName name, Path folder) throws IOException {
        requireFree(folder);
        String labPackage = card.app().substring(0, card.app().indexOf(".infra."));
        Renaming renaming = new Renaming(name, card.stack(), labPackage);
        sources(folder, renaming);
        for (Map.Entry<String, String> test :
                OwnTests.of(lab.starter().resolve("src/test/java")).entrySet()) {
            // Checks are the workshop's; the tests among them are the service's.
            write(
                    folder.resolve("src/test/java")
                            .resolve(renaming.path(test.getKey()).replace("/checks/", "/")),
                    renaming.text(test.getValue()).replace(name.packageName() + ".checks.", name.packageName() + "."));
        }
        String app = renaming.text(card.app()).strip();
        write(
                folder.resolve("pom.xml"),
                new ServicePom(workshop.resolve("pom.xml"), lab.solution().resolve("pom.xml")).of(name, app));
        write(
                folder.resolve("cdk.json"),
                Files.readString(lab.solution().resolve("cdk.json")).replace(" -Dcdk", ""));
        write(folder.resolve(".gitignore"), "target/\ncdk.out/\n");
        write(folder.resolve("README.md"), readme(name));
    }

    private void sources(Path folder, Renaming renaming) throws IOException {
        Path main = lab.solution().resolve("src/main");
        try (Stream<Path> files = Files.walk(main)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String path = main.relativize(file).toString().replace('\\', '/');
                write(folder.resolve("src/main").resolve(renaming.path(path)), renaming.text(Files.readString(file)));
            }
        }
    }

    private static void requireFree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> inside = Files.list(folder)) {
            if (inside.findAny().isPresent()) {
                throw new LabException(
                        "There is something in %s already.".formatted(folder),
                        "A new service goes into a folder of its own, and nothing is overwritten.",
                        "Choose another name, or another place with --into FOLDER.");
            }
        }
    }

    private static String readme(ServiceName name) throws IOException {
        try (InputStream readme = NewService.class.getResourceAsStream("service.README.md")) {
            if (readme == null) {
                throw new IllegalStateException("service.README.md is missing");
            }
            return new String(readme.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("{artifactId}", name.artifact())
                    .replace("{package}", name.packageName())
                    .replace("{stack}", name.stack());
        }
    }

    private static void write(Path file, String content) throws IOException {
        Files.createDirectories(file.resolveSibling("."));
        Files.writeString(file, content);
    }
}
