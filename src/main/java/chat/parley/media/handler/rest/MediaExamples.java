package chat.parley.media.handler.rest;

/** Examples of the API's documentation. */
final class MediaExamples {
    static final String MEDIA = """
            {"id": "768145206534078500", "url": "/api/media?id=768145206534078500", "mime": "image/jpeg", "size": 482133,
             "fileName": "garden.jpg", "width": 4000, "height": 3000,
             "thumbnailUrl": "/api/media?id=768145206534078500&thumbnail=true"}""";

    static final String FILE = """
            {"id": "768145206534078501", "url": "/api/media?id=768145206534078501", "mime": "application/pdf", "size": 90112,
             "fileName": "minutes.pdf"}""";

    static final String LIMITS = """
            {"maxBytes": 104841216, "quotaBytes": 5368709120, "usedBytes": 482133}""";

    static final String LINK_REQUEST = """
            {"id": "768145206534078501"}""";

    static final String LINK = """
            {"url": "/api/media?id=768145206534078501&reader=768145101978435584&expires=1795366800&signature=k3.MEUCIQ",
             "expiresAt": "2026-11-22T17:00:00.000Z"}""";

    static final String QUOTA = """
            {"type": "/docs/errors#media.quota_exceeded", "title": "Forbidden", "status": 403,
             "detail": "Your files would take more room than you have; recall some that you no longer need.",
             "instance": "/api/upload", "code": "media.quota_exceeded", "retryable": false, "traceId": "0K5F2Q8ZV3M1C"}""";

    static final String NOT_FOUND = """
            {"type": "/docs/errors#media.not_found", "title": "Not Found", "status": 404,
             "detail": "There is no such file, or it is not open to you.", "instance": "/api/media",
             "code": "media.not_found", "retryable": false, "traceId": "0K5F2Q8ZV3M1C"}""";

    static final String FORM = """
            {"file": "(the bytes of the file)"}""";

    static final String BYTES = "(the bytes of the file)";

    static final String AVATAR = """
            <svg xmlns="http://www.w3.org/2000/svg" width="128" height="128" viewBox="0 0 64 64">...</svg>""";

    static final String USER_NOT_FOUND = """
            {"type": "/docs/errors#identity.user_not_found", "title": "Not Found", "status": 404,
             "detail": "There is no such user.", "instance": "/api/userImage",
             "code": "identity.user_not_found", "retryable": false, "traceId": "0K5F2Q8ZV3M1C"}""";

    private MediaExamples() {}
}
