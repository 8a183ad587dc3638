package chat.parley.realtime.model.node;

import chat.parley.identity.SessionId;
import chat.parley.identity.UserId;
import chat.parley.realtime.StateChange;
import chat.parley.realtime.model.Publication;
import chat.parley.realtime.model.node.NodeMessage.Parted;
import chat.parley.realtime.model.node.NodeMessage.PresenceTold;
import chat.parley.realtime.model.node.NodeMessage.Published;
import chat.parley.realtime.model.node.NodeMessage.Replay;
import chat.parley.realtime.model.node.NodeMessage.Returned;
import chat.parley.realtime.model.node.NodeMessage.SessionEnded;
import chat.parley.realtime.model.node.NodeMessage.Settle;
import chat.parley.realtime.model.node.NodeMessage.StateChanged;
import chat.parley.realtime.model.node.NodeMessage.TopicEnded;
import chat.parley.realtime.model.node.NodeMessage.UserEnded;
import chat.parley.realtime.model.presence.PresenceState;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The bytes between nodes: version, kind, sender, and then what the kind says. Nodes of two versions run side by side
 * during a deploy: a kind or version that a node does not know is skipped, and a kind may grow at its end. What a
 * message body says in JSON goes over as it was written.
 */
public final class NodeMessageCodec {
    private static final byte VERSION = 1;
    private static final int SENDER_AT = 2;

    private static final byte TO_TOPIC = 1;
    // 2 was a push for one user, and means nothing else now.
    private static final byte NUMBERED = 3;
    private static final byte SETTLE = 4;
    private static final byte TOPIC_ENDED = 5;
    private static final byte SESSION_ENDED = 6;
    private static final byte USER_ENDED = 7;
    private static final byte RETURNED = 8;
    private static final byte REPLAY = 9;
    private static final byte PRESENCE_TOLD = 10;
    private static final byte PARTED = 11;
    private static final byte STATE_CHANGED = 12;

    private NodeMessageCodec() {}

    public static byte[] encode(NodeEnvelope envelope) {
        NodeMessage message = envelope.message();
        ByteWriter out = new ByteWriter().u8(VERSION).u8(kind(message)).i64(envelope.sender());
        switch (message) {
            case Published(Publication publication) -> write(out, publication);
            case Settle settle -> out.topic(settle.topic()).list(settle.users(), user -> out.i64(user.value()));
            case StateChanged(StateChange change) ->
                out.topic(change.subject()).list(change.about(), user -> out.i64(user.value()));
            case TopicEnded ended -> out.topic(ended.topic());
            case SessionEnded ended ->
                out.i64(ended.user().value()).i64(ended.session().value());
            case UserEnded ended -> out.i64(ended.user().value());
            case Parted parted ->
                out.i64(parted.one().value()).i64(parted.other().value());
            case PresenceTold told ->
                out.u8(told.complete() ? 1 : 0)
                        .list(
                                List.copyOf(told.users().entrySet()),
                                user -> out.i64(user.getKey().value())
                                        .u8(user.getValue().ordinal()));
            case Returned returned -> out.i64(returned.sinceMillis());
            case Replay replay ->
                out.i64(replay.to()).u8(replay.complete() ? 1 : 0).list(replay.messages(), out::bytes);
        }
        return out.toBytes();
    }

    private static byte kind(NodeMessage message) {
        return switch (message) {
            case Published(Publication.ToTopic p) -> TO_TOPIC;
            case Published(Publication.Numbered p) -> NUMBERED;
            case Settle m -> SETTLE;
            case TopicEnded m -> TOPIC_ENDED;
            case StateChanged m -> STATE_CHANGED;
            case SessionEnded m -> SESSION_ENDED;
            case UserEnded m -> USER_ENDED;
            case Parted m -> PARTED;
            case PresenceTold m -> PRESENCE_TOLD;
            case Returned m -> RETURNED;
            case Replay m -> REPLAY;
        };
    }

    private static void write(ByteWriter out, Publication publication) {
        switch (publication) {
            case Publication.ToTopic p -> out.topic(p.topic()).push(p.push());
            case Publication.Numbered p -> {
                out.topic(p.topic()).i64(p.revision()).push(p.push());
                out.u8(p.author() == null ? 0 : 1);
                if (p.author() != null) {
                    out.i64(p.author().value());
                }
                out.u8(p.authorPush() == null ? 0 : 1);
                if (p.authorPush() != null) {
                    out.variant(p.push(), p.authorPush());
                }
            }
        }
    }

    /** Who sent it, without reading the rest; 0 if that cannot be told. */
    public static long sender(byte[] message) {
        return message.length < SENDER_AT + Long.BYTES
                ? 0
                : ByteBuffer.wrap(message).getLong(SENDER_AT);
    }

    /**
     * Reads a message; empty if it is of a version or kind that is not known here.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static Optional<NodeEnvelope> decode(byte[] bytes) {
        try {
            ByteReader in = new ByteReader(bytes);
            if (in.u8() != VERSION) {
                return Optional.empty();
            }
            byte kind = in.u8();
            long sender = in.i64();
            return read(kind, in).map(message -> new NodeEnvelope(sender, message));
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("a message of another node ends too early", e);
        }
    }

    private static Optional<NodeMessage> read(byte kind, ByteReader in) {
        return Optional.ofNullable(
                switch (kind) {
                    case TO_TOPIC -> new Published(new Publication.ToTopic(in.topic(), in.push()));
                    case NUMBERED -> new Published(numbered(in));
                    case SETTLE -> new Settle(in.topic(), in.list(() -> new UserId(in.i64())));
                    case TOPIC_ENDED -> new TopicEnded(in.topic());
                    case STATE_CHANGED ->
                        new StateChanged(new StateChange(in.topic(), in.list(() -> new UserId(in.i64()))));
                    case SESSION_ENDED -> new SessionEnded(new UserId(in.i64()), new SessionId(in.i64()));
                    case USER_ENDED -> new UserEnded(new UserId(in.i64()));
                    case PRESENCE_TOLD -> presence(in);
                    case PARTED -> new Parted(new UserId(in.i64()), new UserId(in.i64()));
                    case RETURNED -> new Returned(in.i64());
                    case REPLAY -> new Replay(in.i64(), in.u8() != 0, in.list(in::bytes));
                    default -> null;
                });
    }

    private static NodeMessage presence(ByteReader in) {
        boolean complete = in.u8() != 0;
        Map<UserId, PresenceState> users = new HashMap<>();
        in.list(() -> users.put(new UserId(in.i64()), state(in.u8())));
        return new PresenceTold(complete, users);
    }

    // One that is not known here is somebody who is there in a way that this version has no name for.
    private static PresenceState state(int ordinal) {
        PresenceState[] known = PresenceState.values();
        return ordinal >= 0 && ordinal < known.length ? known[ordinal] : PresenceState.ONLINE;
    }

    private static Publication numbered(ByteReader in) {
        var topic = in.topic();
        long revision = in.i64();
        var push = in.push();
        UserId author = in.u8() == 0 ? null : new UserId(in.i64());
        var authorPush = in.u8() == 0 ? null : in.variant(push);
        return new Publication.Numbered(topic, revision, push, author, authorPush);
    }
}
