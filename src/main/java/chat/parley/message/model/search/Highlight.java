package chat.parley.message.model.search;

/** A part of a text, from {@code start} up to but without {@code end}, counted in UTF-16 units as JavaScript does. */
public record Highlight(int start, int end) {}
