package chat.parley.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The oracle of the benchmarks must object to what it is there for. */
class ChatClientTest {
    private final Tally tally = new Tally();
    private final ChatClient client = new ChatClient(tally, new Room(7));

    @Test
    void pushesInOrderAreFine() {
        pushed(1);
        pushed(2);
        assertThat(tally.violations()).isEmpty();
        assertThat(tally.deliveries()).isEqualTo(2);
        assertThat(client.lastRev()).isEqualTo(2);
    }

    @Test
    void aPushThatIsMissingIsNoticed() {
        pushed(1);
        pushed(3);
        assertThat(tally.violations()).containsExactly("push 3 came after 1");
    }

    @Test
    void aPushThatComesTwiceIsNoticed() {
        pushed(1);
        pushed(1);
        assertThat(tally.violations()).containsExactly("push 1 came after 1");
    }

    @Test
    void pushesInTheWrongOrderAreNoticed() {
        pushed(2);
        pushed(1);
        assertThat(tally.violations()).containsExactly("push 2 came after 0", "push 1 came after 2");
    }

    private void pushed(long number) {
        byte[] push = Messages.push(7, number, System.nanoTime());
        client.object(push, 0, push.length);
    }

    @Test
    void valuesAreFoundBehindTheirKeys() {
        byte[] push = Messages.push(768145206534078464L, 17, 123456789);
        assertThat(Json.number(Json.key("roomId"), push, 0, push.length)).isEqualTo(768145206534078464L);
        assertThat(Json.number(Json.key("text"), push, 0, push.length)).isEqualTo(123456789);
        assertThat(Json.number(Json.key("nothing"), push, 0, push.length)).isEqualTo(-1);
        assertThat(new String(push, StandardCharsets.UTF_8)).contains("123456789 xxx");
    }
}
