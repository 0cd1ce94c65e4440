package dev.edaworkshop.lab3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.edaworkshop.lab3.terminals.EventCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EventCatalogueTest {

    @Test
    void the_page_says_what_the_contracts_say() throws IOException {
        Path page = Stream.iterate(Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
                .map(folder -> folder.resolve("guide").resolve("event-catalogue.md"))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow();

        assertThat(Files.readString(page).replace("\r\n", "\n"))
                .as(
                        "guide/event-catalogue.md is stale; write it anew: ./lab run 3 event-catalogue ../guide/event-catalogue.md")
                .isEqualTo(EventCatalogue.page(Path.of("src", "main", "resources", "contracts")));
    }
}
