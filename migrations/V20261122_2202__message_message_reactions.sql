-- Who put which emoji under which message. Compared by code points: the collations for text take many emoji for the same.
CREATE TABLE message_reactions (
    room_id    BIGINT      NOT NULL,
    seq        BIGINT      NOT NULL,
    emoji      VARCHAR(32) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    user_id    BIGINT      NOT NULL,
    created_at DATETIME(3) NOT NULL,
    PRIMARY KEY (room_id, seq, emoji, user_id),
    KEY message_reactions_user (user_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci;
