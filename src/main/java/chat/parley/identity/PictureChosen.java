package chat.parley.identity;

/**
 * Somebody is about to have this image as profile picture. Fired inside the transaction that makes it true: who knows
 * the images refuses one that is not theirs by throwing.
 */
public record PictureChosen(UserId user, String image) {}
