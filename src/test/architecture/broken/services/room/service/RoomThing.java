package broken.services.room.service;

public record RoomThing() {}
