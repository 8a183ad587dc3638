package chat.parley.audit;

import chat.parley.audit.Findings.Kind;
import chat.parley.audit.StoredRoom.StoredMessage;
import chat.parley.audit.client.ChatClient;
import chat.parley.audit.client.Outgoing;
import chat.parley.audit.client.RoomCopy;
import chat.parley.audit.client.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares what every client was told and has with what the database holds. */
final class Oracle {
    private final Map<String, StoredRoom> rooms;
    private final Collection<ChatClient> clients;
    private final Map<String, StoredMessage> byClientId = new HashMap<>();
    private final Findings findings = new Findings();

    private Oracle(Map<String, StoredRoom> rooms, Collection<ChatClient> clients) {
        this.rooms = rooms;
        this.clients = clients;
    }

    /** The clients are stopped, and nobody writes to the database any more. */
    static Findings compare(Map<String, StoredRoom> rooms, Collection<ChatClient> clients) {
        Oracle oracle = new Oracle(rooms, clients);
        rooms.values().forEach(oracle::checkNumbers);
        oracle.checkStoredOnce();
        clients.forEach(oracle::checkSent);
        clients.forEach(oracle::checkOrder);
        clients.forEach(oracle::checkSeen);
        return oracle.findings;
    }

    /** seq 1, 2, 3, ...; and as many changes as there are messages, and changes of them. */
    private void checkNumbers(StoredRoom room) {
        long expected = 1;
        Set<Long> revs = new HashSet<>();
        for (StoredMessage message : room.messages().values()) {
            if (message.seq() != expected++) {
                findings.add(Kind.LOST, "room " + room.id() + " has a hole before seq " + message.seq());
                expected = message.seq() + 1;
            }
            revs.add(message.rev());
        }
        long changes = room.messages().values().stream()
                .mapToLong(StoredMessage::changes)
                .sum();
        int stored = room.messages().size();
        if (room.lastSeq() != stored || room.lastRev() != stored + changes || revs.size() != stored) {
            findings.add(
                    Kind.LOST,
                    "room %s counts seq %d and rev %d for %d messages with %d changes and %d revs"
                            .formatted(room.id(), room.lastSeq(), room.lastRev(), stored, changes, revs.size()));
        }
    }

    private void checkStoredOnce() {
        Set<String> sent = clients.stream()
                .flatMap(client -> client.sent().stream())
                .map(message -> message.clientId().toString())
                .collect(Collectors.toSet());
        Set<String> texts = new HashSet<>();
        for (StoredRoom room : rooms.values()) {
            for (StoredMessage message : room.messages().values()) {
                String place = room.id() + "-" + message.seq();
                if (message.contentType().equals("SYSTEM")) {
                    continue;
                }
                if (byClientId.put(message.clientId(), message) != null || !sent.contains(message.clientId())) {
                    findings.add(Kind.DOUBLED, place + " is stored, but nobody sent it, or not so often");
                } else if (!message.isRecalled() && !texts.add(message.text())) {
                    findings.add(Kind.DOUBLED, place + " repeats \"" + message.text() + "\"");
                }
            }
        }
    }

    private void checkSent(ChatClient client) {
        for (Outgoing message : client.sent()) {
            String what = client.label() + " sent " + message.clientId() + " to " + message.roomId();
            StoredMessage stored = byClientId.get(message.clientId().toString());
            switch (message.state()) {
                case OPEN -> findings.add(Kind.UNFINISHED, what + " and never heard what became of it");
                case REFUSED -> {
                    if (stored != null && !message.wasLost()) {
                        findings.add(Kind.DOUBLED, what + ", was refused (" + message.refusal() + "), and it is there");
                    }
                }
                case ACKNOWLEDGED -> {
                    if (stored == null || !isAcknowledged(client, message, stored)) {
                        findings.add(Kind.LOST, what + ", acknowledged as " + message.seq() + "; stored is " + stored);
                    }
                }
            }
        }
    }

    private boolean isAcknowledged(ChatClient client, Outgoing message, StoredMessage stored) {
        StoredRoom room = rooms.get(message.roomId());
        return room != null
                && room.messages().get(message.seq()) == stored
                && stored.userId().equals(client.userId())
                && (stored.isRecalled()
                        || stored.text().equals(message.text())
                        || stored.versions() > 0 && stored.text().startsWith(message.text()));
    }

    /** Within a room, what a client sent later is behind what it sent before. */
    private void checkOrder(ChatClient client) {
        client.sent().stream()
                .filter(message -> byClientId.containsKey(message.clientId().toString()))
                .collect(Collectors.groupingBy(Outgoing::roomId))
                .values()
                .forEach(messages -> checkOrder(client, messages));
    }

    // A message that was sent back may be overtaken by those that were on their way at that moment, and by no others.
    private void checkOrder(ChatClient client, List<Outgoing> inOrder) {
        PriorityQueue<Outgoing> before = new PriorityQueue<>(Comparator.comparingInt(Outgoing::mayFollow));
        long highest = 0;
        for (Outgoing message : inOrder) {
            while (!before.isEmpty() && before.peek().mayFollow() < message.order()) {
                highest = Math.max(highest, storedSeq(before.poll()));
            }
            if (storedSeq(message) <= highest) {
                findings.add(
                        Kind.REORDERED,
                        "%s sent %s to %s after what is stored as %d; it is stored as %d"
                                .formatted(
                                        client.label(), message.clientId(), message.roomId(), highest, message.seq()));
            }
            before.add(message);
        }
    }

    private long storedSeq(Outgoing message) {
        return byClientId.get(message.clientId().toString()).seq();
    }

    /** What the client shows is what the database holds. */
    private void checkSeen(ChatClient client) {
        Map<String, RoomCopy> copies = new HashMap<>(client.rooms());
        for (StoredRoom room : rooms.values()) {
            RoomCopy copy = copies.remove(room.id());
            Long readSeq = room.readSeqs().get(client.userId());
            if (readSeq == null) {
                if (copy != null) {
                    findings.add(Kind.MISSING, client.label() + " still shows room " + room.id());
                }
            } else if (copy == null) {
                findings.add(Kind.MISSING, client.label() + " lacks room " + room.id());
            } else {
                differences(copy, room, readSeq)
                        .forEach(difference ->
                                findings.add(Kind.MISSING, client.label() + ", room " + room.id() + ": " + difference));
            }
        }
        copies.keySet().forEach(id -> findings.add(Kind.MISSING, client.label() + " shows a room that is none: " + id));
    }

    private static List<String> differences(RoomCopy copy, StoredRoom room, long readSeq) {
        List<String> differences = new ArrayList<>();
        if (copy.rev() != room.lastRev()) {
            differences.add("has come to rev " + copy.rev() + " of " + room.lastRev());
        }
        if (!copy.name().equals(room.name())) {
            differences.add("shows the name " + copy.name() + " instead of " + room.name());
        }
        if (copy.memberCount() != room.memberCount()) {
            differences.add("shows " + copy.memberCount() + " members of " + room.memberCount());
        }
        if (copy.readSeq() != readSeq) {
            differences.add("is read up to " + copy.readSeq() + ", in truth " + readSeq);
        }
        Map<Long, Row> shown = new HashMap<>(copy.messages());
        room.messages().tailMap(copy.floor(), false).values().forEach(message -> {
            Row row = shown.remove(message.seq());
            if (!message.row().equals(row)) {
                differences.add("has " + row + " for " + message);
            }
        });
        if (!shown.isEmpty()) {
            differences.add("shows what is not there: " + shown.keySet());
        }
        return differences;
    }
}
