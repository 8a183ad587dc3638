package chat.parley.message.handler.rest;

/** Examples of the API's documentation. */
final class MessageExamples {
    static final String SEND = """
            {"roomId": "768145206534078464", "clientId": "0b8f6b0e-6f0f-4c3f-9d59-3d3f4d0c2c11", "text": "Good morning!"}""";

    static final String SEND_MEDIA = """
            {"roomId": "768145206534078464", "clientId": "4f7a4a3e-8a7e-4a06-9b0f-5d6c2f0a1b22",
             "mediaId": "768145206534078500", "text": "Our garden"}""";

    static final String MEDIA_MESSAGE = """
            {"id": "768145206534078464-18", "roomId": "768145206534078464", "seq": 18, "rev": 21,
             "userId": "768145101978435584", "contentType": "MEDIA", "text": "Our garden",
             "media": {"id": "768145206534078500", "url": "/api/media?id=768145206534078500", "mime": "image/jpeg",
              "size": 482133, "fileName": "garden.jpg", "width": 4000, "height": 3000,
              "thumbnailUrl": "/api/media?id=768145206534078500&thumbnail=true"},
             "clientId": "4f7a4a3e-8a7e-4a06-9b0f-5d6c2f0a1b22", "createdAt": "2026-11-22T08:01:00.000Z"}""";

    static final String MESSAGE = """
            {"id": "768145206534078464-17", "roomId": "768145206534078464", "seq": 17, "rev": 19,
             "userId": "768145101978435584", "contentType": "TEXT", "text": "Good morning!",
             "clientId": "0b8f6b0e-6f0f-4c3f-9d59-3d3f4d0c2c11", "createdAt": "2026-11-22T08:00:00.000Z"}""";

    static final String DUPLICATE = """
            {"id": "768145206534078464-17", "roomId": "768145206534078464", "seq": 17, "rev": 19,
             "userId": "768145101978435584", "contentType": "TEXT", "text": "Good morning!", "duplicate": true,
             "clientId": "0b8f6b0e-6f0f-4c3f-9d59-3d3f4d0c2c11", "createdAt": "2026-11-22T08:00:00.000Z"}""";

    static final String RECALLED = """
            {"id": "768145206534078464-17", "roomId": "768145206534078464", "seq": 17, "rev": 20,
             "userId": "768145101978435584", "contentType": "RECALLED",
             "recall": {"by": "768145101978435584", "at": "2026-11-22T08:01:00.000Z"},
             "createdAt": "2026-11-22T08:00:00.000Z"}""";

    static final String EDIT = """
            {"roomId": "768145206534078464", "seq": 17, "text": "Good morning, @bob!"}""";

    static final String EDITED = """
            {"id": "768145206534078464-17", "roomId": "768145206534078464", "seq": 17, "rev": 21,
             "userId": "768145101978435584", "contentType": "TEXT", "text": "Good morning, @bob!",
             "createdAt": "2026-11-22T08:00:00.000Z", "editedAt": "2026-11-22T08:01:00.000Z",
             "mentions": {"userIds": ["768145101978435585"]}}""";

    static final String VERSIONS = """
            {"versions": [{"text": "Good morning!", "writtenAt": "2026-11-22T08:00:00.000Z",
             "replacedAt": "2026-11-22T08:01:00.000Z"}]}""";

    static final String REACT = """
            {"roomId": "768145206534078464", "seq": 17, "emoji": "👍"}""";

    static final String REACTED = """
            {"id": "768145206534078464-17", "roomId": "768145206534078464", "seq": 17, "rev": 22,
             "userId": "768145101978435584", "contentType": "TEXT", "text": "Good morning!",
             "createdAt": "2026-11-22T08:00:00.000Z",
             "reactions": [{"emoji": "👍", "userIds": ["768145101978435585"]}]}""";

    static final String PLACE = """
            {"roomId": "768145206534078464", "seq": 17}""";

    static final String PINNED = """
            {"id": "768145206534078464-17", "roomId": "768145206534078464", "seq": 17, "rev": 23,
             "userId": "768145101978435584", "contentType": "TEXT", "text": "Good morning!",
             "createdAt": "2026-11-22T08:00:00.000Z",
             "pin": {"by": "768145101978435585", "at": "2026-11-22T08:03:00.000Z"}}""";

    static final String PINS = """
            {"messages": [{"id": "768145206534078464-17", "roomId": "768145206534078464", "seq": 17, "rev": 23,
             "userId": "768145101978435584", "contentType": "TEXT", "text": "Good morning!",
             "createdAt": "2026-11-22T08:00:00.000Z",
             "pin": {"by": "768145101978435585", "at": "2026-11-22T08:03:00.000Z"}}]}""";

    static final String PAGE = """
            {"messages": [{"id": "768145206534078464-17", "roomId": "768145206534078464", "seq": 17, "rev": 19,
             "userId": "768145101978435584", "contentType": "TEXT", "text": "Good morning!",
             "createdAt": "2026-11-22T08:00:00.000Z"}], "hasMore": true}""";

    static final String READ = """
            {"roomId": "768145206534078464", "seq": 17}""";

    static final String READ_POSITION = """
            {"roomId": "768145206534078464", "userId": "768145101978435584", "seq": 17}""";

    private MessageExamples() {}
}
