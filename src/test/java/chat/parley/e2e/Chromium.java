package chat.parley.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The system's own browser, without a window and without a word to the internet. */
final class Chromium implements AutoCloseable {
    private static final double PATIENCE_MILLIS = 30_000;
    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser;

    /** @param more further arguments of the browser */
    Chromium(String... more) {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        List<String> arguments = Stream.concat(QUIET.stream(), Stream.of(more)).toList();
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable())
                        .setArgs(arguments));
    }

    Browser browser() {
        return browser;
    }

    private static Path executable() {
        String path = System.getenv("PATH");
        return Stream.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
                .flatMap(name -> Stream.of(path.split(":")).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no Chromium on the PATH"));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
