package dev.edaworkshop.cli.proof;

import dev.edaworkshop.localcloud.LocalCloud;
import dev.edaworkshop.localcloud.cloudformation.CloudAssembly;
import dev.edaworkshop.testkit.build.LabProject;
import dev.edaworkshop.testkit.exercises.Exercises;
import dev.edaworkshop.testkit.exercises.Patch;
import dev.edaworkshop.testkit.run.LabAssembler;
import dev.edaworkshop.testkit.run.LabChecks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Brings labs, and changed copies of their solutions, into one local cloud.
 *
 * <p>All copies of a solution are made in the same folder, one after the other, so that its synthesis stays warm.
 */
final class Proofs implements AutoCloseable {
    private final LocalCloud cloud = LocalCloud.start(0);
    private final Map<Path, LabAssembler> assemblers = new HashMap<>();
    private final Map<Path, Path> copies = new HashMap<>();
    private final Map<Path, Candidate> starters = new HashMap<>();

    /** The folder with {@code solutions/}. */
    static Path repository() {
        return Stream.iterate(Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
                .filter(folder -> Files.isDirectory(folder.resolve("solutions")))
                .findFirst()
                .orElseThrow();
    }

    Candidate starter(Path solution) {
        return starters.computeIfAbsent(solution, key -> candidate(solution, Exercises.labFolder(solution)));
    }

    /** A copy of the solution with patches applied. */
    Candidate solution(Path solution, List<Patch> patches) throws IOException {
        Path copy = copies.get(solution);
        if (copy == null) {
            copy = Files.createTempDirectory("proof-").resolve(solution.getFileName());
            copies.put(solution, copy);
            copy(solution.resolve("cdk.json"), copy.resolve("cdk.json"));
            copy(solution.resolve("target/lab.classpath"), copy.resolve("target/lab.classpath"));
            copy(solution.resolve("target/function/lib"), copy.resolve("target/function/lib"));
        }
        delete(copy.resolve("src"));
        copy(solution.resolve("src"), copy.resolve("src"));
        Patch.apply(patches, copy);
        return candidate(solution, copy);
    }

    @Override
    public void close() {
        assemblers.values().forEach(LabAssembler::close);
        cloud.close();
        copies.values().forEach(copy -> delete(copy.resolveSibling("")));
    }

    private Candidate candidate(Path solution, Path folder) {
        LabAssembler assembler = assemblers.computeIfAbsent(folder, LabAssembler::open);
        CloudAssembly assembly = assembler.assemble();
        LabChecks checks = LabChecks.of(LabProject.open(Exercises.labFolder(solution)), cloud);
        return new Candidate(
                cloud, assembler.lab(), Exercises.of(solution).lab().programs(), assembly, checks);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.resolveSibling("."));
                Files.copy(file, target);
            }
        }
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
