package chat.parley.room;

/** The shape of a room. */
public enum ChannelType {
    /** A group; who may enter is its {@link JoinPolicy}'s matter. */
    PUBLIC,
    /** The direct room of two friends. */
    PRIVATE
}
