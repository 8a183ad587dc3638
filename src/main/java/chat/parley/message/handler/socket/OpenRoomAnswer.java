package chat.parley.message.handler.socket;

import chat.parley.identity.UserId;
import chat.parley.message.handler.MessagePageResponse;
import chat.parley.message.handler.MessageResponse;
import chat.parley.message.service.OpenRoomService.OpenedRoom;
import chat.parley.room.MemberView;
import chat.parley.room.RoomView;
import java.util.List;
import java.util.Map;

record OpenRoomAnswer(
        RoomView room,
        List<MemberView> members,
        Map<UserId, Long> readSeqs,
        List<MessageResponse> messages,
        boolean hasMore,
        long rev) {

    static OpenRoomAnswer from(OpenedRoom opened, UserId reader) {
        MessagePageResponse newest = MessagePageResponse.from(opened.newest(), reader);
        return new OpenRoomAnswer(
                opened.room(), opened.members(), opened.readSeqs(), newest.messages(), newest.hasMore(), opened.rev());
    }
}
