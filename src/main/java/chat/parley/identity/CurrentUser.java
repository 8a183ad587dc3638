package chat.parley.identity;

/** Who makes the REST call under way; request-scoped. */
public interface CurrentUser {
    /**
     * The caller's account.
     *
     * @throws chat.parley.shared.error.ParleyException {@code auth.unauthenticated}
     */
    UserId id();

    SessionId sessionId();
}
