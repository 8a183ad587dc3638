-- One row per refresh token ever handed out; the rows of one sign-in share family_id, which is the session's id.
CREATE TABLE user_sessions (
    id                 BIGINT       NOT NULL,
    user_id            BIGINT       NOT NULL,
    refresh_token_hash BINARY(32)   NOT NULL,
    family_id          BIGINT       NOT NULL,
    user_agent         VARCHAR(255) NULL,
    ip                 VARCHAR(45) CHARACTER SET ascii COLLATE ascii_bin NULL,
    created_at         DATETIME(3)  NOT NULL,
    last_used_at       DATETIME(3)  NOT NULL,
    expires_at         DATETIME(3)  NOT NULL,
    revoked_at         DATETIME(3)  NULL,
    PRIMARY KEY (id),
    UNIQUE KEY user_sessions_refresh_token_hash (refresh_token_hash),
    KEY user_sessions_user (user_id),
    KEY user_sessions_family (family_id),
    CONSTRAINT user_sessions_user_fk FOREIGN KEY (user_id) REFERENCES users (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci;
