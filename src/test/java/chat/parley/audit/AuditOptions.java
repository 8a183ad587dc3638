package chat.parley.audit;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** What to audit, and how hard to try. */
record AuditOptions(
        int clients,
        int devices,
        int rooms,
        int nodes,
        double pitaya,
        double thirdParty,
        double rate,
        Duration duration,
        Set<Fault> faults,
        Duration faultEvery,
        Duration outage,
        long seed) {

    static final String HELP = """
            Usage: ./parley audit [OPTIONS]

            Starts Parley as it is shipped with a MySQL of its own, lets many clients chat over real sockets while it breaks
            connections, servers and the database, and then compares what every client was told and has with what the
            database holds. Ends with 0 only if nothing was lost, doubled, reordered or silently missing.

              --clients N       connections (200)
              --devices N       connections of each person (2)
              --rooms N         rooms; every person is in about a quarter of them (20)
              --minutes M       for how long, such as 0.5 or 10 (3)
              --pitaya P        so many percent of the clients speak Pitaya's binary format (30)
              --third-party P   so many percent speak it with the npm package pomelo-client-websocket, as it is (0)
              --rate N          messages a second from all clients together (60)
              --nodes N         servers on one database; two or more meet on a Redis (1)
              --faults LIST     what to break, or none (all that the number of nodes allows):
            %s
              --fault-every S   seconds from the end of one fault to the next (3)
              --outage S        seconds for which a database or Redis stays away (2)
              --seed N          makes the same choices as the run that printed this number
              --help            prints this

            More than one node needs redis-server. Logs and data stay under target/audit until the next run.
            """.formatted(Fault.list());

    /** A wrong command line. */
    static final class Misuse extends RuntimeException {
        Misuse(String message) {
            super(message);
        }
    }

    static AuditOptions parse(String... arguments) {
        Map<String, String> given = given(arguments);
        int nodes = number(given, "--nodes", 1).intValue();
        AuditOptions options = new AuditOptions(
                number(given, "--clients", 200).intValue(),
                number(given, "--devices", 2).intValue(),
                number(given, "--rooms", 20).intValue(),
                nodes,
                number(given, "--pitaya", 30) / 100,
                number(given, "--third-party", 0) / 100,
                number(given, "--rate", 60),
                seconds(60 * number(given, "--minutes", 3)),
                faults(given.remove("--faults"), nodes),
                seconds(number(given, "--fault-every", 3)),
                seconds(number(given, "--outage", 2)),
                number(given, "--seed", ThreadLocalRandom.current().nextInt(1_000_000))
                        .longValue());
        if (!given.isEmpty()) {
            throw new Misuse("there is no option " + given.keySet().iterator().next());
        }
        options.check();
        return options;
    }

    /** {@code --name=value} is the same as {@code --name value}. */
    private static Map<String, String> given(String... arguments) {
        Map<String, String> given = new HashMap<>();
        String[] words = Arrays.stream(arguments)
                .flatMap(argument -> Arrays.stream(argument.split("=", 2)))
                .toArray(String[]::new);
        for (int i = 0; i < words.length; i += 2) {
            if (i + 1 == words.length) {
                throw new Misuse(words[i] + " needs a value");
            }
            given.put(words[i], words[i + 1]);
        }
        return given;
    }

    private static Double number(Map<String, String> given, String option, double otherwise) {
        String value = given.remove(option);
        try {
            return value == null ? otherwise : Double.parseDouble(value.replaceFirst("[s%]$", ""));
        } catch (NumberFormatException e) {
            throw new Misuse(option + " needs a number, not " + value);
        }
    }

    private static Duration seconds(double seconds) {
        return Duration.ofMillis(Math.round(1000 * seconds));
    }

    private static Set<Fault> faults(String list, int nodes) {
        if (list == null) {
            Set<Fault> all = EnumSet.allOf(Fault.class);
            all.removeIf(fault -> !fault.isPossible(nodes));
            return all;
        }
        Set<Fault> faults = EnumSet.noneOf(Fault.class);
        Arrays.stream(list.split(","))
                .filter(name -> !name.equals("none"))
                .map(Fault::named)
                .forEach(faults::add);
        return faults;
    }

    /** Whether nothing is broken, and it is measured what a flood does to the others. */
    boolean measuresFlood() {
        return faults.equals(Set.of(Fault.FLOOD));
    }

    private void check() {
        if (clients < 2 || devices < 1 || rooms < 1 || nodes < 1 || rate <= 0 || !duration.isPositive()) {
            throw new Misuse("it takes two clients, a device, a room, a node, a rate and some time");
        }
        if (pitaya < 0 || thirdParty < 0 || pitaya + thirdParty > 1) {
            throw new Misuse("--pitaya and --third-party are shares of all clients, and together at most 100");
        }
        faults.stream().filter(fault -> !fault.isPossible(nodes)).findFirst().ifPresent(fault -> {
            throw new Misuse(fault + " needs --nodes 2");
        });
    }
}
