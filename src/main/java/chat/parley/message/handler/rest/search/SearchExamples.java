package chat.parley.message.handler.rest.search;

/** Examples of the API's documentation. */
final class SearchExamples {
    static final String PAGE = """
            {"items": [{"message": {"id": "768145206534078464-17", "roomId": "768145206534078464", "seq": 17, "rev": 19,
             "userId": "768145101978435584", "contentType": "TEXT", "text": "Good morning!",
             "createdAt": "2026-11-22T08:00:00.000Z"}, "highlights": [{"start": 5, "end": 12}]}],
             "next": "1795334400000-768145206534078464-17"}""";

    static final String EMPTY = """
            {"items": []}""";

    private SearchExamples() {}
}
