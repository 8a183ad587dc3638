package chat.parley.message.model.search;

import chat.parley.message.MessageError;
import chat.parley.shared.error.FieldError;
import chat.parley.shared.error.ParleyException;
import chat.parley.shared.error.RequestError;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What to look for: words, all of which must be there, and "phrases in quotation marks", which must be there as they are. */
public final class SearchText {
    private static final int MAX_TERMS = 16;
    private static final int MAX_GRAMS = 16;
    private static final int MAX_HIGHLIGHTS = 50;

    /** Looks for nothing in particular: every text is right. */
    public static final SearchText ANY = new SearchText(List.of());

    private final List<SearchTerm> terms;

    private SearchText(List<SearchTerm> terms) {
        this.terms = terms;
    }

    /**
     * What somebody typed.
     *
     * @throws ParleyException {@code request.invalid} if there are too many words, or nothing that can be seen
     */
    public static SearchText parse(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return ANY;
        }
        List<SearchTerm> terms = split(typed).stream()
                .map(part -> FoldedText.of(part).term())
                .filter(term -> term.length > 0)
                .map(SearchTerm::of)
                .distinct()
                .toList();
        if (terms.isEmpty()) {
            throw refused("has nothing in it to look for");
        }
        if (terms.size() > MAX_TERMS) {
            throw refused("must be at most " + MAX_TERMS + " words");
        }
        return new SearchText(terms);
    }

    private static ParleyException refused(String detail) {
        return ParleyException.of(RequestError.INVALID, List.of(new FieldError("/q", detail)));
    }

    // A quotation mark that is never closed reaches to the end; one within a word is part of it.
    private static List<String> split(String typed) {
        List<String> parts = new ArrayList<>();
        int i = 0;
        while (i < typed.length()) {
            if (Letters.blank(typed.charAt(i))) {
                i++;
                continue;
            }
            boolean quoted = typed.charAt(i) == '"' && i + 1 < typed.length();
            int start = quoted ? i + 1 : i;
            int end = start;
            while (end < typed.length() && (quoted ? typed.charAt(end) != '"' : !Letters.blank(typed.charAt(end)))) {
                end++;
            }
            parts.add(typed.substring(start, end));
            i = end + (quoted ? 1 : 0);
        }
        return parts;
    }

    public boolean isAny() {
        return terms.isEmpty();
    }

    /** Whether every term is in the text of a message, or in the name of its file. */
    public boolean matches(@Nullable String text, @Nullable String fileName) {
        FoldedText said = FoldedText.of(text == null ? "" : text);
        FoldedText name = FoldedText.of(fileName == null ? "" : fileName);
        return terms.stream().allMatch(term -> term.isIn(said) || term.isIn(name));
    }

    /** Where the terms are in the text; in their order, and none within another. */
    public List<Highlight> highlights(@Nullable String text) {
        if (text == null || isAny()) {
            return List.of();
        }
        FoldedText folded = FoldedText.of(text);
        List<Highlight> found = new ArrayList<>();
        terms.forEach(term ->
                term.find(folded, (from, to) -> found.add(new Highlight(folded.origin(from), end(text, folded, to)))));
        found.sort(Comparator.comparingInt(Highlight::start).thenComparingInt(h -> -h.end()));
        List<Highlight> apart = new ArrayList<>();
        for (Highlight next : found) {
            if ((apart.isEmpty() || next.start() >= apart.getLast().end()) && apart.size() < MAX_HIGHLIGHTS) {
                apart.add(next);
            }
        }
        return apart;
    }

    // Up to where the next character begins: accents that were left out belong to the one before.
    private static int end(String text, FoldedText folded, int to) {
        int next = to < folded.length() ? folded.origin(to) : text.length();
        return next > folded.origin(to - 1) ? next : text.offsetByCodePoints(folded.origin(to - 1), 1);
    }

    /** Pieces that every text with these terms has: enough of them to find few others. */
    public Set<String> grams() {
        Set<String> all = new LinkedHashSet<>();
        terms.forEach(term -> all.addAll(term.grams()));
        if (all.size() <= MAX_GRAMS) {
            return all;
        }
        List<String> list = List.copyOf(all);
        Set<String> some = new LinkedHashSet<>();
        for (int i = 0; i < MAX_GRAMS; i++) {
            some.add(list.get((int) ((long) i * (list.size() - 1) / (MAX_GRAMS - 1))));
        }
        return some;
    }

    /** Refuses a search for everything. */
    static ParleyException nothingAsked() {
        return ParleyException.onField(
                MessageError.SEARCH_EMPTY, "/q", "give words, or one of roomId, from, before, after and has");
    }
}
