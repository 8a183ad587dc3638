package chat.parley.message.repository;

import chat.parley.message.model.Appended;
import chat.parley.shared.error.ErrorKind;
import chat.parley.shared.error.ParleyException;
import org.jspecify.annotations.Nullable;

/** What became of one entry; told to its sender after the commit. */
record Outcome(
        LogEntry entry,
        @Nullable Appended appended,
        @Nullable ParleyException refusal) {

    static Outcome stored(LogEntry entry, Appended appended) {
        return new Outcome(entry, appended, null);
    }

    static Outcome refused(LogEntry entry, ParleyException refusal) {
        return new Outcome(entry, null, refusal);
    }

    /** Whether the same message may well be stored when it is sent again. */
    boolean mayBeRepeated() {
        return refusal != null && refusal.code().kind() == ErrorKind.UNAVAILABLE;
    }

    void tell() {
        if (refusal != null) {
            entry.outcome().completeExceptionally(refusal);
        } else {
            entry.outcome().complete(appended);
        }
    }
}
