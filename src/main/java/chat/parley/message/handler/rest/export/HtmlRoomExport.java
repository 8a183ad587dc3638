package chat.parley.message.handler.rest.export;

import chat.parley.identity.UserId;
import chat.parley.identity.UserProfile;
import chat.parley.message.model.Message;
import chat.parley.message.model.SystemNotice;
import chat.parley.message.service.export.ExportRoomService;
import chat.parley.message.service.export.ExportRoomService.Begun;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A room as one page to read: no script, no pictures from elsewhere, and everything that people wrote is escaped. */
final class HtmlRoomExport {
    private static final int NAMES_REMEMBERED = 5_000;
    private static final String STYLE = """
            :root{color-scheme:light dark}body{font:15px/1.5 system-ui,sans-serif;max-width:48rem;margin:2rem auto;\
            padding:0 1rem}h2{font-size:.85rem;opacity:.7;margin:2rem 0 .5rem;border-top:1px solid #8884;padding-top:.5rem}\
            article{margin:.6rem 0}b{margin-inline-end:.5rem}time,.note{opacity:.65;font-size:.85rem}\
            p{margin:0;white-space:pre-wrap;overflow-wrap:anywhere}""";

    private final ExportRoomService export;
    private final Map<UserId, String> names = new HashMap<>();

    HtmlRoomExport(ExportRoomService export) {
        this.export = export;
    }

    void write(OutputStream out, Begun begun) throws IOException {
        try (Writer page = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
            begin(page, begun);
            LocalDate day = null;
            for (Message message : new MessagePages(export, begun)) {
                LocalDate its = LocalDate.ofInstant(message.createdAt(), ZoneOffset.UTC);
                if (!its.equals(day)) {
                    day = its;
                    page.write("<h2>" + day + "</h2>\n");
                }
                write(page, message);
            }
            page.write("</main></body></html>\n");
        }
    }

    private static void begin(Writer page, Begun begun) throws IOException {
        String name = HtmlText.escape(begun.room().name());
        String topic = begun.room().topic();
        page.write("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
                + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
                + "<meta name=\"viewport\" content=\"width=device-width\"><title>" + name + "</title><style>" + STYLE
                + "</style></head><body><header><h1>" + name + "</h1>");
        if (topic != null) {
            page.write("<p>" + HtmlText.escape(topic) + "</p>");
        }
        page.write("<p class=\"note\">Exported from Parley on " + when(begun.at()) + ". All times are UTC.</p></header>"
                + "<main>\n");
    }

    private void write(Writer page, Message message) throws IOException {
        page.write("<article id=\"m" + message.seq() + "\"><b>" + name(message.userId()) + "</b><time datetime=\""
                + message.createdAt() + "\">" + when(message.createdAt()) + "</time>");
        switch (message.contentType()) {
            case SYSTEM -> note(page, message.system() == null ? "" : sentence(message.system()));
            case RECALLED -> note(page, "recalled this message");
            default -> content(page, message);
        }
        page.write("</article>\n");
    }

    private static void note(Writer page, String text) throws IOException {
        page.write("<p class=\"note\">" + text + "</p>");
    }

    private static void content(Writer page, Message message) throws IOException {
        if (message.replySeq() != null) {
            page.write(" <a class=\"note\" href=\"#m" + message.replySeq() + "\">in reply to " + message.replySeq()
                    + "</a>");
        }
        if (message.editedAt() != null) {
            page.write(" <span class=\"note\">edited</span>");
        }
        String text = message.text();
        page.write("<p dir=\"auto\">" + (text == null ? "" : HtmlText.escape(text)) + "</p>");
    }

    /** What a notice tells, in the plain words of its type. */
    private String sentence(SystemNotice notice) {
        Set<String> parts = new LinkedHashSet<>();
        parts.add(notice.type().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '));
        add(parts, notice.userId() == null ? null : name(notice.userId()));
        add(parts, notice.role() == null ? null : notice.role().wireName());
        add(parts, escaped(notice.name()));
        add(parts, escaped(notice.topic()));
        add(parts, notice.joinPolicy() == null ? null : notice.joinPolicy().wireName());
        add(parts, notice.writePolicy() == null ? null : notice.writePolicy().wireName());
        add(parts, notice.retentionDays() == null ? null : notice.retentionDays() + " days");
        return String.join(" · ", parts);
    }

    private static void add(Set<String> parts, @Nullable String part) {
        if (part != null) {
            parts.add(part);
        }
    }

    private static @Nullable String escaped(@Nullable String text) {
        return text == null ? null : HtmlText.escape(text);
    }

    private String name(UserId user) {
        if (names.size() > NAMES_REMEMBERED) {
            names.clear();
        }
        return names.computeIfAbsent(user, id -> {
            UserProfile profile = export.people(Set.of(id)).get(id);
            return profile == null ? id.toString() : HtmlText.escape(profile.displayName());
        });
    }

    private static String when(Instant at) {
        return at.truncatedTo(ChronoUnit.MINUTES).toString().replace('T', ' ').replace(":00Z", "");
    }
}
