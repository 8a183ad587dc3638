-- last_seen_at: to the minute, when somebody came or went; nothing is kept of those who hide it. deleted_at: nothing personal is
-- left in the row, which stays for the messages' sake; departed_at: everything else of the account is settled as well.
ALTER TABLE users
    ADD COLUMN last_seen_at   DATETIME(3) NULL,
    ADD COLUMN hide_last_seen BOOLEAN     NOT NULL DEFAULT FALSE,
    ADD COLUMN deleted_at     DATETIME(3) NULL,
    ADD COLUMN departed_at    DATETIME(3) NULL,
    ADD KEY users_departing (departed_at, deleted_at);
