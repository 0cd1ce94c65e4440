package dev.edaworkshop.localcloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code docs/local-cloud.md} says what the code says. With {@code -Dregenerate} it is made to. */
class SupportPageTest {
    private static final Path PAGE = Path.of("..", "..", "docs", "local-cloud.md");
    private static final String BEGIN = "<!-- begin generated -->\n\n";
    private static final String END = "<!-- end generated -->";

    @Test
    void the_page_lists_what_is_supported() throws IOException {
        String page = Files.readString(PAGE).replace("\r\n", "\n");
        String before = page.substring(0, page.indexOf(BEGIN) + BEGIN.length());
        String after = page.substring(page.indexOf(END));
        String listed = page.substring(before.length(), page.indexOf(END));

        String supported;
        try (LocalCloud cloud = LocalCloud.start(0)) {
            supported = SupportPage.of(cloud.account());
        }

        if (System.getProperty("regenerate") != null) {
            Files.writeString(PAGE, before + supported + after);
        } else {
            assertThat(listed)
                    .as("docs/local-cloud.md; 'mvn test -pl workshop/localcloud -Dtest=SupportPageTest -Dregenerate'"
                            + " writes it anew")
                    .isEqualTo(supported);
        }
    }
}
