package chat.parley.media.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.media.model.ByteRange.OutsideException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {
    @ParameterizedTest
    @CsvSource({"bytes=0-0,0,0", "bytes=2-5,2,5", "bytes=7-,7,9", "bytes=7-99,7,9", "bytes=-4,6,9", "bytes=-99,0,9"})
    void aStretchIsCutToTheFile(String header, long first, long last) throws OutsideException {
        assertThat(ByteRange.parse(header, 10)).contains(new ByteRange(first, last));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=-", "bytes=5-2", "bytes=0-1,4-5", "lines=1-2", "bytes=a-b", ""})
    void whatIsNotUnderstoodIsIgnored(String header) throws OutsideException {
        assertThat(ByteRange.parse(header, 10)).isEmpty();
    }

    @Test
    void noHeaderMeansEverything() throws OutsideException {
        assertThat(ByteRange.parse(null, 10)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=10-", "bytes=11-12", "bytes=-0"})
    void aStretchOutsideOfTheFileIsRefused(String header) {
        assertThatThrownBy(() -> ByteRange.parse(header, 10)).isInstanceOf(OutsideException.class);
    }
}
