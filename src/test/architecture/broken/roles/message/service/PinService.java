package broken.roles.message.service;

import broken.roles.room.Role;

/** Decides by itself who may do what in a room. */
class PinService {
    boolean mayPin(Role role) {
        return role.compareTo(Role.ADMIN) >= 0;
    }
}
