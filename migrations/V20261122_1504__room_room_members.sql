-- read_seq only moves forward; it is the state behind unread badges and read receipts.
CREATE TABLE room_members (
    room_id   BIGINT      NOT NULL,
    user_id   BIGINT      NOT NULL,
    role      VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    read_seq  BIGINT      NOT NULL DEFAULT 0,
    notify    VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'all',
    joined_at DATETIME(3) NOT NULL,
    PRIMARY KEY (room_id, user_id),
    KEY room_members_user (user_id),
    CONSTRAINT room_members_room_fk FOREIGN KEY (room_id) REFERENCES rooms (id),
    CONSTRAINT room_members_user_fk FOREIGN KEY (user_id) REFERENCES users (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci;
