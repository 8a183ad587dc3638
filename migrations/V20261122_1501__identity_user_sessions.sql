-- One sign-in on one device. Only refresh tokens of the present generation are good; using one begins the next, and
-- last_used_at is when that was.
CREATE TABLE user_sessions (
    id           BIGINT       NOT NULL,
    user_id      BIGINT       NOT NULL,
    generation   INT          NOT NULL,
    user_agent   VARCHAR(255) NULL,
    ip           VARCHAR(45) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    created_at   DATETIME(3)  NOT NULL,
    last_used_at DATETIME(3)  NOT NULL,
    expires_at   DATETIME(3)  NOT NULL,
    revoked_at   DATETIME(3)  NULL,
    PRIMARY KEY (id),
    KEY user_sessions_user (user_id),
    KEY user_sessions_expires_at (expires_at),
    CONSTRAINT user_sessions_user_fk FOREIGN KEY (user_id) REFERENCES users (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci;
