package dev.edaworkshop.cli.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MavenProgressTest {
    @Test
    void counts_what_was_fetched_so_that_nobody_thinks_it_hangs() {
        List<String> said = new ArrayList<>();
        var progress = new MavenProgress(said::add);

        for (int i = 0; i < 450; i++) {
            progress.read("[INFO] Downloaded from mirror: somewhere/a-" + i + ".jar (12 kB at 3 kB/s)");
        }

        assertThat(said).containsExactly("  … 200 files fetched so far", "  … 400 files fetched so far");
    }
}
