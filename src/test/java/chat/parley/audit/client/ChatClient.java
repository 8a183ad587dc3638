package chat.parley.audit.client;

import chat.parley.audit.client.Measurements.Counted;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * A client as the protocol wants it: it keeps a copy of every room it is in, comes back after every loss with what it
 * has, and sends until it is told that the message is stored. Everything that changes it happens in its mailbox.
 */
public final class ChatClient {
    private final String label;
    private final Device device;
    private final Measurements measurements;
    private final Mailbox mailbox;
    private final SessionKeeper session;
    private final SendQueue queue;
    private final Sender sender;
    private final RoomCopies rooms;

    /**
     * @param servers where it connects; to the next one after every loss
     * @param window so many messages may be on their way at once
     */
    public ChatClient(
            String label,
            Device device,
            List<URI> servers,
            ClientWire.Connector connector,
            int window,
            Measurements measurements,
            RandomGenerator random) {
        Consumer<String> complaints = what -> measurements.complain(label + ": " + what);
        this.label = label;
        this.device = device;
        this.measurements = measurements;
        mailbox = new Mailbox(label, failure -> complaints.accept("the audit itself failed: " + failure));
        session = new SessionKeeper(device, servers, connector, mailbox, measurements, complaints, random);
        queue = new SendQueue(window);
        sender = new Sender(session, queue, mailbox, measurements, complaints, random);
        rooms = new RoomCopies(session, mailbox, measurements, complaints, random);
    }

    // --- from any thread ------------------------------------------------------------------------------------------

    public void start() {
        mailbox.post(() -> session.start(new Owner()));
    }

    /** Does something in this client's mailbox. */
    public void act(Consumer<ChatClient> action) {
        mailbox.post(() -> action.accept(this));
    }

    /** Breaks the connection, if there is one. */
    public void cut() {
        mailbox.post(session::cut);
    }

    /** Stops reading for so long. */
    public void pause(Duration duration) {
        mailbox.post(() -> session.pause(duration));
    }

    /** Ends it for good. */
    public void stop() throws InterruptedException {
        mailbox.post(session::stop);
        mailbox.close();
    }

    public String label() {
        return label;
    }

    public String userId() {
        return device.userId();
    }

    public boolean isOpen() {
        return session.isOpen();
    }

    public boolean isPaused() {
        return session.isPaused();
    }

    public Map<String, RoomCopy> rooms() {
        return rooms.all();
    }

    /** How many messages it wanted to send so far. */
    public int wanted() {
        return queue.wanted();
    }

    /** How many of them, from the first on, are settled. */
    public int settled() {
        return queue.settled();
    }

    // --- in the mailbox, or when it is stopped --------------------------------------------------------------------

    /** Everything it ever wanted to send. */
    public List<Outgoing> sent() {
        return queue.all();
    }

    /** What is under way or waits, be it only to be read; empty if it is done. */
    public Optional<String> unfinished() {
        if (!session.isOpen()) {
            return Optional.of("has no session");
        }
        if (session.isPaused()) {
            return Optional.of("does not read");
        }
        if (session.unanswered() > 0) {
            return Optional.of("waits for " + session.unanswered() + " answers");
        }
        if (queue.settled() < queue.wanted()) {
            return Optional.of(
                    "has %d of %d messages to send".formatted(queue.wanted() - queue.settled(), queue.wanted()));
        }
        return rooms.all().values().stream()
                .filter(room -> !room.isOpen())
                .findFirst()
                .map(room -> "has not opened room " + room.id());
    }

    public void send(String roomId) {
        sender.send(roomId);
    }

    public void recall(String roomId, long seq) {
        session.tryTo("room.recallMessage", place(roomId, seq), answer -> measurements.count(Counted.RECALLED));
    }

    public void edit(String roomId, long seq, String text) {
        ObjectNode body = place(roomId, seq).put("text", text);
        session.tryTo("room.editMessage", body, answer -> measurements.count(Counted.EDITED));
    }

    public void react(String roomId, long seq, String emoji) {
        ObjectNode body = place(roomId, seq).put("emoji", emoji).put("on", true);
        session.tryTo("room.react", body, answer -> measurements.count(Counted.REACTED));
    }

    public void read(String roomId, long seq) {
        session.tryTo("room.read", place(roomId, seq), answer -> {
            measurements.count(Counted.READ);
            rooms.ifThere(roomId, room -> room.read(answer.get("seq").asLong()));
        });
    }

    public void leave(String roomId) {
        session.tryTo("room.leave", room(roomId), answer -> {
            measurements.count(Counted.LEFT);
            rooms.removed(roomId);
        });
    }

    public void join(String roomId) {
        session.tryTo("room.join", room(roomId), answer -> {
            measurements.count(Counted.JOINED);
            rooms.added(answer);
        });
    }

    /** Over REST, where one renames rooms. */
    public void rename(String roomId, String name) {
        Map<String, String> change = Map.of("id", roomId, "name", name);
        Http.send(session.server(), "PATCH", "/api/room", change, device.authorization())
                .thenAccept(answer -> {
                    if (answer.status() == 200) {
                        measurements.count(Counted.RENAMED);
                    }
                });
    }

    private static ObjectNode room(String roomId) {
        return Http.JSON.createObjectNode().put("roomId", roomId);
    }

    private static ObjectNode place(String roomId, long seq) {
        return room(roomId).put("seq", seq);
    }

    private final class Owner implements SessionKeeper.Owner {
        @Override
        public void describe(ObjectNode known) {
            rooms.describe(known);
        }

        @Override
        public void opened(JsonNode answer) {
            rooms.opened(answer);
            sender.opened();
        }

        @Override
        public void lost() {
            rooms.lost();
        }

        @Override
        public void pushed(String route, JsonNode body) {
            String roomId = body.path("roomId").asText();
            switch (route) {
                case "heartbeat" -> session.notify("heartbeat");
                case "room.message" -> rooms.message(body);
                case "room.added" -> rooms.added(body);
                case "room.removed" -> rooms.removed(roomId);
                case "room.changed" -> rooms.ifThere(body.get("id").asText(), room -> room.head(body));
                case "room.members" ->
                    rooms.ifThere(
                            roomId,
                            room -> room.memberCount(body.get("memberCount").asInt()));
                case "room.read" -> {
                    if (body.get("userId").asText().equals(userId())) {
                        rooms.ifThere(roomId, room -> room.read(body.get("seq").asLong()));
                    }
                }
                default -> {
                    // typing and the like: nothing to keep
                }
            }
        }
    }
}
