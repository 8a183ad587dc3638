-- Finds the people who show an image.
CREATE INDEX users_image ON users (image);
