package dev.edaworkshop.cli.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

/**
 * The workshop's page, open in a browser, as somebody sees and uses it.
 *
 * <p>With {@code -Dscreenshots} tests write what they see to {@code docs/screenshots}.
 */
final class OpenPage implements AutoCloseable {
    /** Generous: on a busy machine a browser takes its time. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String AXE = read("/axe.min.js");

    private final Path profile = Chromium.newProfile();
    private final ChromeDriver driver;
    private final URI address;

    private OpenPage(URI endpoint, int width, int height, String... flags) {
        driver = Chromium.start(profile, width, height, flags);
        address = LabPage.address(endpoint);
    }

    /** On a small laptop. */
    static OpenPage of(URI endpoint, String... flags) {
        OpenPage page = new OpenPage(endpoint, 1280, 720, flags);
        page.driver.get(page.address.toString());
        return page;
    }

    /** Goes to a view, such as {@code journal} or {@code journal?outcome=filtered}. */
    void go(String view) {
        driver.get(address + "#/" + view);
    }

    void reload() {
        driver.navigate().refresh();
    }

    void resize(int width, int height) {
        Chromium.resize(driver, width, height);
    }

    /** Light or dark, as if chosen with the button. */
    void theme(String theme) {
        run(
                "document.documentElement.dataset.theme = arguments[0];"
                        + "document.dispatchEvent(new CustomEvent('themechange'));",
                theme);
    }

    /** All that can be read; of several elements all of it, line by line. */
    String text(String selector) {
        return String.join("\n", texts(selector));
    }

    List<String> texts(String selector) {
        // textContent, at one time: between two questions to a driver the page may have drawn something else.
        return strings("return [...document.querySelectorAll(arguments[0])].map(e => e.textContent.trim())", selector);
    }

    List<String> attributes(String selector, String name) {
        return strings(
                "return [...document.querySelectorAll(arguments[0])].map(e => e.getAttribute(arguments[1]) ?? '')",
                selector,
                name);
    }

    void click(String selector) {
        element(selector).click();
    }

    /** Types where the focus is. */
    void press(CharSequence... keys) {
        driver.switchTo().activeElement().sendKeys(keys);
    }

    /** Replaces what stands in a field. */
    void type(String selector, String text) {
        WebElement field = element(selector);
        field.sendKeys(Keys.chord(Keys.CONTROL, "a"), text);
    }

    /** Waits for the first such element. */
    WebElement element(String selector) {
        await(() -> assertThat(driver.findElements(By.cssSelector(selector)))
                .as(selector)
                .isNotEmpty());
        return driver.findElement(By.cssSelector(selector));
    }

    /** Repeats an assertion until it holds. */
    void await(ThrowingRunnable assertion) {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .ignoreException(org.openqa.selenium.StaleElementReferenceException.class)
                .untilAsserted(assertion);
    }

    /** Waits until the page gets what happens. */
    void awaitLive() {
        await(() -> assertThat(text("#connection")).isEqualTo("live"));
    }

    Object run(String script, Object... arguments) {
        return Optional.ofNullable(driver.executeScript(script, arguments)).orElse("");
    }

    /** What axe finds that keeps somebody out: rule, and where. */
    List<String> barriers() {
        driver.executeScript(AXE);
        Object found = driver.executeAsyncScript("""
                const done = arguments[arguments.length - 1];
                axe.run(document, {runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}).then(
                  ({violations}) => done(violations.flatMap(({id, impact, nodes}) => nodes.map(
                    ({html, failureSummary}) => `${impact} ${id}: ${html}\n${failureSummary}`))),
                  (error) => done([`axe: ${error}`]));""");
        return strings(found);
    }

    /** What the browser complained about, such as errors in scripts and whatever the security policy refused. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= java.util.logging.Level.WARNING.intValue())
                .map(LogEntry::getMessage)
                .toList();
    }

    /** Writes what is seen to {@code docs/screenshots}, if that is asked for. */
    void screenshot(String name) {
        if (System.getProperty("screenshots") == null) {
            return;
        }
        try {
            Path folder = Files.createDirectories(root().resolve("docs/screenshots"));
            Files.write(folder.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        driver.quit();
        try (Stream<Path> files = Files.walk(profile)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException e) {
            // The browser may still be putting its things away; the folder is a temporary one.
            System.getLogger(OpenPage.class.getName()).log(System.Logger.Level.DEBUG, "Left behind: " + profile, e);
        }
    }

    private List<String> strings(String script, Object... arguments) {
        return strings(run(script, arguments));
    }

    private static List<String> strings(Object list) {
        return ((List<?>) list).stream().map(String::valueOf).toList();
    }

    /** The folder of the workshop: tests run in a module's. */
    private static Path root() {
        Path here = Path.of("").toAbsolutePath();
        return Files.isDirectory(here.resolve("workshop"))
                ? here
                : here.resolve("../..").normalize();
    }

    private static String read(String resource) {
        try (InputStream in = OpenPage.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("No " + resource + " on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of JavaScript objects. */
    static Map<?, ?> object(Object answer) {
        return (Map<?, ?>) answer;
    }
}
