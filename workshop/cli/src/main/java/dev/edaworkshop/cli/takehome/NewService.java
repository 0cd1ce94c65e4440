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
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
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
     * @throws IllegalArgumentException if the service would not compile with that name, saying why
     */
    public void write(ServiceName name, Path folder) throws IOException {
        requireFree(folder);
        String labPackage = card.app().substring(0, card.app().indexOf(".infra."));
        Renaming renaming = new Renaming(name, card.stack(), labPackage);
        Map<String, String> sources = sources();
        Map<String, String> tests = OwnTests.of(lab.starter().resolve("src/test/java"));
        TakenNames taken = new TakenNames();
        sources.forEach(taken::add);
        tests.forEach(taken::add);
        taken.requireFree(name, renaming);
        for (Map.Entry<String, String> source : sources.entrySet()) {
            write(folder.resolve("src/main").resolve(renaming.path(source.getKey())), renaming.text(source.getValue()));
        }
        for (Map.Entry<String, String> test : tests.entrySet()) {
            // Checks are the workshop's; the tests among them are the service's.
            write(
                    folder.resolve("src/test/java")
                            .resolve(renaming.path(test.getKey()).replace("/checks/", "/")),
                    renaming.text(test.getValue()).replace(name.packageName() + ".checks.", name.packageName() + "."));
        }
        String app = renaming.text(card.app()).strip();
        write(
                folder.resolve("pom.xml"),
                new ServicePom(workshop.resolve("pom.xml"), lab.solution().resolve("pom.xml")).of(name, app, renaming));
        write(
                folder.resolve("cdk.json"),
                Files.readString(lab.solution().resolve("cdk.json")).replace(" -Dcdk", ""));
        write(folder.resolve(".gitignore"), "target/\ncdk.out/\n");
        write(folder.resolve("README.md"), filled("service.README.md", name));
        write(folder.resolve("run"), filled("service.run.sh", name).replace("{programs}", programs(renaming)));
        makeExecutable(folder.resolve("run"));
    }

    /** Path below {@code src/main}, with slashes, to content. */
    private Map<String, String> sources() throws IOException {
        Path main = lab.solution().resolve("src/main");
        Map<String, String> sources = new LinkedHashMap<>();
        try (Stream<Path> files = Files.walk(main)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                sources.put(main.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        }
        return sources;
    }

    /** A case of the script for each program. */
    private String programs(Renaming renaming) {
        return new TreeMap<>(card.programs())
                .entrySet().stream()
                        .map(program -> "    %s) main=%s ;;"
                                .formatted(
                                        program.getKey(),
                                        renaming.text(program.getValue()).strip()))
                        .collect(Collectors.joining("\n"));
    }

    private static void makeExecutable(Path file) throws IOException {
        if (Files.getFileStore(file).supportsFileAttributeView(PosixFileAttributeView.class)) {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
            permissions.add(PosixFilePermission.OWNER_EXECUTE);
            Files.setPosixFilePermissions(file, permissions);
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

    private static String filled(String template, ServiceName name) throws IOException {
        try (InputStream text = NewService.class.getResourceAsStream(template)) {
            if (text == null) {
                throw new IllegalStateException(template + " is missing");
            }
            return new String(text.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("{artifactId}", name.artifact())
                    .replace("{package}", name.packageName())
                    .replace("{stack}", name.stack())
                    .replace("{Entity}", name.entity())
                    .replace("{Entities}", name.plural())
                    .replace("{a Entity}", (English.takesAn(name.entity()) ? "An " : "A ") + name.entity());
        }
    }

    private static void write(Path file, String content) throws IOException {
        Files.createDirectories(file.resolveSibling("."));
        Files.writeString(file, content);
    }
}
