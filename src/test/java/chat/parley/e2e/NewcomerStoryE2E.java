package chat.parley.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.testing.PackagedServer;
import com.microsoft.playwright.Locator;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody does who tries Parley for the first time, with a friend. */
class NewcomerStoryE2E {
    @TempDir
    Path folder;

    @Test
    void twoPeopleMeetByInvitationChatAndFindAllOfItAfterARestart() throws Exception {
        try (PackagedServer server = PackagedServer.start(folder.resolve("storage"));
                Chromium chromium = new Chromium();
                Person ann = new Person(chromium.browser(), server.address());
                Person bob = new Person(chromium.browser(), server.address())) {
            ann.goTo("/");
            ann.signUp("ann");
            ann.createRoom("Garden");
            ann.write("Is anybody here?");
            ann.seesSent("Is anybody here?");

            String invitation = invite(ann);
            bob.page().navigate(invitation);
            bob.signUp("bob");
            bob.find("invite-join").click();
            bob.sees("Is anybody here?");

            bob.write("I am!");
            bob.seesSent("I am!");
            ann.sees("I am!");
            // longer than the pause between two announcements of one person
            bob.find("composer")
                    .pressSequentially("Let me tell you", new Locator.PressSequentiallyOptions().setDelay(300));
            assertThat(ann.find("typing")).containsText("bob");
            ann.screenshot("chat");

            server.stop();
            assertThat(ann.page().locator("[data-testid=connection-state]:not([data-state=online])"))
                    .isVisible();
            ann.write("Written while the server was away");
            server.restart();

            ann.seesSent("Written while the server was away");
            bob.sees("Written while the server was away");
            bob.page().reload();
            bob.sees("Is anybody here?");
            bob.sees("I am!");
            bob.sees("Written while the server was away");
            assertThat(ann.complaints()).isEmpty();
            assertThat(bob.complaints()).isEmpty();
            assertThat(server.log()).doesNotContain("ERROR", "Exception");
        }
    }

    @Test
    void twoPeopleFindEachOtherByNameBefriendAndWriteDirectly() throws Exception {
        try (PackagedServer server = PackagedServer.start(folder.resolve("storage"));
                Chromium chromium = new Chromium();
                Person ann = new Person(chromium.browser(), server.address());
                Person bob = new Person(chromium.browser(), server.address())) {
            ann.goTo("/");
            ann.signUp("ann");
            bob.goTo("/");
            bob.signUp("bob");

            ann.find("friend-tab").click();
            ann.find("find-tab").click();
            ann.find("people-search").fill("bo");
            ann.find("person").filter(hasText("bob")).getByTestId("befriend").click();

            bob.find("friend-tab").click();
            bob.find("requests-tab").click();
            bob.find("accept").click();

            bob.room("ann").click();
            bob.write("Hello, neighbour");
            ann.room("bob").click();
            ann.sees("Hello, neighbour");
            ann.write("你好 😀");
            bob.sees("你好 😀");

            ann.message("你好 😀").hover();
            ann.message("你好 😀").getByTestId("message-recall").click();
            ann.find("confirm").click();
            assertThat(bob.message("你好 😀")).hasCount(0);
            assertThat(bob.find("room-unread")).hasCount(0);
        }
    }

    private static String invite(Person person) {
        person.find("details-toggle").click();
        person.find("invite-create").click();
        assertThat(person.find("invite-link")).isVisible();
        return person.find("invite-link").inputValue();
    }

    private static Locator.FilterOptions hasText(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
