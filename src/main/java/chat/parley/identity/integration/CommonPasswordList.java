package chat.parley.identity.integration;

import chat.parley.identity.port.CommonPasswords;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The list {@code common-passwords.txt}; what is shorter than a password may be is not in it. */
@ApplicationScoped
class CommonPasswordList implements CommonPasswords {
    private static final String RESOURCE = "/common-passwords.txt";

    private final Set<String> passwords = read();

    @Override
    public boolean contains(String password) {
        return passwords.contains(password);
    }

    private static Set<String> read() {
        var stream = Objects.requireNonNull(CommonPasswordList.class.getResourceAsStream(RESOURCE), RESOURCE);
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
