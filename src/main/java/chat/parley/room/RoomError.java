package chat.parley.room;

import chat.parley.shared.error.ErrorCode;
import chat.parley.shared.error.ErrorKind;

/** What can go wrong with rooms and their members. */
public enum RoomError implements ErrorCode {
    NOT_FOUND("room.not_found", ErrorKind.NOT_FOUND, "There is no such room, or it is not open to you."),
    NOT_A_MEMBER("room.not_a_member", ErrorKind.FORBIDDEN, "You are not a member of this room; join it first."),
    FORBIDDEN("room.forbidden", ErrorKind.FORBIDDEN, "Your role in this room does not allow this."),
    READ_ONLY("room.read_only", ErrorKind.FORBIDDEN, "Nobody can write in this room any more."),
    WRITE_RESTRICTED("room.write_restricted", ErrorKind.FORBIDDEN, "Only admins may write in this room."),
    BANNED("room.banned", ErrorKind.FORBIDDEN, "You are banned from this room."),
    NOT_BANNED("room.not_banned", ErrorKind.NOT_FOUND, "This user is not banned from the room."),
    INVITATION_INVALID(
            "room.invitation_invalid",
            ErrorKind.NOT_FOUND,
            "This invitation does not exist, has expired or is used up."),
    MEMBER_NOT_FOUND("room.member_not_found", ErrorKind.NOT_FOUND, "This user is not a member of the room."),
    DIRECT("room.direct", ErrorKind.CONFLICT, "A direct room belongs to its two people; this cannot be done with it."),
    OWNER_MUST_STAY(
            "room.owner_must_stay",
            ErrorKind.CONFLICT,
            "The creator cannot leave while others are in the room: hand it over or delete it first.");

    private final String code;
    private final ErrorKind kind;
    private final String message;

    RoomError(String code, ErrorKind kind, String message) {
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
