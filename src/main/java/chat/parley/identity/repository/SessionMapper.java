package chat.parley.identity.repository;

import chat.parley.identity.SessionId;
import chat.parley.identity.UserId;
import chat.parley.identity.model.Device;
import chat.parley.identity.model.RefreshToken;
import chat.parley.identity.model.Session;
import java.time.Instant;

/** Between rows of {@code user_sessions} and {@code user_refresh_tokens} and the domain. */
final class SessionMapper {
    private SessionMapper() {}

    static Session session(UserSessionEntity row) {
        return new Session(
                new SessionId(row.id),
                new UserId(row.userId),
                row.generation,
                row.lastUsedAt,
                row.expiresAt,
                row.revokedAt);
    }

    static UserSessionEntity entity(Session session, Device device) {
        UserSessionEntity row = new UserSessionEntity();
        row.id = session.id().value();
        row.userId = session.userId().value();
        row.generation = session.generation();
        row.userAgent = device.userAgent();
        row.ip = device.address();
        row.createdAt = session.lastUsedAt();
        row.lastUsedAt = session.lastUsedAt();
        row.expiresAt = session.expiresAt();
        return row;
    }

    static UserRefreshTokenEntity entity(Session session, RefreshToken token, Instant now) {
        UserRefreshTokenEntity row = new UserRefreshTokenEntity();
        row.tokenHash = token.hash();
        row.sessionId = session.id().value();
        row.generation = session.generation();
        row.issuedAt = now;
        return row;
    }
}
