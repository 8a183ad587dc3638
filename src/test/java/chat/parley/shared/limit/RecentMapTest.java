package chat.parley.shared.limit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecentMapTest {
    private final RecentMap<String, Integer> map = new RecentMap<>(2);

    @Test
    void aFullMapForgetsWhatWasNotTouchedForLongest() {
        map.update("a", old -> 1);
        map.update("b", old -> 2);
        map.get("a");
        map.update("c", old -> 3);
        assertThat(map.get("a")).isEqualTo(1);
        assertThat(map.get("b")).isNull();
        assertThat(map.size()).isEqualTo(2);
    }
}
