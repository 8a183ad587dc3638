-- Who may not come back into a room until the ban is lifted. Read and changed under the room's lock.
CREATE TABLE room_bans (
    room_id    BIGINT       NOT NULL,
    user_id    BIGINT       NOT NULL,
    banned_by  BIGINT       NOT NULL,
    reason     VARCHAR(200) NULL,
    created_at DATETIME(3)  NOT NULL,
    PRIMARY KEY (room_id, user_id),
    KEY room_bans_user (user_id),
    CONSTRAINT room_bans_room_fk FOREIGN KEY (room_id) REFERENCES rooms (id),
    CONSTRAINT room_bans_user_fk FOREIGN KEY (user_id) REFERENCES users (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci;
