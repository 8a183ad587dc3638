package broken.cycles.room;

import broken.cycles.friendship.FriendFace;

public record RoomFace(FriendFace friend) {}
