-- Every refresh token that can still come back, used ones too: a used one that comes back betrays a copy.
CREATE TABLE user_refresh_tokens (
    token_hash BINARY(32)  NOT NULL,
    session_id BIGINT      NOT NULL,
    generation INT         NOT NULL,
    issued_at  DATETIME(3) NOT NULL,
    PRIMARY KEY (token_hash),
    KEY user_refresh_tokens_session (session_id),
    KEY user_refresh_tokens_issued_at (issued_at),
    CONSTRAINT user_refresh_tokens_session_fk FOREIGN KEY (session_id) REFERENCES user_sessions (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci;
