package chat.parley.bench.report;

import java.util.ArrayList;
import java.util.List;

/** Horizontal bars as a small SVG that reads on light and dark pages. */
public final class Plot {
    private static final int WIDTH = 640;
    private static final int LABELS = 210;
    private static final int ROW = 26;
    private static final int TOP = 34;

    private record Bar(String label, double value, boolean ours) {}

    private final String title;
    private final String unit;
    private final List<Bar> bars = new ArrayList<>();

    public Plot(String title, String unit) {
        this.title = title;
        this.unit = unit;
    }

    public Plot bar(String label, double value, boolean ours) {
        bars.add(new Bar(label, value, ours));
        return this;
    }

    public String svg() {
        int height = TOP + bars.size() * ROW + 8;
        double longest = bars.stream().mapToDouble(Bar::value).max().orElse(1);
        StringBuilder svg = new StringBuilder("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" width="%1$d" height="%2$d" role="img" aria-label="%3$s">
                <style>text{font:13px sans-serif;fill:#24292f}@media(prefers-color-scheme:dark){text{fill:#d0d7de}}</style>
                <text x="8" y="20" font-weight="bold">%3$s</text>
                """.formatted(WIDTH, height, escape(title)));
        for (int i = 0; i < bars.size(); i++) {
            svg.append(row(bars.get(i), TOP + i * ROW, longest));
        }
        return svg.append("</svg>\n").toString();
    }

    private String row(Bar bar, int y, double longest) {
        int room = WIDTH - LABELS - 110;
        int length = (int) Math.max(1, Math.round(bar.value / longest * room));
        return """
                <text x="%d" y="%d" text-anchor="end">%s</text>
                <rect x="%d" y="%d" width="%d" height="16" rx="2" fill="%s"/>
                <text x="%d" y="%d">%s %s</text>
                """.formatted(
                        LABELS - 8,
                        y + 13,
                        escape(bar.label),
                        LABELS,
                        y,
                        length,
                        bar.ours ? "#2f81f7" : "#8c959f",
                        LABELS + length + 6,
                        y + 13,
                        Goal.number(bar.value),
                        escape(unit));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
