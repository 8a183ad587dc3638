package chat.parley.realtime;

import chat.parley.shared.id.TypedId;

/**
 * What connections subscribe to. Features name their own topics; this one only compares them.
 *
 * @param kind the name of the thing, such as {@code room}
 */
public record Topic(String kind, long id) {
    public static Topic of(String kind, TypedId id) {
        return new Topic(kind, id.value());
    }
}
