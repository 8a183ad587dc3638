package chat.parley.identity.service.export;

import chat.parley.identity.PersonalData;
import chat.parley.identity.UserId;
import chat.parley.identity.service.device.DeviceService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Consumer;

/** Where a person is signed in, for them to take along. */
@ApplicationScoped
class SessionDataService implements PersonalData {
    private final DeviceService devices;

    SessionDataService(DeviceService devices) {
        this.devices = devices;
    }

    @Override
    public String section() {
        return "sessions";
    }

    @Override
    public void each(UserId user, Consumer<Object> record) {
        devices.list(user).forEach(record);
    }
}
