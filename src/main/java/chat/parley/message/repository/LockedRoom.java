package chat.parley.message.repository;

import chat.parley.room.WritePolicy;

/**
 * A room whose row the transaction holds.
 *
 * @param open anybody may know that it exists
 */
record LockedRoom(LogNumbers numbers, boolean readOnly, boolean open, WritePolicy writePolicy) {}
