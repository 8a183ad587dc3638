package chat.parley.identity;

import chat.parley.shared.id.WireEnum;

/** What an account may do on the whole server; inside a room its role counts. */
public enum Permission implements WireEnum {
    USER,
    MODERATOR,
    ADMIN
}
