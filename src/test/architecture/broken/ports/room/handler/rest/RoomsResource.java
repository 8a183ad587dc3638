package broken.ports.room.handler.rest;

import broken.ports.room.port.Rooms;

/** A handler that goes around the services. */
record RoomsResource(Rooms rooms) {}
