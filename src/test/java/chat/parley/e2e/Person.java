package chat.parley.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.testing.FrameCheck;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.WebSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Somebody in front of a browser of their own, who does what people do. Every frame of its sockets is checked. */
final class Person implements AutoCloseable {
    static final String PASSWORD = "a long enough secret";

    private final BrowserContext context;
    private final Page page;
    private final URI server;
    private final List<String> complaints = new ArrayList<>();
    private final List<FrameCheck> sockets = new ArrayList<>();

    Person(Browser browser, URI server) {
        this.server = server;
        this.context = browser.newContext(
                new Browser.NewContextOptions().setViewportSize(1280, 800).setLocale("en-US"));
        this.page = context.newPage();
        page.onPageError(complaints::add);
        page.onWebSocket(this::watch);
    }

    private void watch(WebSocket socket) {
        FrameCheck check = new FrameCheck();
        socket.onFrameSent(frame -> check.sent(frame.text()));
        socket.onFrameReceived(frame -> check.received(frame.text()));
        sockets.add(check);
    }

    Page page() {
        return page;
    }

    BrowserContext context() {
        return context;
    }

    /** What the browser's scripts failed with. */
    List<String> complaints() {
        return complaints;
    }

    Locator find(String testId) {
        return page.getByTestId(testId);
    }

    void goTo(String path) {
        Response answer = page.navigate(server.resolve(path).toString());
        assertThat(answer.ok())
                .as(
                        "the packaged server has the web client (npm --prefix frontend run build comes first): %s",
                        answer.status())
                .isTrue();
    }

    void signUp(String username) {
        find("to-sign-up").or(find("signup-username")).first().waitFor();
        if (find("signup-username").count() == 0) {
            find("to-sign-up").click();
        }
        find("signup-username").fill(username);
        find("signup-email").fill(username + "@example.com");
        find("signup-password").fill(PASSWORD);
        find("signup-submit").click();
        assertThat(find("user-menu")).isVisible();
    }

    void createRoom(String name) {
        find("new-room").first().click();
        find("new-room-name").fill(name);
        find("new-room-submit").click();
        assertThat(find("composer")).isVisible();
    }

    void openRoom(String name) {
        room(name).click();
        assertThat(find("composer")).isVisible();
    }

    Locator room(String name) {
        return find("room-item").filter(new Locator.FilterOptions().setHasText(name));
    }

    void write(String text) {
        find("composer").fill(text);
        find("composer").press("Enter");
    }

    Locator message(String text) {
        return find("message").filter(new Locator.FilterOptions().setHasText(text));
    }

    void sees(String text) {
        assertThat(message(text)).hasCount(1);
    }

    void seesSent(String text) {
        assertThat(page.locator("[data-testid=message][data-state=sent]")
                        .filter(new Locator.FilterOptions().setHasText(text)))
                .hasCount(1);
    }

    void screenshot(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots", name + ".png")));
    }

    @Override
    public void close() {
        context.close();
        sockets.forEach(FrameCheck::assertClean);
    }
}
