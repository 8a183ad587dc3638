package broken.ports.room.port;

public interface Rooms {}
