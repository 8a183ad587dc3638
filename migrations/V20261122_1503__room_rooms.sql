-- last_seq and last_rev hand out the numbers of the room's log; whoever advances them holds the row's lock until the commit.
-- direct_key is "<smaller user id>-<larger user id>" of a 1-on-1 room, so that two people can never have two of them.
-- member_count changes only under that lock, together with room_members; counting at every list would read all members of all rooms.
-- client_id is its creator's key for "the same request again", for good.
CREATE TABLE rooms (
    id           BIGINT       NOT NULL,
    name         VARCHAR(80)  NOT NULL,
    topic        VARCHAR(250) NULL,
    image        BIGINT       NULL,
    channel_type VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    join_policy  VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    direct_key   VARCHAR(41) CHARACTER SET ascii COLLATE ascii_bin NULL,
    read_only    BOOLEAN      NOT NULL DEFAULT FALSE,
    member_count INT          NOT NULL DEFAULT 0,
    last_seq     BIGINT       NOT NULL DEFAULT 0,
    last_rev     BIGINT       NOT NULL DEFAULT 0,
    created_by   BIGINT       NOT NULL,
    client_id    BINARY(16)   NULL,
    created_at   DATETIME(3)  NOT NULL,
    updated_at   DATETIME(3)  NOT NULL,
    deleted_at   DATETIME(3)  NULL,
    PRIMARY KEY (id),
    UNIQUE KEY rooms_direct_key (direct_key),
    UNIQUE KEY rooms_client_id (created_by, client_id),
    KEY rooms_join_policy (join_policy, id),
    CONSTRAINT rooms_created_by_fk FOREIGN KEY (created_by) REFERENCES users (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci;
