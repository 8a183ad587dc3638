package chat.parley.room.service;

import chat.parley.identity.UserId;
import chat.parley.room.NotifyLevel;
import chat.parley.room.Role;
import chat.parley.room.RoomId;
import chat.parley.room.Seat;
import chat.parley.room.model.Ban;
import chat.parley.room.model.DirectKey;
import chat.parley.room.model.Invitation;
import chat.parley.room.model.InvitationCode;
import chat.parley.room.model.Member;
import chat.parley.room.model.MemberPosition;
import chat.parley.room.model.Room;
import chat.parley.room.model.RoomSummary;
import chat.parley.room.model.Standing;
import chat.parley.room.port.BanRepository;
import chat.parley.room.port.InvitationRepository;
import chat.parley.room.port.MemberQueries;
import chat.parley.room.port.MemberRepository;
import chat.parley.room.port.RoomQueries;
import chat.parley.room.port.RoomRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** Rooms, members and invitations without a database. */
final class InMemoryRooms implements RoomRepository, RoomQueries, MemberQueries {
    private final Map<List<Object>, RoomId> byKey = new LinkedHashMap<>();
    final Map<RoomId, Room> rooms = new TreeMap<>();
    final Map<RoomId, Map<UserId, Member>> seats = new LinkedHashMap<>();

    final MemberRepository members = new Members();
    final InvitationRepository invitations = new Invitations();
    final BanRepository bans = new Bans();

    @Override
    public void add(Room room) {
        rooms.put(room.id(), room);
        seats.put(room.id(), new TreeMap<>());
    }

    @Override
    public boolean add(Room room, UUID clientId) {
        boolean isNew = byKey.putIfAbsent(List.of(room.createdBy(), clientId), room.id()) == null;
        if (isNew) {
            add(room);
        }
        return isNew;
    }

    @Override
    public Optional<RoomId> madeBy(UserId creator, UUID clientId) {
        return Optional.ofNullable(byKey.get(List.of(creator, clientId)));
    }

    @Override
    public Optional<Room> lock(RoomId id) {
        return Optional.ofNullable(rooms.get(id));
    }

    @Override
    public Optional<Room> lockDirect(DirectKey key) {
        return rooms.values().stream()
                .filter(room -> key.equals(room.directKey()))
                .findFirst();
    }

    @Override
    public Room claimDirect(Room room) {
        return lockDirect(room.directKey()).orElseGet(() -> {
            add(room);
            return room;
        });
    }

    @Override
    public void save(Room room, Instant now) {
        rooms.put(room.id(), room);
    }

    @Override
    public void delete(RoomId id, Instant now) {
        rooms.remove(id);
    }

    @Override
    public Optional<Standing> standing(Seat seat) {
        return lock(seat.roomId()).map(room -> {
            Optional<Member> member = members.find(seat);
            return new Standing(
                    room.isOpen(),
                    room.isDirect(),
                    room.readOnly(),
                    member.map(Member::role).orElse(null),
                    member.map(Member::readSeq).orElse(0L),
                    0,
                    0,
                    1,
                    0);
        });
    }

    @Override
    public Map<RoomId, Standing> standings(UserId member, Collection<RoomId> ids) {
        Map<RoomId, Standing> standings = new LinkedHashMap<>();
        ids.forEach(id -> standing(new Seat(id, member))
                .filter(standing -> standing.role() != null)
                .ifPresent(standing -> standings.put(id, standing)));
        return standings;
    }

    @Override
    public Optional<RoomSummary> room(Seat reader) {
        return lock(reader.roomId()).map(room -> summary(room, reader.userId()));
    }

    @Override
    public List<RoomSummary> mine(UserId user) {
        return rooms.values().stream()
                .filter(room -> seats.get(room.id()).containsKey(user))
                .map(room -> summary(room, user))
                .toList();
    }

    @Override
    public Set<UserId> sharingARoom(UserId user, Collection<UserId> users) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<UserId, Set<RoomId>> ids(Collection<UserId> members) {
        return members.stream().collect(Collectors.toMap(member -> member, this::ids));
    }

    @Override
    public Set<RoomId> ids(UserId member) {
        return mine(member).stream().map(summary -> summary.room().id()).collect(Collectors.toSet());
    }

    @Override
    public List<RoomSummary> open(UserId reader, String name, RoomId before, int limit) {
        throw new UnsupportedOperationException("tried on a real database");
    }

    @Override
    public List<Member> page(RoomId roomId, String name, MemberPosition after, int limit) {
        throw new UnsupportedOperationException("tried on a real database");
    }

    @Override
    public List<Member> among(RoomId roomId, Collection<UserId> users) {
        return seats.getOrDefault(roomId, Map.of()).values().stream()
                .filter(member -> users.contains(member.userId()))
                .toList();
    }

