-- What an edited message said before, for the room's admins. A recall removes it. rev is what the message carried until then.
CREATE TABLE message_versions (
    room_id      BIGINT      NOT NULL,
    seq          BIGINT      NOT NULL,
    rev          BIGINT      NOT NULL,
    text_message TEXT        NOT NULL,
    written_at   DATETIME(3) NOT NULL,
    replaced_at  DATETIME(3) NOT NULL,
    PRIMARY KEY (room_id, seq, rev)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci;
