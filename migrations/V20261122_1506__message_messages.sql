-- The room log. seq numbers the messages of a room, rev its changes, both 1, 2, 3, ... without gaps at the time of writing;
-- a changed message carries the rev of its latest change. client_id is the sender's key for "the same message again", for good.
-- mentions, reacted and pinned_* say what the tables beside this one hold of the message, so that one look at the row is enough.
-- No foreign keys: this is the hot path, and the writer checks room and author itself, under the room's lock.
CREATE TABLE messages (
    room_id        BIGINT       NOT NULL,
    seq            BIGINT       NOT NULL,
    rev            BIGINT       NOT NULL,
    user_id        BIGINT       NOT NULL,
    content_type   VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    text_message   TEXT         NULL,
    media_message  JSON         NULL,
    system_message JSON         NULL,
    recall_message JSON         NULL,
    reply_seq      BIGINT       NULL,
    client_id      BINARY(16)   NULL,
    created_at     DATETIME(3)  NOT NULL,
    edited_at      DATETIME(3)  NULL,
    mentions       JSON         NULL,
    reacted        BOOLEAN      NOT NULL DEFAULT FALSE,
    pinned_by      BIGINT       NULL,
    pinned_at      DATETIME(3)  NULL,
    PRIMARY KEY (room_id, seq),
    UNIQUE KEY messages_rev (room_id, rev),
    UNIQUE KEY messages_client_id (user_id, client_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci;
