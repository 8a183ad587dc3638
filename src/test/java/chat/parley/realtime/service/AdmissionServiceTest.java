package chat.parley.realtime.service;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.realtime.service.AdmissionService.Admission;
import chat.parley.testing.FakeRealtimeConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdmissionServiceTest {
    private static final int UNOPENED = 500;
    private static final int CONNECTIONS = 2_000;

    private final AdmissionService admissions =
            new AdmissionService(new FakeRealtimeConfig(), new SimpleMeterRegistry());

    @Test
    void anAddressFullOfStrangersIsClosedAndAnotherIsNot() {
        admit("198.51.100.1", UNOPENED);
        assertThat(admissions.admit("198.51.100.1", false)).isInstanceOf(Admission.AddressFull.class);
        assertThat(admissions.admit("198.51.100.2", false)).isInstanceOf(Admission.Admitted.class);
    }

    @Test
    void whoOpensASessionMakesRoomForAStranger() {
        List<Ticket> tickets = admit("198.51.100.1", UNOPENED);
        tickets.getFirst().sessionOpened();
        tickets.getFirst().sessionOpened();
        admit("198.51.100.1", 1);
        assertThat(admissions.admit("198.51.100.1", false)).isInstanceOf(Admission.AddressFull.class);
    }

    @Test
    void anAddressHasSoManyConnectionsAndWhoGoesMakesRoom() {
        List<Ticket> tickets = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            Ticket ticket = admit("198.51.100.1", 1).getFirst();
            ticket.sessionOpened();
            tickets.add(ticket);
        }
        assertThat(admissions.admit("198.51.100.1", false)).isInstanceOf(Admission.AddressFull.class);
        tickets.getFirst().end();
        tickets.getFirst().end();
        admit("198.51.100.1", 1);
        assertThat(admissions.admit("198.51.100.1", false)).isInstanceOf(Admission.AddressFull.class);
    }

    @Test
    void thisMachineCountsInAllOnly() {
        for (int i = 0; i < 10_000; i++) {
            assertThat(admissions.admit("127.0.0.1", true)).isInstanceOf(Admission.Admitted.class);
        }
        assertThat(admissions.admit("127.0.0.1", true)).isInstanceOf(Admission.ServerFull.class);
        assertThat(admissions.admit("198.51.100.1", false)).isInstanceOf(Admission.ServerFull.class);
    }

    private List<Ticket> admit(String address, int times) {
        List<Ticket> tickets = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            assertThat(admissions.admit(address, false))
                    .isInstanceOfSatisfying(Admission.Admitted.class, admitted -> tickets.add(admitted.ticket()));
        }
        return tickets;
    }
}
