package chat.parley.message.service;

import chat.parley.identity.UserId;
import chat.parley.message.model.Message;
import chat.parley.message.model.SystemNotice;
import chat.parley.message.port.RoomLog;
import chat.parley.room.RoomId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.List;

/** Writes what happened to a room into its log, in the very transaction in which it happens. */
@ApplicationScoped
public class RecordNoticeService {
    private final RoomLog log;
    private final AnnounceEntriesService announcer;
    private final Clock clock;

    RecordNoticeService(RoomLog log, AnnounceEntriesService announcer, Clock clock) {
        this.log = log;
        this.announcer = announcer;
        this.clock = clock;
    }

    @Transactional(TxType.MANDATORY)
    public void record(RoomId roomId, UserId actor, List<SystemNotice> notices) {
        List<Message> messages = notices.stream()
                .map(notice -> log.record(roomId, actor, notice, clock.instant()))
                .toList();
        announcer.announce(messages);
    }
}
