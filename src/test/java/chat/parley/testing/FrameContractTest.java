package chat.parley.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The document describes the socket, and checking frames against it finds what is wrong. */
class FrameContractTest {
    private static final String MESSAGE = "\"id\":\"1-1\",\"roomId\":\"1\",\"seq\":1,\"rev\":1,\"userId\":\"2\","
            + "\"contentType\":\"TEXT\",\"text\":\"hi\",\"createdAt\":\"2026-11-22T08:00:00.000Z\"";
    private static final Pattern PUSH =
            Pattern.compile("(?:Push\\s*\\.\\s*(?:durable|ephemeral)|new Push)\\(\\s*\"([A-Za-z.]+)\"");

    private final FrameContract contract = FrameContract.shipped();
    private final FrameCheck check = new FrameCheck();

    @Test
    void everyMessageOfTheDocumentHasAnExampleThatIsRight() {
        JsonNode messages = contract.document().at("/components/messages");
        messages.properties().forEach(entry -> {
            String name = entry.getKey();
            JsonNode examples = entry.getValue().path("examples");
            assertThat(examples).as("examples of %s", name).isNotEmpty();
            examples.forEach(example -> assertThat(contract.ofClient(name, example.get("payload")))
                    .as(name)
                    .isEmpty());
        });
    }

    @Test
    void theExamplesForPeopleAreRight() throws IOException {
        String text = Files.readString(Path.of("docs/protocol.md"));
        int frames = 0;
        for (String block : text.split("```")) {
            FrameCheck inBlock = new FrameCheck();
            for (String line : block.lines().toList()) {
                if (line.startsWith("-> ")) {
                    inBlock.sent(line.substring(3));
                    frames++;
                } else if (line.startsWith("<- ")) {
                    inBlock.received(line.substring(3));
                    frames++;
                }
            }
            inBlock.assertClean();
        }
        assertThat(frames).isGreaterThan(40);
    }

    @Test
    void everyPushOfTheServerIsInTheDocumentAndNoOther() throws IOException {
        TreeSet<String> said = new TreeSet<>();
        StringBuilder sources = new StringBuilder();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                sources.append(Files.readString(file));
            }
        }
        Matcher push = PUSH.matcher(sources);
        while (push.find()) {
            said.add(push.group(1));
        }
        assertThat(said).hasSizeGreaterThan(7);
        assertThat(contract.pushRoutes())
                .containsAll(said)
                .allSatisfy(route -> assertThat(sources).containsAnyOf("\"" + route + "\"", "\\\"" + route + "\\\""));
    }

    @Test
    void rightFramesAreRight() {
        check.sent("{\"id\":1,\"route\":\"room.leave\",\"body\":{\"roomId\":\"1\"}}");
        check.received("{\"id\":1,\"body\":{}}\n{\"route\":\"room.message\",\"body\":{" + MESSAGE + "}}");
        check.sent("{\"route\":\"heartbeat\"}");
        check.assertClean();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"route\":\"room.message\",\"body\":{" + MESSAGE + ",\"surprise\":1}}",
                "{\"route\":\"room.message\",\"body\":{" + MESSAGE + ",\"replySeq\":null}}",
                "{\"route\":\"room.message\",\"body\":{\"id\":\"1-1\"}}",
                "{\"route\":\"room.removed\",\"body\":{\"roomId\":1}}",
                "{\"route\":\"room.removed\",\"body\":{\"roomId\":\"1\"},\"surprise\":1}",
                "{\"route\":\"room.exploded\",\"body\":{}}",
                "{\"id\":7,\"body\":{}}",
                "{\"id\":7,\"error\":{\"code\":\"room.not_found\"}}",
                "{\"error\":{\"code\":\"NOPE\",\"message\":\"x\",\"retryable\":false}}",
                "{}",
                "nonsense"
            })
    void wrongFramesOfTheServerAreFound(String frame) {
        check.received(frame);
        assertThat(check.violations()).isNotEmpty();
    }

    @Test
    void anAnswerIsCheckedAgainstItsRoute() {
        check.sent("{\"id\":1,\"route\":\"room.leave\",\"body\":{\"roomId\":\"1\"}}");
        check.received("{\"id\":1,\"body\":{\"left\":true}}");
        assertThat(check.violations()).hasSize(1);
    }

    @Test
    void aRequestThatTheServerTookMustBeInTheDocument() {
        check.sent("{\"id\":1,\"route\":\"room.leave\",\"body\":{\"roomId\":\"1\",\"surprise\":1}}");
        check.received("{\"id\":1,\"body\":{}}");
        assertThat(check.violations()).hasSize(1);
    }

    @Test
    void aRequestThatTheServerRefusedMayBeAnything() {
        check.sent("{\"id\":1,\"route\":\"room.nope\",\"body\":7}\nnonsense");
        check.received(
                "{\"id\":1,\"error\":{\"code\":\"realtime.unknown_route\",\"message\":\"x\",\"retryable\":false}}");
        check.assertClean();
    }

    @Test
    void aNotifyIsCheckedAtOnce() {
        check.sent("{\"route\":\"room.typing\",\"body\":{}}");
        assertThat(check.violations()).isNotEmpty();
    }
}
