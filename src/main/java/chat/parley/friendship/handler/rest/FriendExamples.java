package chat.parley.friendship.handler.rest;

/** Example documents of the friend operations. */
final class FriendExamples {
    static final String ASK = """
            {"userId": "561170204017364992", "note": "We met at the meetup."}""";

    static final String FRIEND = """
            {"user": {"id": "561170204017364992", "username": "grace", "displayName": "Grace", "permission": "user",
              "createdAt": "2026-11-22T15:00:00.000Z"},
             "state": "accepted", "note": "We met at the meetup.", "roomId": "561170204017364999",
             "createdAt": "2026-11-22T15:04:05.123Z", "updatedAt": "2026-11-22T15:06:07.890Z"}""";

    static final String FRIENDS = "{\"items\": [" + FRIEND + "], \"next\": \"561170204017364992\"}";

    private FriendExamples() {}
}
