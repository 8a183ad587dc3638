package chat.parley.permission;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.testing.Sql;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A client that a public generator makes of our OpenAPI document calls every operation, and nobody's own code does. */
@QuarkusTest
class GeneratedClientIT {
    private static final Path PROGRAM = Path.of("src/test/interop/generated-client.mjs");
    private static final Path GENERATED = Path.of("target/generated-client");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TestHTTPResource("/")
    URI server;

    private final Sql sql;

    GeneratedClientIT(Sql sql) {
        this.sql = sql;
    }

    @Test
    @Timeout(180)
    void everyOperationIsCalledWithSuccess() throws Exception {
        Set<String> operations = Contract.served().operations();
        Process node = new ProcessBuilder(
                        "node",
                        PROGRAM.toString(),
                        "http://" + server.getAuthority(),
                        GENERATED.toAbsolutePath().toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            JsonNode done = follow(node);
            assertThat(node.waitFor()).as("how %s ended", PROGRAM).isZero();
            assertThat(names(done.get("called"))).isEqualTo(operations);
        } finally {
            node.destroyForcibly();
        }
    }

    /** Does what only an operator can, with the database, and returns the last that the program says. */
    private JsonNode follow(Process node) throws IOException {
        JsonNode last = JSON.createObjectNode();
        try (BufferedReader lines = node.inputReader(StandardCharsets.UTF_8);
                PrintWriter answers = new PrintWriter(node.outputWriter(StandardCharsets.UTF_8), true)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                last = JSON.readTree(line);
                if (last.path("event").asText().equals("promote")) {
                    sql.update(
                            "UPDATE users SET permission = 'admin' WHERE id = ?",
                            last.get("user").asLong());
                    answers.println("done");
                }
            }
        }
        assertThat(last.path("event").asText())
                .as("the last that %s said: %s", PROGRAM, last)
                .isEqualTo("done");
        return last;
    }

    private static Set<String> names(JsonNode list) {
        Set<String> names = new TreeSet<>();
        list.forEach(name -> names.add(name.asText()));
        return names;
    }
}
