package chat.parley.realtime.service.catchup;

import chat.parley.identity.SessionId;
import chat.parley.identity.Sessions;
import chat.parley.identity.UserId;
import chat.parley.realtime.Topic;
import chat.parley.realtime.TopicMembers;
import chat.parley.realtime.service.ConnectionRegistry;
import chat.parley.realtime.service.node.NodeMetrics;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds people here who came, went or signed out by another node without this one hearing of it. */
@ApplicationScoped
public class MissedMovesService {
    private static final int AT_ONCE = 500;

    private final ConnectionRegistry connections;
    private final Sessions sessions;
    private final List<TopicMembers> members;
    private final NodeMetrics metrics;

    MissedMovesService(
            ConnectionRegistry connections, Sessions sessions, @All List<TopicMembers> members, NodeMetrics metrics) {
        this.connections = connections;
        this.sessions = sessions;
        this.members = members;
        this.metrics = metrics;
    }

    void repair() {
        List<UserId> users = connections.users();
        for (int from = 0; from < users.size(); from += AT_ONCE) {
            List<UserId> some = users.subList(from, Math.min(from + AT_ONCE, users.size()));
            endSessions(some);
            members.forEach(feature -> settle(feature, some));
        }
    }

    private void endSessions(List<UserId> users) {
        Set<SessionId> open = new HashSet<>();
        users.forEach(user -> open.addAll(connections.sessions(user)));
        Set<SessionId> over = open.isEmpty() ? Set.of() : sessions.over(open);
        for (UserId user : users) {
            connections.sessions(user).stream().filter(over::contains).forEach(session -> {
                connections.closeSession(user, session);
                metrics.repaired();
            });
        }
    }

    private void settle(TopicMembers feature, List<UserId> users) {
        Map<UserId, Set<Topic>> right = feature.topics(users);
        users.forEach(user -> settle(feature, user, right.getOrDefault(user, Set.of())));
    }

    private void settle(TopicMembers feature, UserId user, Set<Topic> right) {
        Set<Topic> wrong = new HashSet<>();
        for (Set<Topic> listening : connections.topics(user)) {
            right.stream().filter(topic -> !listening.contains(topic)).forEach(wrong::add);
            listening.stream()
                    .filter(topic -> topic.kind().equals(feature.kind()) && !right.contains(topic))
                    .forEach(wrong::add);
        }
        wrong.forEach(topic -> {
            feature.settle(user, topic);
            metrics.repaired();
        });
    }
}
