-- Uploads. size is that of the bytes in sha256; width and height are those of an image as it is shown.
CREATE TABLE media (
    id               BIGINT       NOT NULL,
    owner_id         BIGINT       NOT NULL,
    sha256           BINARY(32)   NOT NULL,
    thumbnail_sha256 BINARY(32)   NULL,
    mime             VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    size             BIGINT       NOT NULL,
    thumbnail_size   BIGINT       NOT NULL DEFAULT 0,
    width            INT          NULL,
    height           INT          NULL,
    duration         DOUBLE       NULL,
    file_name        VARCHAR(255) NOT NULL,
    created_at       DATETIME(3)  NOT NULL,
    PRIMARY KEY (id),
    KEY media_owner (owner_id, id),
    KEY media_sha256 (sha256),
    KEY media_thumbnail_sha256 (thumbnail_sha256),
    KEY media_created_at (created_at, id),
    CONSTRAINT media_owner_fk FOREIGN KEY (owner_id) REFERENCES users (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci;