    @Override
    public Map<UserId, String> named(RoomId roomId, Collection<String> usernames) {
        throw new UnsupportedOperationException("tried on a real database");
    }

    @Override
    public Map<UserId, Long> readSeqs(RoomId roomId, int limit) {
        throw new UnsupportedOperationException("tried on a real database");
    }

    private RoomSummary summary(Room room, UserId user) {
        Optional<Member> member = members.find(new Seat(room.id(), user));
        return new RoomSummary(
                room,
                seats.get(room.id()).size(),
                1,
                10,
                12,
                member.map(Member::role).orElse(null),
                member.map(Member::readSeq).orElse(0L),
                member.map(who -> NotifyLevel.ALL).orElse(null));
    }

    private final class Members implements MemberRepository {
        @Override
        public Optional<Member> find(Seat seat) {
            return Optional.ofNullable(
                    seats.getOrDefault(seat.roomId(), Map.of()).get(seat.userId()));
        }

        @Override
        public Optional<Member> successor(Seat seat) {
            throw new UnsupportedOperationException("tried on a real database");
        }

        @Override
        public List<UserId> userIds(RoomId roomId) {
            return List.copyOf(seats.get(roomId).keySet());
        }

        @Override
        public Set<UserId> among(RoomId roomId, Collection<UserId> users) {
            return InMemoryRooms.this.among(roomId, users).stream()
                    .map(Member::userId)
                    .collect(Collectors.toSet());
        }

        @Override
        public void add(RoomId roomId, Collection<Member> entering) {
            entering.forEach(member -> seats.get(roomId).put(member.userId(), member));
        }

        @Override
        public void changeRole(Seat seat, Role role) {
            seats.get(seat.roomId())
                    .computeIfPresent(
                            seat.userId(), (id, member) -> new Member(id, role, member.readSeq(), member.joinedAt()));
        }

        @Override
        public void changeNotify(Seat seat, NotifyLevel notify) {
            throw new UnsupportedOperationException("tried on a real database");
        }

        @Override
        public void remove(Seat seat) {
            seats.get(seat.roomId()).remove(seat.userId());
        }

        @Override
        public void removeAll(RoomId roomId) {
            seats.get(roomId).clear();
        }
    }

    private static final class Bans implements BanRepository {
        private final Map<Seat, Ban> stored = new LinkedHashMap<>();

        @Override
        public boolean add(Ban ban) {
            return stored.putIfAbsent(new Seat(ban.roomId(), ban.userId()), ban) == null;
        }

        @Override
        public boolean remove(Seat seat) {
            return stored.remove(seat) != null;
        }

        @Override
        public Optional<Ban> find(Seat seat) {
            return Optional.ofNullable(stored.get(seat));
        }

        @Override
        public Set<UserId> among(RoomId roomId, Collection<UserId> users) {
            return users.stream()
                    .filter(user -> stored.containsKey(new Seat(roomId, user)))
                    .collect(Collectors.toSet());
        }

        @Override
        public List<Ban> page(RoomId roomId, UserId after, int limit) {
            throw new UnsupportedOperationException("tried on a real database");
        }
    }

    private static final class Invitations implements InvitationRepository {
        private final Map<InvitationCode, Invitation> stored = new LinkedHashMap<>();
        private final Map<List<Object>, InvitationCode> byKey = new LinkedHashMap<>();

        @Override
        public boolean add(Invitation invitation, UUID clientId) {
            boolean isNew = byKey.putIfAbsent(List.of(invitation.createdBy(), clientId), invitation.code()) == null;
            if (isNew) {
                add(invitation);
            }
            return isNew;
        }

        @Override
        public Optional<Invitation> madeBy(UserId maker, UUID clientId) {
            return Optional.ofNullable(byKey.get(List.of(maker, clientId))).map(stored::get);
        }

        @Override
        public void add(Invitation invitation) {
            stored.put(invitation.code(), invitation);
        }

        @Override
        public Optional<Invitation> find(InvitationCode code) {
            return Optional.ofNullable(stored.get(code));
        }

        @Override
        public Optional<Invitation> lock(InvitationCode code) {
            return find(code);
        }

        @Override
        public List<Invitation> usable(RoomId roomId, Instant now) {
            return stored.values().stream()
                    .filter(invitation -> invitation.roomId().equals(roomId) && invitation.isUsable(now))
                    .toList();
        }

        @Override
        public void save(Invitation invitation) {
            add(invitation);
        }

        @Override
        public void removeMadeBy(UserId maker) {
            stored.values().removeIf(invitation -> invitation.createdBy().equals(maker));
        }

        @Override
        public void remove(InvitationCode code) {
            stored.remove(code);
        }
    }
}
