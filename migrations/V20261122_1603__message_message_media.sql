-- Where an upload was posted: who is in one of these rooms may see it. Written with the message, gone with its recall.
CREATE TABLE message_media (
    media_id BIGINT NOT NULL,
    room_id  BIGINT NOT NULL,
    seq      BIGINT NOT NULL,
    PRIMARY KEY (media_id, room_id, seq),
    KEY message_media_message (room_id, seq)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci;
