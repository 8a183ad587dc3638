package chat.parley.message.model.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.shared.error.ParleyException;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Write to ann-marie@example.com please | ann-marie@example.com",
                "Write to ann-marie@example.com please | example.com",
                "the e-mail is well-known              | e-mail",
                "the e–mail is well‑known              | WELL-known",
                "Unverständlich                        | unverstandlich",
                "Cafe\u0301 au lait                    | café",
                "Straße 5                              | STRASSE",
                "Привет, Мир!                          | мир привет",
                "всё                                   | ВСЕ",
                "ΟΔΥΣΣΕΥΣ                              | οδυσσεύς",
                "我们今天去北京大学                     | 北京",
                "我们今天去北京大学                     | 京",
                "ﾊﾟｰﾃｨｰ ＡＢＣ                          | パーティー abc",
                "안녕하세요 여러분                      | 하세",
                "السَّلامُ عليكم                        | السلام",
                "שָׁלוֹם לכולם                            | שלום",
                "done 🎉🎉 yes                         | 🎉",
                "100% of a_b \\\\ c                    | 100%",
                "100% of a_b \\\\ c                    | a_b",
                "+state -of *the ~art                  | -of",
                "party time                            | art",
                "ok, go                                | ok",
                "the version v4                        | v4",
                "good   morning\tall                   | \"good morning all\"",
                "say \"hi\" twice                      | \"hi",
                "soft\u00ADhyphen                      | softhyphen",
            })
    void isFound(String text, String typed) {
        SearchText search = SearchText.parse(typed);
        assertThat(search.matches(text, null)).isTrue();
        assertThat(search.matches(null, text)).isTrue();
        assertThat(Grams.of(FoldedText.of(text))).containsAll(search.grams());
        assertThat(search.grams()).isNotEmpty();
        assertThat(search.highlights(text)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "good morning | good evening",
                "a book       | ok",
                "100 of them  | 100%",
                "axb          | a_b",
                "мой дом      | мои",
                "北大          | 北京",
                "good all morning | \"good morning\"",
                "ann@example.com  | annexample",
                "かき             | がき",
            })
    void isNotFound(String text, String typed) {
        assertThat(SearchText.parse(typed).matches(text, null)).isFalse();
    }

    @Test
    void highlightsSayWhereInTheTextAsItIsWritten() {
        String text = "Cafe\u0301 🎉 CAFÉ, decaf";
        assertThat(SearchText.parse("cafe").highlights(text))
                .containsExactly(new Highlight(0, 5), new Highlight(9, 13));
        assertThat(SearchText.parse("caf 🎉").highlights(text))
                .containsExactly(new Highlight(0, 3), new Highlight(6, 8), new Highlight(9, 12), new Highlight(17, 20));
        assertThat(SearchText.parse("strasse").highlights("Straße!")).containsExactly(new Highlight(0, 6));
    }

    @Test
    void overlappingWordsAreOneHighlight() {
        assertThat(SearchText.parse("morning morn").highlights("morning")).containsExactly(new Highlight(0, 7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u200b", "\u200b \u00ad", "\ufe0f"})
    void whatNobodySeesIsNothingToLookFor(String typed) {
        assertThatThrownBy(() -> SearchText.parse(typed)).isInstanceOf(ParleyException.class);
    }

    @Test
    void tooManyWordsAreRefused() {
        List<String> words = Collections.nCopies(40, "x");
        assertThat(SearchText.parse(String.join(" ", words)).matches("x", null)).isTrue();
        String many = String.join(
                " ",
                java.util.stream.IntStream.range(0, 17).mapToObj(i -> "w" + i).toList());
        assertThatThrownBy(() -> SearchText.parse(many)).isInstanceOf(ParleyException.class);
    }

    @Test
    void blankLooksForNothingInParticular() {
        assertThat(SearchText.parse(" \t ").isAny()).isTrue();
        assertThat(SearchText.parse(null).matches("whatever", null)).isTrue();
    }

    @Test
    void piecesAreWordsToAnyDatabaseAndTellNothing() {
        assertThat(Grams.of(FoldedText.of("a secret the and 北京!"))).allMatch(gram -> gram.matches("0[0-9a-z]{6}"));
    }

    @Test
    void filesAndLinksAreKnown() {
        assertThat(Has.of("see HTTPS://example.com", (String) null)).containsExactly(Has.LINK);
        assertThat(Has.of("see https:// and xhttp://a", (String) null)).isEmpty();
        assertThat(Has.of(null, "image/png")).containsExactly(Has.FILE, Has.IMAGE);
        assertThat(Has.of("", "application/pdf")).containsExactly(Has.FILE);
    }
}
