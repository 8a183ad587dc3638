/** What the server accepts. Known here too, so that nobody has to send something to learn that it is too much. */
export const MESSAGE_LIMIT = 8_000;
export const PASSWORD_MIN = 8;
export const PASSWORD_MAX = 128;
export const ROOM_NAME_MAX = 80;
export const TOPIC_MAX = 250;
export const BAN_REASON_MAX = 200;
export const DISPLAY_NAME_MAX = 64;
export const FRIEND_NOTE_MAX = 200;
export const BIO_MAX = 500;
