package chat.parley.audit;

import chat.parley.audit.client.ChatClient;
import chat.parley.audit.client.ClientWire;
import chat.parley.audit.client.Device;
import chat.parley.audit.client.Flood;
import chat.parley.audit.client.Http;
import chat.parley.audit.client.Measurements;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The people, their rooms and their clients. */
final class Population {
    private static final int AT_ONCE = 4;
    private static final double SHARE_OF_ROOMS = 0.25;
    private static final int MOVERS_EVERY = 5;
    private static final int PIPELINE = 8;

    private final AuditOptions options;
    private final URI server;
    private final ClientWire.Connector thirdParty;
    private final Random random;
    private final Map<ChatClient, Person> clients = new LinkedHashMap<>();
    private List<String> rooms = List.of();

    private Population(AuditOptions options, URI server, ClientWire.Connector thirdParty) {
        this.options = options;
        this.server = server;
        this.thirdParty = thirdParty;
        this.random = new Random(options.seed());
    }

    /**
     * Registers everybody at this server and founds the rooms; the clients will connect to any of the sockets.
     *
     * @param thirdParty how clients connect that are not ours
     */
    static Population settle(
            AuditOptions options,
            URI server,
            List<URI> sockets,
            ClientWire.Connector thirdParty,
            Measurements measurements)
            throws InterruptedException {
        Population population = new Population(options, server, thirdParty);
        population.settle(sockets, measurements);
        return population;
    }

    Map<ChatClient, Person> clients() {
        return clients;
    }

    /** Of somebody who speaks to nobody, in the first room. */
    Flood flood(URI socket) {
        Device device = Device.register(server, name("flood"));
        join(device, rooms.getFirst());
        return new Flood(socket, device, rooms.getFirst());
    }

    List<String> rooms() {
        return rooms;
    }

    private void settle(List<URI> sockets, Measurements measurements) throws InterruptedException {
        int people = Math.ceilDiv(options.clients(), options.devices());
        List<Device> first = all(IntStream.range(0, people).mapToObj(i -> () -> Device.register(server, name(i))));
        rooms = all(IntStream.range(0, options.rooms()).mapToObj(i -> {
            Device creator = first.get(i % people);
            return () -> found(creator, "Room " + i);
        }));
        List<Person> persons = new ArrayList<>();
        List<Callable<Object>> joins = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            Device device = first.get(i);
            Person person = person(i, people);
            persons.add(person);
            person.home().stream()
                    .filter(room -> !person.created().contains(room))
                    .forEach(room -> joins.add(() -> join(device, room)));
        }
        all(joins.stream());
        List<Device> devices = all(IntStream.range(0, options.clients()).mapToObj(i -> {
            Device device = first.get(i % people);
            return () -> i < people ? device : device.another(server);
        }));
        for (int i = 0; i < options.clients(); i++) {
            ClientWire.Connector connector = connector(random.nextDouble());
            int window = random.nextBoolean() ? 1 : PIPELINE;
            String label = name(i % people) + "/" + (i / people + 1);
            clients.put(
                    new ChatClient(
                            label,
                            devices.get(i),
                            sockets,
                            connector,
                            window,
                            measurements,
                            new Random(random.nextLong())),
                    persons.get(i % people));
        }
    }

    private ClientWire.Connector connector(double dice) {
        if (dice < options.pitaya()) {
            return ClientWire.Format.PITAYA;
        }
        return dice < options.pitaya() + options.thirdParty() ? thirdParty : ClientWire.Format.JSON;
    }

    private String name(Object who) {
        return "p" + options.seed() + "_" + who;
    }

    private Person person(int index, int people) {
        Set<String> created = IntStream.range(0, rooms.size())
                .filter(i -> i % people == index)
                .mapToObj(rooms::get)
                .collect(Collectors.toSet());
        List<String> home = rooms.stream()
                .filter(room -> random.nextDouble() < SHARE_OF_ROOMS || created.contains(room))
                .collect(Collectors.toCollection(ArrayList::new));
        if (home.isEmpty()) {
            home.add(rooms.get(random.nextInt(rooms.size())));
        }
        return new Person(home, created, index % MOVERS_EVERY == MOVERS_EVERY - 1);
    }

    private String found(Device creator, String name) {
        return Http.send(
                        server,
                        "POST",
                        "/api/room",
                        Map.of("name", name, "joinPolicy", "open"),
                        creator.authorization())
                .join()
                .orFail()
                .get("id")
                .asText();
    }

    private Object join(Device device, String room) {
        return Http.send(server, "POST", "/api/joinRoom", Map.of("id", room), device.authorization())
                .join()
                .orFail();
    }

    private static <T> List<T> all(java.util.stream.Stream<? extends Callable<T>> tasks) throws InterruptedException {
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<T> results = new ArrayList<>();
            for (Future<T> result : threads.invokeAll(tasks.toList())) {
                results.add(result.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw new IllegalStateException("the people could not be settled", e.getCause());
        }
    }
}
