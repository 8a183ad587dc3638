package chat.parley.message.handler.rest.export;

import chat.parley.message.model.Message;
import chat.parley.message.service.export.ExportRoomService;
import chat.parley.message.service.export.ExportRoomService.Begun;
import chat.parley.room.RoomId;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** All messages up to where the room's log ended when the export began; one page of them is in memory at a time. */
final class MessagePages implements Iterable<Message> {
    private final ExportRoomService export;
    private final RoomId room;
    private final long lastSeq;

    MessagePages(ExportRoomService export, Begun begun) {
        this.export = export;
        this.room = begun.room().id();
        this.lastSeq = begun.room().lastSeq();
    }

    @Override
    public Iterator<Message> iterator() {
        return new Iterator<>() {
            private Iterator<Message> page = List.<Message>of().iterator();
            private long last;

            @Override
            public boolean hasNext() {
                if (!page.hasNext() && last < lastSeq) {
                    page = behind(last).iterator();
                }
                return page.hasNext();
            }

            @Override
            public Message next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                Message message = page.next();
                last = message.seq();
                return message;
            }
        };
    }

    private List<Message> behind(long after) {
        return export.after(room, after).stream()
                .filter(message -> message.seq() <= lastSeq)
                .toList();
    }
}
