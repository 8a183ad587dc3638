-- When read_seq last moved, by the database's clock; null before that. Positions that moved lately are told again, as they have no
-- number whose absence a client could notice.
ALTER TABLE room_members
    ADD COLUMN read_at DATETIME(3) NULL AFTER read_seq,
    ADD KEY room_members_read (read_at);
