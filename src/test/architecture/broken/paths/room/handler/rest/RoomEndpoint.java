package broken.paths.room.handler.rest;

import jakarta.ws.rs.Path;

/** Not called a resource. */
@Path("/broken-fixture")
interface RoomEndpoint {}
