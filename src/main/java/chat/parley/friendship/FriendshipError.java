package chat.parley.friendship;

import chat.parley.shared.error.ErrorCode;
import chat.parley.shared.error.ErrorKind;

/** What can go wrong between two people. */
public enum FriendshipError implements ErrorCode {
    NOT_FOUND("friendship.not_found", ErrorKind.NOT_FOUND, "There is no friendship or request with this user."),
    SELF("friendship.self", ErrorKind.INVALID, "You cannot befriend yourself.");

    private final String code;
    private final ErrorKind kind;
    private final String message;

    FriendshipError(String code, ErrorKind kind, String message) {
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
