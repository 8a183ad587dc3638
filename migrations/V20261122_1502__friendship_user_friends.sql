-- Two rows a friendship, one as each side sees it. state: requested (user_id asked), pending (user_id is asked), accepted, blocked.
CREATE TABLE user_friends (
    user_id    BIGINT       NOT NULL,
    friend_id  BIGINT       NOT NULL,
    state      VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    note       VARCHAR(200) NULL,
    room_id    BIGINT       NULL,
    created_at DATETIME(3)  NOT NULL,
    updated_at DATETIME(3)  NOT NULL,
    PRIMARY KEY (user_id, friend_id),
    KEY user_friends_friend (friend_id),
    CONSTRAINT user_friends_user_fk FOREIGN KEY (user_id) REFERENCES users (id),
    CONSTRAINT user_friends_friend_fk FOREIGN KEY (friend_id) REFERENCES users (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci;
