package chat.parley.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.testing.TestImages;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.net.URI;
import java.util.UUID;

/**
 * Two people in browsers of their own at a chat that runs elsewhere, behind its gateway: they sign up, meet, write and
 * send a picture. A program for the tests of hosts, as those make the chat.
 */
final class DeployedChatStory {
    private static final int WIDTH = 320;
    private static final int HEIGHT = 200;

    private DeployedChatStory() {}

    /**
     * Takes the chat's name, the address that it leads to, and the SHA-256 of the one key besides public authorities'
     * that the browsers are to trust, in Base64.
     */
    public static void main(String... arguments) {
        try (Chromium chromium = new Chromium(
                "--no-proxy-server",
                "--host-resolver-rules=MAP " + arguments[0] + " " + arguments[1],
                "--ignore-certificate-errors-spki-list=" + arguments[2])) {
            tell(chromium, URI.create("https://" + arguments[0]));
        }
    }

    private static void tell(Chromium chromium, URI chat) {
        String mark = UUID.randomUUID().toString().substring(0, 8);
        try (Person ann = new Person(chromium.browser(), chat);
                Person bob = new Person(chromium.browser(), chat)) {
            ann.goTo("/");
            ann.signUp("ann" + mark);
            ann.createRoom("Garden");
            String invitation = invite(ann);
            bob.page().navigate(invitation);
            bob.signUp("bob" + mark);
            bob.find("invite-join").click();
            ann.write("Is anybody here?");
            bob.sees("Is anybody here?");
            bob.write("I am, over TLS!");
            ann.sees("I am, over TLS!");

            sendPicture(ann);
            assertThat(picture(ann)).hasJSProperty("naturalWidth", WIDTH);
            assertThat(picture(bob)).hasJSProperty("naturalWidth", WIDTH);
            bob.page().reload();
            bob.sees("I am, over TLS!");
            assertThat(picture(bob)).hasJSProperty("naturalWidth", WIDTH);
            ann.screenshot("deployed");
            assertThat(ann.complaints()).isEmpty();
            assertThat(bob.complaints()).isEmpty();
        }
    }

    private static String invite(Person person) {
        person.find("details-toggle").click();
        person.find("invite-create").click();
        assertThat(person.find("invite-link")).isVisible();
        return person.find("invite-link").inputValue();
    }

    private static void sendPicture(Person person) {
        person.find("attach-input")
                .setInputFiles(new FilePayload("garden.png", "image/png", TestImages.png(WIDTH, HEIGHT)));
    }

    private static Locator picture(Person person) {
        return person.find("image").locator("img");
    }
}
