-- The pinned messages of each room, of which there are few; who pinned them and when stands with the message.
CREATE TABLE message_pins (
    room_id BIGINT NOT NULL,
    seq     BIGINT NOT NULL,
    PRIMARY KEY (room_id, seq)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci;
