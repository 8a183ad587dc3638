-- client_id is the owner's key for "the same upload again", as long as the upload is there.
ALTER TABLE media
    ADD COLUMN client_id BINARY(16) NULL AFTER owner_id,
    ADD UNIQUE KEY media_client_id (owner_id, client_id);
