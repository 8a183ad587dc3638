-- user_id wants nothing to do with blocked_id. One row for each direction; either is enough to keep the two apart.
CREATE TABLE user_blocks (
    user_id    BIGINT      NOT NULL,
    blocked_id BIGINT      NOT NULL,
    created_at DATETIME(3) NOT NULL,
    PRIMARY KEY (user_id, blocked_id),
    KEY user_blocks_blocked (blocked_id),
    CONSTRAINT user_blocks_user_fk FOREIGN KEY (user_id) REFERENCES users (id),
    CONSTRAINT user_blocks_blocked_fk FOREIGN KEY (blocked_id) REFERENCES users (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci;
