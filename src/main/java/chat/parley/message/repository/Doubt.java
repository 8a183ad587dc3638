package chat.parley.message.repository;

import chat.parley.message.model.Message;
import chat.parley.room.RoomId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Messages of which nobody knows whether they are stored, because the connection broke during their commit. The next
 * look under the rooms' locks tells, and only then they can be announced.
 */
final class Doubt {
    private final Map<ClientKey, Message> messages = new HashMap<>();

    boolean isEmpty() {
        return messages.isEmpty();
    }

    void add(Collection<Message> committing) {
        committing.forEach(message -> messages.put(key(message), message));
    }

    void addAll(Doubt other) {
        messages.putAll(other.messages);
    }

    /** Takes what is about these keys out of here. */
    Doubt take(Collection<ClientKey> keys) {
        Doubt taken = new Doubt();
        if (!isEmpty()) {
            taken.messages.putAll(messages);
            taken.messages.keySet().retainAll(keys);
            messages.keySet().removeAll(taken.messages.keySet());
        }
        return taken;
    }

    Set<ClientKey> keys() {
        return Set.copyOf(messages.keySet());
    }

    Set<RoomId> rooms() {
        return messages.values().stream().map(Message::roomId).collect(Collectors.toSet());
    }

    /** Whether this stored message got there by the commit in question, and nobody has changed it since. */
    boolean isAbout(Message stored) {
        return stored.clientId() != null && stored.equals(messages.get(key(stored)));
    }

    /**
     * Ends the doubt, except about rooms that somebody still holds.
     *
     * @param stored what was found under {@link #keys}
     * @return what the commit in question had stored, in the log's order
     */
    List<Message> settle(Collection<Message> stored, Set<RoomId> held) {
        List<Message> ours = stored.stream()
                .filter(message -> !held.contains(message.roomId()))
                .filter(this::isAbout)
                .sorted(Comparator.comparingLong(Message::rev))
                .toList();
        messages.values().removeIf(message -> !held.contains(message.roomId()));
        return ours;
    }

    private static ClientKey key(Message message) {
        return new ClientKey(message.userId(), Objects.requireNonNull(message.clientId()));
    }
}
