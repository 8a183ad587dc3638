-- For removing what hangs on messages that a room has kept for long enough.
ALTER TABLE message_mentions ADD KEY message_mentions_place (room_id, seq);
