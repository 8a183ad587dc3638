package chat.parley.realtime.service;

import chat.parley.identity.UserId;
import chat.parley.realtime.Subscriptions;
import chat.parley.realtime.Topic;
import chat.parley.realtime.TopicMembers;
import chat.parley.realtime.model.node.NodeMessage.Settle;
import chat.parley.realtime.model.node.NodeMessage.TopicEnded;
import chat.parley.realtime.service.node.NodeBus;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;

/** Keeps listening and belonging the same thing, here and on the other nodes. */
@ApplicationScoped
public class SubscriptionService implements Subscriptions {
    private final ConnectionRegistry connections;
    private final TopicIndex topics;
    private final LocalDelivery local;
    private final NodeBus nodes;
    private final List<TopicMembers> members;

    SubscriptionService(
            ConnectionRegistry connections,
            TopicIndex topics,
            LocalDelivery local,
            NodeBus nodes,
            @All List<TopicMembers> members) {
        this.connections = connections;
        this.topics = topics;
        this.local = local;
        this.nodes = nodes;
        this.members = members;
    }

    @Override
    public void settle(Topic topic, Collection<UserId> users) {
        nodes.tell(new Settle(topic, List.copyOf(users)));
        settleHere(topic, users);
    }

    /** For the users that are connected to this node. */
    public void settleHere(Topic topic, Collection<UserId> users) {
        List<UserId> here =
                users.stream().filter(user -> !connections.of(user).isEmpty()).toList();
        members.stream()
                .filter(feature -> feature.kind().equals(topic.kind()))
                .forEach(feature -> here.forEach(user -> feature.settle(user, topic)));
    }

    @Override
    public void subscribe(UserId user, Topic topic) {
        Served.await(connections.of(user).stream()
                .map(connection -> topics.subscribe(connection, topic))
                .toList());
    }

    @Override
    public void unsubscribe(UserId user, Topic topic) {
        connections.of(user).forEach(connection -> topics.unsubscribe(connection, topic));
    }

    @Override
    public boolean isSubscribed(UserId user, Topic topic) {
        return topics.isSubscribed(user, topic);
    }

    @Override
    public void covers(Topic topic, long revision) {
        local.begin(topic, revision);
    }

    @Override
    public void unsubscribeAll(Topic topic) {
        nodes.tell(new TopicEnded(topic));
        unsubscribeAllHere(topic);
    }

    /** Behind what is on its way to them already: its last push reaches all of them. */
    public void unsubscribeAllHere(Topic topic) {
        topics.subscribers(topic)
                .forEachLane((lane, listening) ->
                        lane.execute(() -> listening.forEach(connection -> topics.unsubscribe(connection, topic))));
    }
}
