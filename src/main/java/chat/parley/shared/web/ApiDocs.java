package chat.parley.shared.web;

/**
 * Names of what all operations share in the OpenAPI document, for {@code @APIResponse(ref = ...)}; the package
 * annotations declare them.
 */
public final class ApiDocs {
    /** The security scheme: an access token as bearer token. */
    public static final String BEARER = "bearer";

    /** The response 400. */
    public static final String MALFORMED = "Malformed";

    /** The response 401 of every operation for which one must be signed in. */
    public static final String UNAUTHENTICATED = "Unauthenticated";

    /** The response 422. */
    public static final String INVALID = "Invalid";

    static final String MALFORMED_EXAMPLE = """
            {"type": "/docs/errors#request.malformed", "title": "Bad Request", "status": 400,
             "detail": "The request is not well-formed JSON of the expected shape.", "instance": "/api/room",
             "code": "request.malformed", "retryable": false, "traceId": "0K5F2Q8ZV3M1C"}""";

    static final String UNAUTHENTICATED_EXAMPLE = """
            {"type": "/docs/errors#auth.unauthenticated", "title": "Unauthorized", "status": 401,
             "detail": "Sign in: the access token is missing, wrong or expired.", "instance": "/api/room",
             "code": "auth.unauthenticated", "retryable": false, "traceId": "0K5F2Q8ZV3M1C"}""";

    static final String SESSION_REVOKED_EXAMPLE = """
            {"type": "/docs/errors#identity.session_revoked", "title": "Unauthorized", "status": 401,
             "detail": "This session has ended; sign in again.", "instance": "/api/room",
             "code": "identity.session_revoked", "retryable": false, "traceId": "0K5F2Q8ZV3M1C"}""";

    static final String INVALID_EXAMPLE = """
            {"type": "/docs/errors#request.invalid", "title": "Unprocessable Content", "status": 422,
             "detail": "Some values break a rule; see the list of fields.", "instance": "/api/room",
             "code": "request.invalid", "retryable": false, "traceId": "0K5F2Q8ZV3M1C",
             "errors": [{"pointer": "/limit", "detail": "must be less than or equal to 100"}]}""";

    private ApiDocs() {}
}
