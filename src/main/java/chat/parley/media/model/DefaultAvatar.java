package chat.parley.media.model;

import java.util.List;

/** A picture for somebody who has none: their first letter on a colour of their own, the same each time. */
public record DefaultAvatar(long id, String name) {
    private static final List<String> COLOURS = List.of(
            "#b4454d", "#a85a21", "#84701c", "#4f7a2c", "#1f7f63", "#1f7a93", "#3d6db8", "#6a5bc2", "#9450ae",
            "#b04483");

    /** An SVG without anything but a square and a letter; what could be markup in the name is written as text. */
    public String svg(int size) {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + size + "\" height=\"" + size
                + "\" viewBox=\"0 0 64 64\"><rect width=\"64\" height=\"64\" fill=\"" + colour()
                + "\"/><text x=\"32\" y=\"32\" fill=\"#fff\" font-family=\"sans-serif\" font-size=\"30\""
                + " font-weight=\"600\" text-anchor=\"middle\" dominant-baseline=\"central\">" + letter()
                + "</text></svg>\n";
    }

    private String colour() {
        return COLOURS.get((int) Math.floorMod(id ^ id >>> 22, (long) COLOURS.size()));
    }

    private String letter() {
        return name.codePoints()
                .filter(Character::isLetterOrDigit)
                .limit(1)
                .map(Character::toUpperCase)
                .mapToObj(c -> "&#" + c + ";")
                .findFirst()
                .orElse("?");
    }
}
