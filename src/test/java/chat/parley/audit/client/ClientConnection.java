package chat.parley.audit.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** One connection with the requests that wait for their answers. Lives in its client's mailbox. */
final class ClientConnection {
    /** 1 opens the session. */
    private static final long FIRST_ID = 2;

    private final Map<Long, Question> questions = new HashMap<>();
    private ClientWire wire;
    private long nextId = FIRST_ID;
    private long heardAt = System.nanoTime();

    /** What to do when a request has ended, one way or the other; lost means that nobody knows which. */
    record Question(Consumer<JsonNode> answered, Consumer<ServerError> refused, Runnable lost, long askedAt) {}

    void wire(ClientWire opened) {
        wire = opened;
    }

    ClientWire wire() {
        return wire;
    }

    void ask(String route, JsonNode body, Consumer<JsonNode> answered, Consumer<ServerError> refused, Runnable lost) {
        long id = nextId++;
        questions.put(id, new Question(answered, refused, lost, System.nanoTime()));
        wire.request(id, route, body);
    }

    /** False if nobody asked. */
    boolean answered(long id, JsonNode body) {
        Question question = questions.remove(id);
        if (question != null) {
            question.answered().accept(body);
        }
        return question != null;
    }

    /** False if nobody asked. */
    boolean refused(long id, ServerError error) {
        Question question = questions.remove(id);
        if (question != null) {
            question.refused().accept(error);
        }
        return question != null;
    }

    void lost() {
        List<Question> unanswered = new ArrayList<>(questions.values());
        questions.clear();
        unanswered.forEach(question -> question.lost().run());
    }

    int unanswered() {
        return questions.size();
    }

    void heard() {
        heardAt = System.nanoTime();
    }

    long silentNanos() {
        return System.nanoTime() - heardAt;
    }

    long longestWaitNanos() {
        long now = System.nanoTime();
        return questions.values().stream()
                .mapToLong(question -> now - question.askedAt())
                .max()
                .orElse(0);
    }
}
