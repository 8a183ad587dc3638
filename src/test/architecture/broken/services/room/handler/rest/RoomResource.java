package broken.services.room.handler.rest;

import broken.services.room.service.RoomThing;

/** Calls something whose name does not say what it is. */
record RoomResource(RoomThing thing) {}
