package chat.parley.shared.web;

import chat.parley.shared.error.ErrorKind;

/** The one table from what went wrong to how each transport says it. */
public final class ErrorTable {
    private ErrorTable() {}

    /** The HTTP status of a REST answer. */
    public static int httpStatus(ErrorKind kind) {
        return switch (kind) {
            case MALFORMED -> 400;
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case TOO_LARGE -> 413;
            case INVALID -> 422;
            case RATE_LIMITED -> 429;
            case INTERNAL -> 500;
            case UNAVAILABLE -> 503;
        };
    }

    /** The status's reason phrase (RFC 9110), the title of a problem document. */
    public static String title(ErrorKind kind) {
        return switch (kind) {
            case MALFORMED -> "Bad Request";
            case UNAUTHENTICATED -> "Unauthorized";
            case FORBIDDEN -> "Forbidden";
            case NOT_FOUND -> "Not Found";
            case CONFLICT -> "Conflict";
            case TOO_LARGE -> "Content Too Large";
            case INVALID -> "Unprocessable Content";
            case RATE_LIMITED -> "Too Many Requests";
            case INTERNAL -> "Internal Server Error";
            case UNAVAILABLE -> "Service Unavailable";
        };
    }
}
