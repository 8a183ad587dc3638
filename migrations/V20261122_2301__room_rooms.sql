-- write_policy: everyone or admins. retention_days: messages older than that are removed from the start of the log; NULL keeps them.
-- first_seq is where the log starts; pruned_rev is the latest change of anything that was removed: who has not come that far
-- cannot be told what is missing.
ALTER TABLE rooms
    ADD COLUMN write_policy   VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'everyone' AFTER join_policy,
    ADD COLUMN retention_days INT    NULL AFTER write_policy,
    ADD COLUMN first_seq      BIGINT NOT NULL DEFAULT 1 AFTER member_count,
    ADD COLUMN pruned_rev     BIGINT NOT NULL DEFAULT 0 AFTER last_rev,
    ADD KEY rooms_retention (retention_days, id);
