package chat.parley.identity.handler.rest;

/** Requests and answers as the OpenAPI document shows them. */
final class Examples {
    static final String REGISTER = """
            {"username": "lin", "email": "lin@example.com", "password": "correct horse battery", "displayName": "Lin 林"}""";

    static final String LOGIN = """
            {"login": "lin", "password": "correct horse battery"}""";

    static final String CHANGE_PROFILE = """
            {"displayName": "Lin", "bio": "Reads a lot.", "locale": "zh-CN"}""";

    static final String CHANGE_PASSWORD = """
            {"password": "staple battery horse", "currentPassword": "correct horse battery"}""";

    static final String USER = """
            {"id": "764338281340502016", "username": "lin", "displayName": "Lin 林", "bio": "Reads a lot.",
             "permission": "user", "createdAt": "2026-11-22T15:00:00.000Z"}""";

    static final String USER_INFO = """
            {"id": "764338281340502016", "username": "lin", "displayName": "Lin 林", "bio": "Reads a lot.",
             "permission": "user", "createdAt": "2026-11-22T15:00:00.000Z", "locale": "zh-CN",
             "hideLastSeen": false, "email": "lin@example.com"}""";

    static final String SESSION = """
            {"accessToken": "eyJ0eXAiOiJKV1QiLCJhbGciOiJFUzI1NiJ9.e30.c2ln", "expiresAt": "2026-11-22T15:15:00.000Z",
             "user": """ + USER_INFO + "}";

    static final String USER_PAGE = "{\"items\": [" + USER + "], \"next\": \"p764338281340502016\"}";

    static final String TAKEN = """
            {"type": "/docs/errors#identity.username_taken", "title": "Conflict", "status": 409,
             "detail": "Somebody has this user name already; choose another.", "instance": "/api/register",
             "code": "identity.username_taken", "retryable": false, "traceId": "0K5F2Q8ZV3M1C",
             "errors": [{"pointer": "/username", "detail": "is taken"}]}""";

    static final String INVALID = """
            {"type": "/docs/errors#request.invalid", "title": "Unprocessable Content", "status": 422,
             "detail": "Some values break a rule; see the list of fields.", "instance": "/api/register",
             "code": "request.invalid", "retryable": false, "traceId": "0K5F2Q8ZV3M1C",
             "errors": [{"pointer": "/email", "detail": "must be an e-mail address"}]}""";

    static final String WEAK_PASSWORD = """
            {"type": "/docs/errors#identity.weak_password", "title": "Unprocessable Content", "status": 422,
             "detail": "This password is too easy to guess; choose another.", "instance": "/api/register",
             "code": "identity.weak_password", "retryable": false, "traceId": "0K5F2Q8ZV3M1C",
             "errors": [{"pointer": "/password", "detail": "is among the most common passwords"}]}""";

    static final String BAD_CREDENTIALS = """
            {"type": "/docs/errors#identity.bad_credentials", "title": "Unauthorized", "status": 401,
             "detail": "The name or the password is wrong.", "instance": "/api/login",
             "code": "identity.bad_credentials", "retryable": false, "traceId": "0K5F2Q8ZV3M1C"}""";

    static final String DISABLED = """
            {"type": "/docs/errors#identity.account_disabled", "title": "Forbidden", "status": 403,
             "detail": "This account is disabled; ask the people who run the server.", "instance": "/api/login",
             "code": "identity.account_disabled", "retryable": false, "traceId": "0K5F2Q8ZV3M1C"}""";

    static final String TOKEN_INVALID = """
            {"type": "/docs/errors#identity.token_invalid", "title": "Unauthorized", "status": 401,
             "detail": "The refresh token is missing, unknown or expired; sign in.", "instance": "/api/token",
             "code": "identity.token_invalid", "retryable": false, "traceId": "0K5F2Q8ZV3M1C"}""";

    static final String SESSION_REVOKED = """
            {"type": "/docs/errors#identity.session_revoked", "title": "Unauthorized", "status": 401,
             "detail": "This session has ended; sign in again.", "instance": "/api/token",
             "code": "identity.session_revoked", "retryable": false, "traceId": "0K5F2Q8ZV3M1C"}""";

    static final String TOKEN_REUSED = """
            {"type": "/docs/errors#identity.token_reused", "title": "Unauthorized", "status": 401,
             "detail": "This refresh token was used before, so the session was ended for safety; sign in again.",
             "instance": "/api/token", "code": "identity.token_reused", "retryable": false, "traceId": "0K5F2Q8ZV3M1C"}""";

    static final String THROTTLED = """
            {"type": "/docs/errors#identity.throttled", "title": "Too Many Requests", "status": 429,
             "detail": "Too many attempts; wait before the next one.", "instance": "/api/login",
             "code": "identity.throttled", "retryable": true, "traceId": "0K5F2Q8ZV3M1C"}""";

    static final String BUSY = """
            {"type": "/docs/errors#identity.busy", "title": "Service Unavailable", "status": 503,
             "detail": "Too many people are signing in at this moment; try again in a few seconds.",
             "instance": "/api/login", "code": "identity.busy", "retryable": true, "traceId": "0K5F2Q8ZV3M1C"}""";

    static final String CURRENT_PASSWORD_WRONG = """
            {"type": "/docs/errors#identity.current_password_wrong", "title": "Forbidden", "status": 403,
             "detail": "The current password is missing or wrong.", "instance": "/api/userInfo",
             "code": "identity.current_password_wrong", "retryable": false, "traceId": "0K5F2Q8ZV3M1C",
             "errors": [{"pointer": "/currentPassword", "detail": "is missing or wrong"}]}""";

    static final String EMAIL_TAKEN = """
            {"type": "/docs/errors#identity.email_taken", "title": "Conflict", "status": 409,
             "detail": "There is an account with this e-mail address; sign in instead.", "instance": "/api/userInfo",
             "code": "identity.email_taken", "retryable": false, "traceId": "0K5F2Q8ZV3M1C",
             "errors": [{"pointer": "/email", "detail": "is taken"}]}""";

    static final String USER_NOT_FOUND = """
            {"type": "/docs/errors#identity.user_not_found", "title": "Not Found", "status": 404,
             "detail": "There is no such user.", "instance": "/api/user",
             "code": "identity.user_not_found", "retryable": false, "traceId": "0K5F2Q8ZV3M1C"}""";

    private Examples() {}
}
