-- What finds messages by their words. grams are hashes of the short pieces a text consists of (never the text itself), separated by
-- spaces: ordinary words of six characters and more to any MySQL, whatever its full-text settings, so that neither its list of
-- stop words nor its token sizes matter. What they find is only a suspicion; the message itself is asked before it is shown.
-- Everything here can be made again from messages.
CREATE TABLE message_search (
    room_id    BIGINT      NOT NULL,
    seq        BIGINT      NOT NULL,
    user_id    BIGINT      NOT NULL,
    created_at DATETIME(3) NOT NULL,
    grams      MEDIUMTEXT CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    PRIMARY KEY (room_id, seq),
    KEY message_search_newest (created_at),
    KEY message_search_room (room_id, created_at),
    KEY message_search_author (user_id, created_at),
    FULLTEXT KEY message_search_grams (grams)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci;
