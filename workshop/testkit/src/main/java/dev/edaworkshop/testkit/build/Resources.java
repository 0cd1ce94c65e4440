package dev.edaworkshop.testkit.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a lab reads at run time and is no class, such as the contracts of its events: beside the classes, as Maven does. */
final class Resources {
    private final LabProject lab;

    Resources(LabProject lab) {
        this.lab = lab;
    }

    /** Makes what lies beside the classes equal to the lab's resources. */
    void layOut() {
        try {
            Files.createDirectories(lab.classes());
            Set<Path> wanted = new HashSet<>();
            for (Path file : resources()) {
                wanted.add(file);
                SameFiles.copy(lab.resources().resolve(file), lab.classes().resolve(file));
            }
            for (Path file : ClassFiles.below(lab.classes())) {
                if (!ClassFiles.isClass(file) && !wanted.contains(file)) {
                    Files.delete(lab.classes().resolve(file));
                }
            }
        } catch (IOException e) {
            throw new LabBuildException(
                    "The resources of %s cannot be copied to %s: %s"
                            .formatted(lab.name(), lab.classes(), e.getMessage()),
                    e);
        }
    }

    private List<Path> resources() throws IOException {
        return Files.isDirectory(lab.resources()) ? ClassFiles.below(lab.resources()) : List.of();
    }
}
