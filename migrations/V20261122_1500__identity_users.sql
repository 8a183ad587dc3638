-- Accounts. Names and addresses compare without regard to case, but with regard to accents: josé is not jose.
CREATE TABLE users (
    id            BIGINT                                                  NOT NULL,
    username      VARCHAR(32) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_as_ci  NOT NULL,
    email         VARCHAR(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_as_ci NOT NULL,
    password_hash VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin      NOT NULL,
    display_name  VARCHAR(64)                                             NOT NULL,
    bio           VARCHAR(500)                                            NULL,
    qq            VARCHAR(64)                                             NULL,
    wechat        VARCHAR(64)                                             NULL,
    github        VARCHAR(64)                                             NULL,
    permission    VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin       NOT NULL,
    image         BIGINT                                                  NULL,
    locale        VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin       NULL,
    created_at    DATETIME(3)                                             NOT NULL,
    updated_at    DATETIME(3)                                             NOT NULL,
    disabled_at   DATETIME(3)                                             NULL,
    PRIMARY KEY (id),
    UNIQUE KEY users_username (username),
    UNIQUE KEY users_email (email)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci;
