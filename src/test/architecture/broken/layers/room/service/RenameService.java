package broken.layers.room.service;

import broken.layers.room.repository.RoomTable;

/** A service that knows how rooms are stored. */
record RenameService(RoomTable table) {}
