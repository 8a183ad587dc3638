package chat.parley.embedded;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * A mysqld outlives a server that was killed, and keeps its data locked. It is known by what it runs and on which
 * folder, not by a number in a file, which may long belong to somebody else.
 */
final class Orphans {
    private static final Logger LOG = Logger.getLogger(Orphans.class);
    private static final long PATIENCE_SECONDS = 30;

    private Orphans() {}

    static void end(DataFolder folder) {
        Set<String> ours =
                Set.of(MySqlCommand.dataOption(folder.data()), MySqlCommand.dataOption(folder.halfInitialised()));
        ProcessHandle.allProcesses().filter(process -> serves(process, ours)).forEach(Orphans::end);
    }

    private static boolean serves(ProcessHandle process, Set<String> dataOptions) {
        ProcessHandle.Info info = process.info();
        return info.command().filter(c -> c.endsWith("/bin/mysqld")).isPresent()
                && info.arguments().map(List::of).orElse(List.of()).stream().anyMatch(dataOptions::contains);
    }

    private static void end(ProcessHandle orphan) {
        LOG.warnf("Ending the MySQL (process %d) that an earlier, killed server left behind", orphan.pid());
        CompletableFuture<ProcessHandle> end = orphan.onExit();
        orphan.destroy();
        try {
            end.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            orphan.destroyForcibly();
            end.join();
        } catch (ExecutionException | InterruptedException e) {
            throw new StartFailure("The MySQL of an earlier start (process " + orphan.pid() + ") does not end.", e);
        }
    }
}
