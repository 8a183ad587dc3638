package chat.parley.realtime.integration;

import chat.parley.realtime.PitayaError;
import chat.parley.realtime.model.ClientFrame;
import chat.parley.realtime.model.ClientPacket;
import chat.parley.realtime.model.CloseCode;
import chat.parley.realtime.model.EncodedFrame;
import chat.parley.realtime.model.EncodedPush;
import chat.parley.realtime.model.FrameCodec;
import chat.parley.realtime.port.BodyWriter;
import chat.parley.realtime.port.RealtimeConfig;
import chat.parley.shared.error.ParleyException;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The client format of Pitaya and Pomelo: one packet in each binary frame. */
@ApplicationScoped
class PitayaFrameCodec implements FrameCodec {
    private static final byte[] NOTHING = new byte[0];
    private static final byte[] EMPTY_OBJECT = {'{', '}'};
    private static final EncodedFrame HEARTBEAT = packet(PitayaPacket.Type.HEARTBEAT, NOTHING);

    private final ObjectMapper mapper;
    private final BodyWriter bodies;
    private final PitayaHandshake handshake;
    private final int maxPayloadBytes;
    private final EncodedFrame kick;

    PitayaFrameCodec(ObjectMapper mapper, BodyWriter bodies, RealtimeConfig config) {
        this.mapper = mapper;
        this.bodies = bodies;
        this.handshake = PitayaHandshake.of(mapper, config.heartbeatInterval());
        this.maxPayloadBytes = config.maxFrameBytes();
        this.kick = packet(PitayaPacket.Type.KICK, config.pitayaKickWithBody() ? EMPTY_OBJECT : NOTHING);
    }

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    private record ErrorPayload(String code, String msg, Map<String, String> metadata) {}

    private record ClosingPayload(String reason) {}

    @Override
    public boolean isBinary() {
        return true;
    }

    @Override
    public List<ClientFrame> decode(byte[] frame) {
        try {
            PitayaPacket packet = PitayaPacket.decode(frame);
            return switch (packet.type()) {
                case HANDSHAKE -> List.of(handshake.read(packet.body()));
                case ACKNOWLEDGEMENT -> List.of(new ClientPacket.Acknowledgement());
                case DATA -> data(PitayaMessage.decode(packet.body(), maxPayloadBytes));
                case HEARTBEAT, KICK -> List.of();
            };
        } catch (UnreadableException e) {
            return List.of(new ClientPacket.Unreadable(e.code(), String.valueOf(e.getMessage())));
        }
    }

    private List<ClientFrame> data(PitayaMessage message) {
        // An answer to id 0 would look like no answer, so it is a notify; and what only servers say is ignored.
        Long id = message.id() == 0 ? null : message.id();
        return switch (message.type()) {
            case REQUEST, NOTIFY ->
                List.of(new ClientPacket.Data(id, message.route(), new PitayaFrameBody(mapper, message.payload())));
            case RESPONSE, PUSH -> List.of();
        };
    }

    @Override
    public EncodedFrame push(EncodedPush push) {
        return data(
                PitayaMessage.push(push.route(), PitayaText.escape(push.body())).encode());
    }

    @Override
    public EncodedFrame heartbeat() {
        return HEARTBEAT;
    }

    @Override
    public EncodedFrame response(long id, Object body) {
        return data(PitayaMessage.response(id, PitayaText.escape(bodies.write(body)))
                .encode());
    }

    @Override
    public @Nullable EncodedFrame error(@Nullable Long id, ParleyException error) {
        if (id == null) {
            return null;
        }
        var payload = new ErrorPayload(error.code().code(), String.valueOf(error.getMessage()), metadata(error));
        return data(PitayaMessage.error(id, PitayaText.escape(bodies.write(payload)))
                .encode());
    }

    private Map<String, String> metadata(ParleyException error) {
        Map<String, String> metadata = new TreeMap<>();
        if (!(error.code() instanceof PitayaError)) {
            metadata.put("retryable", Boolean.toString(error.code().retryable()));
            if (!error.fields().isEmpty()) {
                metadata.put("fields", new String(bodies.write(error.fields()), StandardCharsets.UTF_8));
            }
        }
        return metadata;
    }

    @Override
    public List<EncodedFrame> farewell(CloseCode code) {
        return switch (code) {
            // Whoever broke the format or is not there any more is not spoken to.
            case PROTOCOL_ERROR, FRAME_TOO_LARGE, HEARTBEAT_MISSED -> List.of();
            // Its session.closing has said more already.
            case RESTARTING -> List.of(kick);
            default -> List.of(closing(code), kick);
        };
    }

    private EncodedFrame closing(CloseCode code) {
        byte[] body = bodies.write(new ClosingPayload(code.name().toLowerCase(Locale.ROOT)));
        return data(PitayaMessage.push("session.closing", body).encode());
    }

    /** One packet to a frame: there are clients that read the first packet of a frame and lose the rest. */
    @Override
    public List<EncodedFrame> join(List<EncodedFrame> frames) {
        return frames;
    }

    private static EncodedFrame data(byte[] message) {
        return packet(PitayaPacket.Type.DATA, message);
    }

    private static EncodedFrame packet(PitayaPacket.Type type, byte[] body) {
        return new EncodedFrame(new PitayaPacket(type, body).encode());
    }
}
