package broken.roles.room;

public enum Role {
    MEMBER,
    ADMIN
}
