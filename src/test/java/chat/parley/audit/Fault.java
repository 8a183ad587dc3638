package chat.parley.audit;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What can be broken. */
enum Fault {
    CUT("breaks some connections, or all, without a word", 1),
    PAUSE("some clients stop reading for seconds", 1),
    FLOOD("one client sends 10,000 requests and reads nothing; alone, it is measured what that does to the others", 1),
    KILL_SERVER("kill -9 of a server, which is started again", 1),
    FREEZE_SERVER("a server stands still for a while", 1),
    KILL_DATABASE("kill -9 of the database, which is started again after the outage", 1),
    RESTART("a server is stopped gracefully and started again", 1),
    STOP_REDIS("Redis ends, and is started again after the outage", 2);

    private final String meaning;
    private final int nodes;

    Fault(String meaning, int nodes) {
        this.meaning = meaning;
        this.nodes = nodes;
    }

    /** Whether it can happen with so many nodes. */
    boolean isPossible(int nodes) {
        return nodes >= this.nodes;
    }

    static Fault named(String name) {
        return Arrays.stream(values())
                .filter(fault -> fault.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new AuditOptions.Misuse("there is no fault " + name + "; there are:\n" + list()));
    }

    static String list() {
        return Arrays.stream(values())
                .map(fault -> "                    %-15s %s".formatted(fault, fault.meaning))
                .collect(Collectors.joining("\n"));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
