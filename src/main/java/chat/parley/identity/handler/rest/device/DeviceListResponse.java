package chat.parley.identity.handler.rest.device;

import chat.parley.identity.SessionId;
import chat.parley.identity.model.SignedInDevice;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where the caller is signed in. */
public record DeviceListResponse(List<DeviceResponse> items) {
    /** One sign-in on one device. */
    public record DeviceResponse(
            SessionId id,

            @Schema(description = "What the program said of itself at the sign-in.") @Nullable
            String userAgent,

            @Schema(description = "From where the sign-in came.")
            String ip,

            Instant createdAt,

            @Schema(description = "When its tokens were renewed last.")
            Instant lastUsedAt,

            Instant expiresAt,

            @Schema(description = "It is the one that asks.")
            boolean current) {
        static DeviceResponse from(SignedInDevice device, SessionId asking) {
            return new DeviceResponse(
                    device.id(),
                    device.userAgent(),
                    device.address(),
                    device.createdAt(),
                    device.lastUsedAt(),
                    device.expiresAt(),
                    device.id().equals(asking));
        }
    }

    static DeviceListResponse from(List<SignedInDevice> devices, SessionId asking) {
        return new DeviceListResponse(devices.stream()
                .map(device -> DeviceResponse.from(device, asking))
                .toList());
    }
}
