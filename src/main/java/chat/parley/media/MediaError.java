package chat.parley.media;

import chat.parley.shared.error.ErrorCode;
import chat.parley.shared.error.ErrorKind;

/** What can go wrong with uploads. */
public enum MediaError implements ErrorCode {
    NOT_FOUND("media.not_found", ErrorKind.NOT_FOUND, "There is no such file, or it is not open to you."),
    NO_FILE("media.no_file", ErrorKind.INVALID, "Send one file, in the form field named file."),
    EMPTY("media.empty", ErrorKind.INVALID, "The file is empty."),
    TOO_LARGE("media.too_large", ErrorKind.TOO_LARGE, "The file is larger than this server takes."),
    IMAGE_TOO_LARGE(
            "media.image_too_large",
            ErrorKind.TOO_LARGE,
            "The image has more pixels than this server takes; make it smaller."),
    IMAGE_DAMAGED(
            "media.image_damaged",
            ErrorKind.INVALID,
            "The image is damaged, incomplete, or of a variant that cannot be read."),
    NOT_AN_IMAGE("media.not_an_image", ErrorKind.INVALID, "This file is not an image."),
    QUOTA_EXCEEDED(
            "media.quota_exceeded",
            ErrorKind.FORBIDDEN,
            "Your files would take more room than you have; recall some that you no longer need."),
    LINK_INVALID(
            "media.link_invalid", ErrorKind.FORBIDDEN, "This link is not valid or has expired; ask for a new one."),
    BUSY("media.busy", ErrorKind.UNAVAILABLE, "Too many images are being prepared; try again in a moment.");

    private final String code;
    private final ErrorKind kind;
    private final String message;

    MediaError(String code, ErrorKind kind, String message) {
        this.code = code;
        this.kind = kind;
        this.message = message;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }

    @Override
    public String message() {
        return message;
    }
}
