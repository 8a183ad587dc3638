package chat.parley.shared.web.body;

import java.io.IOException;

/** A body went on beyond what the server takes. An IOException, which a reader of JSON passes on as it is. */
final class BodyTooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    BodyTooLargeException() {
        super("the body is larger than the server takes");
    }
}
