package chat.parley.shared.error;

/** Failures that any operation can end with. */
public enum RequestError implements ErrorCode {
    MALFORMED("request.malformed", ErrorKind.MALFORMED, "The request is not well-formed JSON of the expected shape."),
    INVALID("request.invalid", ErrorKind.INVALID, "Some values break a rule; see the list of fields."),
    UNAUTHENTICATED(
            "auth.unauthenticated",
            ErrorKind.UNAUTHENTICATED,
            "Sign in: the access token is missing, wrong or expired."),
    FORBIDDEN("auth.forbidden", ErrorKind.FORBIDDEN, "You may not do this."),
    NOT_FOUND("request.not_found", ErrorKind.NOT_FOUND, "There is nothing at this address."),
    METHOD_NOT_ALLOWED("request.method_not_allowed", ErrorKind.NOT_FOUND, "This address does not answer that method."),
    UNSUPPORTED_MEDIA_TYPE(
            "request.unsupported_media_type", ErrorKind.MALFORMED, "Send JSON with Content-Type: application/json."),
    TOO_LARGE("request.too_large", ErrorKind.TOO_LARGE, "The request is larger than the server takes."),
    RATE_LIMITED(
            "request.rate_limited",
            ErrorKind.RATE_LIMITED,
            "Too many requests of this kind; wait before the next one."),
    UNAVAILABLE(
            "server.unavailable", ErrorKind.UNAVAILABLE, "The server cannot do this right now. Try again in a moment."),
    INTERNAL(
            "server.internal",
            ErrorKind.INTERNAL,
            "Something went wrong in the server; the trace id finds it in the log.");

    private final String code;
    private final ErrorKind kind;
    private final String message;

    RequestError(String code, ErrorKind kind, String message) {
        this.code = code;
        this.kind = kind;
        this.message = message;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }

    @Override
    public String message() {
        return message;
    }
}
