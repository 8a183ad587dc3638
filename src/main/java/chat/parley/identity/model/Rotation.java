package chat.parley.identity.model;

/** What the age of a refresh token means. */
public enum Rotation {
    /** It is of the present generation: a new one begins. */
    NEXT,
    /** It was used a moment ago: one more token of the present generation. */
    REPEAT,
    /** It was used before: somebody has a copy. */
    REUSE
}
