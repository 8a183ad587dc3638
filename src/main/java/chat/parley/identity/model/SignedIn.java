package chat.parley.identity.model;

/** What somebody gets who registered, signed in or renewed the session. */
public record SignedIn(Account account, AccessToken accessToken, RefreshToken refreshToken) {}
