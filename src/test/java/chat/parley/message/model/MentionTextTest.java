package chat.parley.message.model;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.identity.UserId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MentionTextTest {
    private static final UserId ANN = new UserId(1);
    private static final UserId BOB = new UserId(2);
    private static final UserId DOTTED = new UserId(3);
    private static final UserId LI = new UserId(4);
    private static final Map<UserId, String> MEMBERS =
            new HashMap<>(Map.of(ANN, "Ann", BOB, "bob", DOTTED, "bob.", LI, "李明"));

    @Test
    void namesAreFoundWhereverTheyStand() {
        assertThat(called("@ann, look")).containsExactly(ANN);
        assertThat(called("look (@bob) and\n@ANN!")).containsExactlyInAnyOrder(ANN, BOB);
        assertThat(called("nobody here")).isEmpty();
        assertThat(called("@carol")).isEmpty();
    }

    @Test
    void theLongestNameThatSomebodyHasIsMeant() {
        assertThat(called("ask @bob.")).containsExactly(DOTTED);
        assertThat(called("ask @bob..")).containsExactly(DOTTED);
        assertThat(called("ask @ann.")).containsExactly(ANN);
        assertThat(called("@bobby")).isEmpty();
        assertThat(called("@ann.smith")).isEmpty();
    }

    @Test
    void scriptsWithoutSpacesGoOnBehindTheName() {
        assertThat(called("@李明你好")).containsExactly(LI);
        assertThat(called("你好@李明")).isEmpty();
        assertThat(called("你好 @李明ok")).containsExactly(LI);
        assertThat(called("@ann你好")).containsExactly(ANN);
    }

    @Test
    void addressesAndCodeCallNobody() {
        assertThat(called("write to x@ann.example or https://social.example/@bob"))
                .isEmpty();
        assertThat(called("`@ann` and\n```\n@bob\n``` and @李明")).containsExactly(LI);
        assertThat(called("```\n@bob")).isEmpty();
    }

    @Test
    void everybodyIsCalledByTheWordAlone() {
        assertThat(MentionText.of("hey @all!").callsEverybody()).isTrue();
        assertThat(MentionText.of("hey @All.").callsEverybody()).isTrue();
        assertThat(MentionText.of("hey @allan").callsEverybody()).isFalse();
    }

    @Test
    void howManyAreCalledIsBounded() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 1_000; i++) {
            text.append("@你好你好你好你好你好你好你好你好").append(i).append(' ');
        }
        assertThat(MentionText.of(text.toString()).names()).hasSizeLessThan(700);
        assertThat(MentionText.of("@".repeat(8_000)).names()).isEmpty();
    }

    private static Set<UserId> called(String text) {
        return MentionText.of(text).called(MEMBERS);
    }
}
