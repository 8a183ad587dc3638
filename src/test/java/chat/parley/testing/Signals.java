package chat.parley.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

/** Signals that Java has no method for. */
public final class Signals {
    private Signals() {}

    /** Sends a signal, named without its SIG. */
    public static void send(String signal, Process process) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                .inheritIO()
                .start();
        assertThat(kill.waitFor()).as("kill -%s %d", signal, process.pid()).isZero();
    }
}
