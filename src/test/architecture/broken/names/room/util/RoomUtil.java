package broken.names.room.util;

/** A package that says nothing. */
record RoomUtil() {}
