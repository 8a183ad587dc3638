package broken.cycles.friendship;

import broken.cycles.room.RoomFace;

public record FriendFace(RoomFace room) {}
