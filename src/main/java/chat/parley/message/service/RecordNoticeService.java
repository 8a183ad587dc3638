package chat.parley.message.service;

import chat.parley.identity.UserId;
import chat.parley.message.model.MessageCommitted;
import chat.parley.message.model.SystemNotice;
import chat.parley.message.port.RoomLog;
import chat.parley.room.RoomId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;

/** Writes what happened to a room into its log, in the very transaction in which it happens. */
@ApplicationScoped
public class RecordNoticeService {
    private final RoomLog log;
    private final Event<MessageCommitted> committed;
    private final Clock clock;

    RecordNoticeService(RoomLog log, Event<MessageCommitted> committed, Clock clock) {
        this.log = log;
        this.committed = committed;
        this.clock = clock;
    }

    @Transactional(TxType.MANDATORY)
    public void record(RoomId roomId, UserId actor, SystemNotice notice) {
        committed.fire(new MessageCommitted(log.record(roomId, actor, notice, clock.instant())));
    }
}
