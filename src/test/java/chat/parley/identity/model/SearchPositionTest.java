package chat.parley.identity.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.identity.UserId;
import chat.parley.shared.error.ParleyException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchPositionTest {
    @Test
    void aPositionIsReadAsItWasWritten() {
        var position = new SearchPosition(true, new UserId(Long.MAX_VALUE));
        assertThat(SearchPosition.parse(position.toString())).isEqualTo(position);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "p", "x1", "p0", "p-1", "p1 ", "p99999999999999999999", "s9999999999999999999"})
    void anythingElseIsRefused(String cursor) {
        assertThatThrownBy(() -> SearchPosition.parse(cursor)).isInstanceOf(ParleyException.class);
    }
}
