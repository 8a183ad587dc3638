package chat.parley.permission;

/** Who calls: one column of the matrix. */
enum Role {
    ANONYMOUS("anonymous"),
    STRANGER("stranger"),
    PASSER_BY("stranger, open room"),
    FORMER("removed"),
    BANNED("banned, open room"),
    MEMBER("member"),
    BLOCKED("blocked member"),
    ADMIN("admin"),
    CREATOR("creator"),
    FRIEND("friend, direct room"),
    PARTED("blocked, direct room"),
    OPERATOR("server admin"),
    DISABLED("disabled");

    private final String title;

    Role(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /** In a group at the moment in which the scene is set, whatever happens to them then. */
    boolean beginsInside() {
        return switch (this) {
            case FORMER, BANNED, MEMBER, BLOCKED, ADMIN, DISABLED -> true;
            default -> false;
        };
    }

    boolean isDirect() {
        return this == FRIEND || this == PARTED;
    }

    boolean isOpen() {
        return this == PASSER_BY || this == BANNED;
    }
}
