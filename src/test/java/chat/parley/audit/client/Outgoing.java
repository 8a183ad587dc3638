package chat.parley.audit.client;

import java.util.UUID;

/** A message that a client wants to have in a room, from the wish to what became of it. */
public final class Outgoing {
    private final String roomId;
    private final UUID clientId = UUID.randomUUID();
    private final int order;
    private final long plannedAt;
    private final boolean calm;
    private int mayFollow;
    private int transmissions;
    private int lost;
    private boolean inFlight;
    private State state = State.OPEN;
    private long seq;
    private String refusal = "";

    /** @param order the how manieth of this client it is */
    Outgoing(String roomId, int order, long plannedAt, boolean calm) {
        this.roomId = roomId;
        this.order = order;
        this.mayFollow = order;
        this.plannedAt = plannedAt;
        this.calm = calm;
    }

    /** What became of it. */
    public enum State {
        OPEN,
        ACKNOWLEDGED,
        REFUSED
    }

    public String roomId() {
        return roomId;
    }

    public UUID clientId() {
        return clientId;
    }

    public int order() {
        return order;
    }

    /** Says when it was meant to be sent, so that whoever reads it knows how long it took. */
    public String text() {
        return clientId + " " + plannedAt + " 你好 😀";
    }

    /** -1 if it is no such text. */
    static long plannedAt(String text) {
        String[] words = text.split(" ");
        return words.length == 4 ? Long.parseLong(words[1]) : -1;
    }

    long plannedAt() {
        return plannedAt;
    }

    boolean calm() {
        return calm && transmissions == 1;
    }

    public State state() {
        return state;
    }

    public long seq() {
        return seq;
    }

    public String refusal() {
        return refusal;
    }

    public int transmissions() {
        return transmissions;
    }

    /** Whether some transmission ended without an answer, so that it may have been stored all the same. */
    public boolean wasLost() {
        return lost > 0;
    }

    /** Up to this one, the client's later messages were on their way when this one was sent back to be tried again. */
    public int mayFollow() {
        return mayFollow;
    }

    boolean isInFlight() {
        return inFlight;
    }

    void transmitted() {
        transmissions++;
        inFlight = true;
    }

    void sentBack(int newest) {
        inFlight = false;
        mayFollow = Math.max(mayFollow, newest);
    }

    void lost() {
        inFlight = false;
        lost++;
    }

    void acknowledged(long seq) {
        inFlight = false;
        state = State.ACKNOWLEDGED;
        this.seq = seq;
    }

    void refused(String code) {
        inFlight = false;
        state = State.REFUSED;
        refusal = code;
    }
}
