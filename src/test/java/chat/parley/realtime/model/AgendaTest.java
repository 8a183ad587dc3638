package chat.parley.realtime.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AgendaTest {
    private final Agenda<String> agenda = new Agenda<>();

    @Test
    void eachIsTakenOnceAndNotBeforeItsTime() {
        agenda.add("a", 1_001);
        agenda.add("b", 1_100);
        agenda.add("c", 9_000);
        assertThat(agenda.take(1_000)).isEmpty();
        assertThat(agenda.take(1_099)).isEmpty();
        assertThat(agenda.take(1_100)).containsExactlyInAnyOrder("a", "b");
        assertThat(agenda.take(8_999)).isEmpty();
        assertThat(agenda.take(Long.MAX_VALUE)).containsExactly("c");
        assertThat(agenda.take(Long.MAX_VALUE)).isEmpty();
    }

    @Test
    void ofTwoTimesTheEarlierOneCounts() {
        agenda.add("a", 5_000);
        agenda.add("a", 2_000);
        agenda.add("a", 9_000);
        assertThat(agenda.take(2_000)).containsExactly("a");
        assertThat(agenda.take(Long.MAX_VALUE)).isEmpty();
    }

    @Test
    void whatWasRemovedDoesNotCome() {
        agenda.add("a", 1_000);
        agenda.add("b", 1_000);
        agenda.remove("a");
        agenda.remove("never there");
        assertThat(agenda.take(1_000)).containsExactly("b");
        agenda.add("a", 3_000);
        assertThat(agenda.take(3_000)).containsExactly("a");
    }
}
