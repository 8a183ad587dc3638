package chat.parley.audit.client;

import chat.parley.audit.client.Measurements.Counted;
import chat.parley.audit.client.Measurements.Latency;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** Sends every message until it is told that it is stored, or why it never will be. */
final class Sender {
    private final SessionKeeper session;
    private final SendQueue queue;
    private final Mailbox mailbox;
    private final Measurements measurements;
    private final Consumer<String> complaints;
    private final BackOff backOff;
    private long resumeAt;

    Sender(
            SessionKeeper session,
            SendQueue queue,
            Mailbox mailbox,
            Measurements measurements,
            Consumer<String> complaints,
            RandomGenerator random) {
        this.session = session;
        this.queue = queue;
        this.mailbox = mailbox;
        this.measurements = measurements;
        this.complaints = complaints;
        this.backOff = BackOff.ofRequests(random);
    }

    void send(String roomId) {
        long now = System.nanoTime();
        queue.add(roomId, now, session.isOpen() && measurements.calmSince(now));
        measurements.count(Counted.SENT);
        pump();
    }

    /** A new session: what waited for the old one to take breath waits no longer. */
    void opened() {
        resumeAt = 0;
        pump();
    }

    private void pump() {
        if (System.nanoTime() < resumeAt) {
            return;
        }
        for (Outgoing message = queue.next(); message != null && session.isOpen(); message = queue.next()) {
            transmit(message);
        }
    }

    private void transmit(Outgoing message) {
        if (message.transmissions() > 0) {
            measurements.count(Counted.TRANSMITTED_AGAIN);
        }
        queue.transmitted(message);
        JsonNode body = Http.JSON
                .createObjectNode()
                .put("roomId", message.roomId())
                .put("clientId", message.clientId().toString())
                .put("text", message.text());
        session.ask(
                "room.sendMessage",
                body,
                stored -> acknowledged(message, stored),
                error -> refused(message, error),
                () -> queue.lost(message));
    }

    private void acknowledged(Outgoing message, JsonNode stored) {
        check(message, stored);
        backOff.reset();
        queue.acknowledged(message, stored.get("seq").asLong());
        measurements.count(Counted.ACKNOWLEDGED);
        measurements.saw(message.roomId(), stored.get("rev").asLong());
        long took = System.nanoTime() - message.plannedAt();
        measurements.took(Latency.ACKNOWLEDGED, took);
        if (message.calm() && measurements.calmSince(message.plannedAt())) {
            measurements.took(Latency.ACKNOWLEDGED_CALM, took);
        }
        pump();
    }

    private void check(Outgoing message, JsonNode stored) {
        boolean duplicate = stored.path("duplicate").asBoolean();
        if (duplicate) {
            measurements.count(Counted.RECOGNISED);
        }
        if (duplicate && message.transmissions() == 1
                || !message.roomId().equals(stored.path("roomId").asText())
                || !message.clientId().toString().equals(stored.path("clientId").asText())) {
            complaints.accept("message " + message.clientId() + " was acknowledged as " + stored);
        }
    }

    private void refused(Outgoing message, ServerError error) {
        if (error.retryable() || error.needsNewToken()) {
            measurements.count(Counted.TRY_AGAIN);
            queue.sentBack(message);
            Duration delay = backOff.next();
            resumeAt = System.nanoTime() + delay.toNanos();
            mailbox.postLater(delay, this::pump);
        } else {
            measurements.count(Counted.REFUSED);
            queue.refused(message, error.code());
            pump();
        }
    }
}
