package broken.layers.room.repository;

public record RoomTable(String name) {}
