-- expires_at and uses_left: NULL is without limit. client_id is its maker's key for "the same request again", for good.
CREATE TABLE room_invitations (
    code       VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    room_id    BIGINT      NOT NULL,
    created_by BIGINT      NOT NULL,
    client_id  BINARY(16)  NULL,
    created_at DATETIME(3) NOT NULL,
    expires_at DATETIME(3) NULL,
    uses_left  INT         NULL,
    PRIMARY KEY (code),
    UNIQUE KEY room_invitations_client_id (created_by, client_id),
    KEY room_invitations_room (room_id),
    CONSTRAINT room_invitations_room_fk FOREIGN KEY (room_id) REFERENCES rooms (id),
    CONSTRAINT room_invitations_created_by_fk FOREIGN KEY (created_by) REFERENCES users (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci;
