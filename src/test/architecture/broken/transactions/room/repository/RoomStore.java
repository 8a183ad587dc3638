package broken.transactions.room.repository;

import jakarta.transaction.Transactional;

/** A repository that decides about transactions. */
@Transactional
class RoomStore {
    @Transactional
    void store() {}
}
