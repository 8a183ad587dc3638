package chat.parley.room.handler.rest;

/** Example documents of the room operations. */
final class RoomExamples {
    static final String USER = """
            {"id": "561170204017364992", "username": "grace", "displayName": "Grace", "permission": "user",
             "createdAt": "2026-11-22T15:00:00.000Z"}""";

    static final String CREATE = """
            {"name": "Compilers", "topic": "Parsing and beyond", "joinPolicy": "open",
             "memberIds": ["561170204017364992"]}""";

    static final String CHANGE = """
            {"id": "561170204017364999", "name": "Compilers and linkers", "topic": "",
             "writePolicy": "admins", "retentionDays": 90}""";

    static final String ROOM = """
            {"id": "561170204017364999", "name": "Compilers", "topic": "Parsing and beyond",
             "channelType": "PUBLIC", "joinPolicy": "open", "writePolicy": "everyone", "retentionDays": 90,
             "role": "creator", "memberCount": 2, "firstSeq": 1, "lastSeq": 17, "lastRev": 21, "readSeq": 17,
             "unread": 0, "mentions": 0, "notifyLevel": "all", "readOnly": false,
             "createdAt": "2026-11-22T15:00:00.000Z"}""";

    static final String ROOMS = "{\"items\": [" + ROOM + "], \"next\": \"1795359600000-561170204017364999\"}";

    static final String JOIN_OPEN = """
            {"id": "561170204017364999"}""";

    static final String JOIN_INVITED = """
            {"invitation": "r5uWfGbJZ1VqTz0kHc8xY3nE"}""";

    static final String LEAVE = """
            {"id": "561170204017364999"}""";

    static final String MEMBER = "{\"user\": " + USER
            + ", \"role\": \"member\", \"readSeq\": 12, \"joinedAt\": \"2026-11-22T15:00:00.000Z\"}";

    static final String MEMBERS = "{\"items\": [" + MEMBER + "]}";

    static final String ADD_MEMBERS = """
            {"roomId": "561170204017364999", "userIds": ["561170204017364992"]}""";

    static final String CHANGE_ROLE = """
            {"roomId": "561170204017364999", "userId": "561170204017364992", "role": "admin"}""";

    static final String HAND_OVER = """
            {"roomId": "561170204017364999", "userId": "561170204017364992"}""";

    static final String CREATE_INVITATION = """
            {"roomId": "561170204017364999", "expiresInSeconds": 86400, "uses": 5}""";

    static final String INVITATION = """
            {"code": "r5uWfGbJZ1VqTz0kHc8xY3nE", "roomId": "561170204017364999",
             "createdBy": "561170204017364992", "expiresAt": "2026-11-23T15:00:00.000Z", "usesLeft": 5,
             "createdAt": "2026-11-22T15:00:00.000Z"}""";

    static final String INVITATIONS = "{\"items\": [" + INVITATION + "]}";

    static final String PREVIEW = "{\"invitation\": "
            + INVITATION
            + ", \"room\": {\"id\": \"561170204017364999\", \"name\": \"Compilers\", \"memberCount\": 2}}";

    private RoomExamples() {}
}
