package chat.parley.friendship.model;

import chat.parley.identity.UserProfile;
import java.time.Instant;

/** Somebody whom the reader blocked. */
public record BlockView(UserProfile user, Instant createdAt) {}
