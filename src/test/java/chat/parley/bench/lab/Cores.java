package chat.parley.bench.lab;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Who runs where: what is measured on the first core, the load on the second. */
public final class Cores {
    public static final int SERVER = 0;
    public static final int LOAD = 1;

    private Cores() {}

    /** The command, bound to a core from its first instruction on. */
    public static List<String> bound(int core, List<String> command) {
        List<String> bound = new ArrayList<>(List.of("taskset", "-c", Integer.toString(core)));
        bound.addAll(command);
        return bound;
    }

    /** Binds a process that runs already, with all of its threads. */
    public static void bind(int core, long pid) {
        try {
            Process taskset = new ProcessBuilder(
                            "taskset", "-a", "-p", "-c", Integer.toString(core), Long.toString(pid))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            if (taskset.waitFor() != 0) {
                throw new IllegalStateException("process " + pid + " could not be bound to core " + core);
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
