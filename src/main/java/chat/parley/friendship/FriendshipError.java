package chat.parley.friendship;

import chat.parley.shared.error.ErrorCode;
import chat.parley.shared.error.ErrorKind;

/** What can go wrong between two people. */
public enum FriendshipError implements ErrorCode {
    NOT_FOUND("friendship.not_found", ErrorKind.NOT_FOUND, "There is no friendship or request with this user."),
    SELF("friendship.self", ErrorKind.INVALID, "You cannot befriend yourself."),
    // One text for whatever the other decided, so that nobody is told of a block against them.
    NOT_POSSIBLE("friendship.not_possible", ErrorKind.FORBIDDEN, "This is not possible with this person."),
    BLOCKED("friendship.blocked", ErrorKind.CONFLICT, "You blocked this person; lift the block first."),
    NOT_BLOCKED("friendship.not_blocked", ErrorKind.NOT_FOUND, "You did not block this person."),
    BLOCK_SELF("friendship.block_self", ErrorKind.INVALID, "You cannot block yourself.");

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
