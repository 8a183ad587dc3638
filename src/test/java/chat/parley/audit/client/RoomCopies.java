package chat.parley.audit.client;

import chat.parley.audit.client.Measurements.Counted;
import chat.parley.audit.client.Measurements.Latency;
import chat.parley.audit.client.RoomCopy.Need;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** All rooms of a client, kept complete: a jump in rev is healed by {@code room.sync}, a reset by {@code room.open}. */
final class RoomCopies {
    private static final int PAGE = 100;

    private final Map<String, RoomCopy> rooms = new ConcurrentHashMap<>();
    private final SessionKeeper session;
    private final Mailbox mailbox;
    private final Measurements measurements;
    private final Consumer<String> complaints;
    private final BackOff backOff;

    RoomCopies(
            SessionKeeper session,
            Mailbox mailbox,
            Measurements measurements,
            Consumer<String> complaints,
            RandomGenerator random) {
        this.session = session;
        this.mailbox = mailbox;
        this.measurements = measurements;
        this.complaints = complaints;
        this.backOff = BackOff.ofRequests(random);
    }

    Map<String, RoomCopy> all() {
        return rooms;
    }

    /** Says what it has, in the words of {@code session.open}. */
    void describe(ObjectNode known) {
        rooms.values().stream()
                .filter(RoomCopy::isOpen)
                .forEach(room -> known.putObject(room.id()).put("rev", room.rev()));
    }

    void opened(JsonNode answer) {
        Set<String> listed = new HashSet<>();
        for (JsonNode head : answer.get("rooms")) {
            RoomCopy copy = room(head.get("id").asText());
            listed.add(copy.id());
            copy.head(head);
            JsonNode delta = answer.get("sync").get(copy.id());
            if (copy.isOpen() && delta == null) {
                complaints.accept("room " + copy.id() + " was named and is not in sync");
            }
            satisfy(copy, delta == null ? Need.OPEN : copy.synced(delta));
        }
        rooms.keySet().retainAll(listed);
    }

    void lost() {
        rooms.values().forEach(RoomCopy::lost);
    }

    void added(JsonNode head) {
        RoomCopy copy = room(head.get("id").asText());
        copy.head(head);
        if (!copy.isOpen()) {
            satisfy(copy, Need.OPEN);
        }
    }

    void removed(String id) {
        rooms.remove(id);
    }

    void ifThere(String id, Consumer<RoomCopy> action) {
        RoomCopy copy = rooms.get(id);
        if (copy != null) {
            action.accept(copy);
        }
    }

    /** A {@code room.message} push, which may come before the room itself. */
    void message(JsonNode message) {
        RoomCopy copy = room(message.get("roomId").asText());
        long rev = message.get("rev").asLong();
        measurements.count(Counted.DELIVERED);
        measurements.saw(copy.id(), rev);
        // A change of a message says when the message was written, not when it was changed.
        if (copy.isOpen() && rev > copy.rev() && message.get("seq").asLong() > copy.lastSeq()) {
            measure(Outgoing.plannedAt(message.path("text").asText("")));
        }
        satisfy(copy, copy.push(message));
    }

    private void measure(long plannedAt) {
        if (plannedAt < 0) {
            return;
        }
        long took = System.nanoTime() - plannedAt;
        measurements.took(Latency.DELIVERED, took);
        if (!session.isPaused() && plannedAt > session.undisturbedSince() && measurements.calmSince(plannedAt)) {
            measurements.took(Latency.DELIVERED_CALM, took);
        }
    }

    private RoomCopy room(String id) {
        return rooms.computeIfAbsent(id, unknown -> new RoomCopy(unknown, complaints));
    }

    private void satisfy(RoomCopy copy, Need need) {
        if (need == Need.NOTHING || copy.isAsking()) {
            return;
        }
        copy.asking();
        ObjectNode body = Http.JSON.createObjectNode().put("roomId", copy.id());
        if (need == Need.SYNC) {
            measurements.count(Counted.JUMPS);
            ask(copy, "room.sync", body.put("rev", copy.rev()), copy::synced);
        } else {
            measurements.count(copy.wasReset() ? Counted.STARTED_OVER : Counted.OPENED);
            ask(copy, "room.open", body.put("limit", PAGE), copy::opened);
        }
    }

    /** What is done with an answer about a room. */
    private interface Use {
        Need of(JsonNode answer);
    }

    private void ask(RoomCopy copy, String route, ObjectNode body, Use use) {
        Consumer<JsonNode> answered = answer -> {
            if (rooms.get(copy.id()) == copy) {
                satisfy(copy, use.of(answer));
            }
        };
        session.ask(route, body, answered, error -> refused(copy, error), () -> {});
    }

    private void refused(RoomCopy copy, ServerError error) {
        copy.lost();
        if (!error.retryable()) {
            rooms.remove(copy.id(), copy);
            return;
        }
        mailbox.postLater(backOff.next(), () -> {
            if (session.isOpen() && rooms.get(copy.id()) == copy) {
                satisfy(copy, copy.isOpen() ? Need.SYNC : Need.OPEN);
            }
        });
    }
}
