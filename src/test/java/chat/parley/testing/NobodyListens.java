package chat.parley.testing;

import chat.parley.identity.UserId;
import chat.parley.realtime.FanOut;
import chat.parley.realtime.Push;
import chat.parley.realtime.Topic;

/** A fan-out without an audience. */
public final class NobodyListens implements FanOut {
    @Override
    public void publish(Topic topic, Push push) {}

    @Override
    public void publish(RevisedPush push) {}

    @Override
    public void publishHere(UserId user, Push push) {}

    @Override
    public void publishHere(Topic topic, Push push) {}

    @Override
    public boolean isHere(UserId user) {
        return false;
    }

    @Override
    public boolean isHeardHere(Topic topic) {
        return false;
    }

    @Override
    public boolean hasPeers() {
        return false;
    }

    @Override
    public void together(Runnable work) {
        work.run();
    }
}
