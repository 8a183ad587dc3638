-- Finds the rooms that show an image.
CREATE INDEX rooms_image ON rooms (image);
