package chat.parley.message.repository;

import chat.parley.identity.UserId;
import chat.parley.message.model.NewMessage;
import java.util.UUID;

/** What makes a send the same send: who, and the key they gave it. */
record ClientKey(UserId userId, UUID clientId) {
    static ClientKey of(NewMessage message) {
        return new ClientKey(message.seat().userId(), message.clientId());
    }
}
