package chat.parley.bench.load;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One member of one room, who checks each push: it must follow the one before by exactly 1. */
public final class ChatClient implements WireClient.Listener {
    private static final byte[] PUSH = "{\"route\":\"room.message\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] HEARTBEAT = "{\"route\":\"heartbeat\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ALIVE = "{\"route\":\"heartbeat\"}".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] SEQ = Json.key("seq");
    private static final byte[] REV = Json.key("rev");
    private static final byte[] TEXT = Json.key("text");
    private static final byte[] ERROR = Json.key("error");
    private static final byte[] ROOM_ID = Json.key("roomId");
    private static final byte[] CLIENT_ID = Json.key("clientId");

    private final Tally tally;
    private final @Nullable Room room;
    private @Nullable WireClient wire;
    private CompletableFuture<byte[]> opening = new CompletableFuture<>();
    private @Nullable Runnable onAnswer;
    private long lastRev;
    private int closeCode;
    private boolean leaving;
    private long requests = 1;

    public ChatClient(Tally tally, @Nullable Room room) {
        this.tally = tally;
        this.room = room;
        if (room != null) {
            room.listeners().add(this);
        }
    }

    /** Connects and says the first thing; done when it has been answered, with the whole answer. */
    public CompletableFuture<byte[]> open(Generator generator, int port, @Nullable String firstFrame) {
        opening = new CompletableFuture<>();
        leaving = false;
        closeCode = 0;
        generator.connect(port, this).whenComplete((opened, failure) -> {
            wire = opened;
            if (failure != null) {
                opening.completeExceptionally(failure);
            } else if (firstFrame == null) {
                opening.complete(new byte[0]);
            } else {
                opened.send(firstFrame);
            }
        });
        return opening;
    }

    public WireClient wire() {
        if (wire == null) {
            throw new IllegalStateException("not connected");
        }
        return wire;
    }

    public boolean isConnected() {
        return wire != null && wire.isOpen();
    }

    public long nextRequest() {
        return ++requests;
    }

    public long lastRev() {
        return lastRev;
    }

    /** What came by another way than a push, such as the answer to session.open. */
    public void seenUpTo(long rev) {
        lastRev = rev;
    }

    /** Called after each answer to a request. */
    public void onAnswer(@Nullable Runnable action) {
        onAnswer = action;
    }

    public int closeCode() {
        return closeCode;
    }

    /** From here on, losing the connection is what was wanted. */
    public void leaving() {
        leaving = true;
    }

    @Override
    public void object(byte[] data, int from, int to) {
        if (data[from + 2] == 'i') {
            answered(data, from, to);
        } else if (to - from > PUSH.length && Json.matches(PUSH, data, from)) {
            pushed(data, from, to);
        } else if (Json.matches(HEARTBEAT, data, from)) {
            wire().write(ALIVE);
            wire().flush();
        }
    }

    private void pushed(byte[] data, int from, int to) {
        int at = Json.valueOf(SEQ, data, from, to);
        long rev = Json.number(REV, data, at, to);
        if (rev != lastRev + 1) {
            tally.violation("push " + rev + " came after " + lastRev);
        }
        lastRev = rev;
        tally.delivered(System.nanoTime() - Json.number(TEXT, data, at, to));
    }

    private void answered(byte[] data, int from, int to) {
        if (!opening.isDone()) {
            byte[] answer = new byte[to - from];
            System.arraycopy(data, from, answer, 0, answer.length);
            open(answer);
            return;
        }
        if (Json.valueOf(ERROR, data, from, Math.min(to, from + 40)) >= 0) {
            tally.refused(new String(data, from, to - from, StandardCharsets.UTF_8));
        } else {
            acknowledged(data, from, to);
        }
        if (onAnswer != null) {
            onAnswer.run();
        }
    }

    private void open(byte[] answer) {
        if (Json.valueOf(ERROR, answer, 0, Math.min(answer.length, 40)) >= 0) {
            opening.completeExceptionally(new IllegalStateException(new String(answer, StandardCharsets.UTF_8)));
        } else {
            opening.complete(answer);
        }
    }

    private void acknowledged(byte[] data, int from, int to) {
        long room = Json.number(ROOM_ID, data, from, to);
        long seq = Json.number(SEQ, data, from, to);
        long planned = Json.number(TEXT, data, from, to);
        int clientId = Json.valueOf(CLIENT_ID, data, from, to);
        if (room < 0 || seq < 0 || clientId < 0) {
            tally.violation("no acknowledgement: " + new String(data, from, to - from, StandardCharsets.UTF_8));
            return;
        }
        long key = Long.parseUnsignedLong(new String(data, clientId + 1 + 24, 12, StandardCharsets.US_ASCII), 16);
        tally.acknowledged(new Tally.Ack(room, seq, key), System.nanoTime() - planned);
    }

    @Override
    public void gone(int code) {
        closeCode = code;
        if (!leaving) {
            tally.violation("a connection was closed with " + code);
        }
    }

    public @Nullable Room room() {
        return room;
    }
}
