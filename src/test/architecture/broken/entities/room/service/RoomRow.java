package broken.entities.room.service;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** An entity that left its repository. */
@Entity
class RoomRow {
    @Id
    long id;
}
