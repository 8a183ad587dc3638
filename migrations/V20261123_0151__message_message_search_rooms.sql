-- How far message_search has come in each room: every change up to rev is in it. Who writes into it holds the row's lock.
CREATE TABLE message_search_rooms (
    room_id BIGINT NOT NULL,
    rev     BIGINT NOT NULL,
    PRIMARY KEY (room_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci;
