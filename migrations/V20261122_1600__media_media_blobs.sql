-- Stored bytes, named by their SHA-256: the same bytes are stored once. Whoever adds or removes a use of them holds the row's lock.
CREATE TABLE media_blobs (
    sha256     BINARY(32)  NOT NULL,
    size       BIGINT      NOT NULL,
    created_at DATETIME(3) NOT NULL,
    PRIMARY KEY (sha256)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci;
