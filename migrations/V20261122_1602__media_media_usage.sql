-- How many bytes somebody's uploads take; kept together with media, so that a quota is one row's question.
CREATE TABLE media_usage (
    user_id BIGINT NOT NULL,
    bytes   BIGINT NOT NULL,
    PRIMARY KEY (user_id),
    CONSTRAINT media_usage_user_fk FOREIGN KEY (user_id) REFERENCES users (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci;
