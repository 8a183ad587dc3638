package chat.parley.message.handler.rest;

import chat.parley.identity.UserId;
import chat.parley.room.RoomId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "ReadPosition", description = "How far a member has read.")
record ReadPositionResponse(RoomId roomId, UserId userId, long seq) {}
