package chat.parley.identity;

import java.util.function.Consumer;

/** What a feature keeps of a person, for that person to take along. */
public interface PersonalData {
    /** The name under which it stands in the export. */
    String section();

    /** Hands over record after record, each of which can be written as JSON; only a bounded number is in memory. */
    void each(UserId user, Consumer<Object> record);
}
