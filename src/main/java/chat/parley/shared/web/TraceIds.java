package chat.parley.shared.web;

import chat.parley.shared.id.IdGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/** Names one failed call, so that a user's report finds the line in the log. */
@ApplicationScoped
public class TraceIds {
    private final IdGenerator ids;

    TraceIds(IdGenerator ids) {
        this.ids = ids;
    }

    public String current() {
        return Long.toString(ids.next(), 36).toUpperCase(Locale.ROOT);
    }
}
