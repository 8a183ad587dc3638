package chat.parley.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Says what was found: on the terminal, and in the page of results between the markers that are there for it. */
public final class Report {
    private static final Path PAGE = Path.of("docs/benchmarks.md");
    private static final Path IMAGES = Path.of("docs/images");

    private Report() {}

    /** One benchmark's section, without its heading. */
    public static String markdown(Result result, String run) {
        StringBuilder text = new StringBuilder(result.setting()).append("\n\n");
        if (!result.holds()) {
            text.append("**No result**: the oracle objects.\n\n");
            result.violations()
                    .forEach(violation -> text.append("- ").append(violation).append('\n'));
            return text.toString();
        }
        if (!result.goals().isEmpty()) {
            Table goals = new Table("goal", "wanted", "measured", "");
            result.goals().forEach(goal -> goals.row(goal.what(), goal.wanted(), goal.found(), goal.verdict()));
            text.append(goals.markdown()).append('\n');
        }
        result.tables().forEach(table -> text.append(table.markdown()).append('\n'));
        return text.append(run).append('\n').toString();
    }

    /** Puts it into the page. */
    public static void write(Result result, String run) throws IOException {
        String section = markdown(result, run);
        if (result.plot() != null && result.holds()) {
            String image = "bench-" + result.id().toLowerCase(java.util.Locale.ROOT) + ".svg";
            Files.writeString(IMAGES.resolve(image), result.plot().svg());
            section += "\n![" + result.title() + "](images/" + image + ")\n";
        }
        String page = Files.readString(PAGE);
        String begin = "<!-- bench:" + result.id() + " -->\n";
        String end = "<!-- /bench:" + result.id() + " -->";
        int from = page.indexOf(begin);
        int to = page.indexOf(end);
        if (from < 0 || to < from) {
            throw new IllegalStateException(PAGE + " has no place for " + result.id());
        }
        Files.writeString(PAGE, page.substring(0, from + begin.length()) + "\n" + section + "\n" + page.substring(to));
    }
}
