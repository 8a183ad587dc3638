package chat.parley.identity.integration;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.lang.JoseException;

/** Signing keys as files: {@code <time of making>.jwk}, readable by the server's user only. */
final class SigningKeyFiles {
    private static final String SUFFIX = ".jwk";
    private static final String OURS = "\\d{8}T\\d{9}Z\\.jwk";
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);

    private final Path folder;

    SigningKeyFiles(Path folder) {
        this.folder = folder;
    }

    /** All keys, the newest last; none if there is no folder yet. */
    List<EllipticCurveJsonWebKey> readAll() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(SUFFIX))
                    .sorted()
                    .map(SigningKeyFiles::read)
                    .toList();
        }
    }

    /** Files whose successor was made before this moment. Ours are named after the moment they were made. */
    List<Path> supersededBefore(Instant moment) throws IOException {
        List<Path> ours;
        try (Stream<Path> files = Files.list(folder)) {
            ours = files.filter(file -> file.getFileName().toString().matches(OURS))
                    .sorted()
                    .toList();
        }
        String limit = NAME.format(moment) + SUFFIX;
        return IntStream.range(0, Math.max(0, ours.size() - 1))
                .filter(i -> ours.get(i + 1).getFileName().toString().compareTo(limit) < 0)
                .mapToObj(ours::get)
                .toList();
    }

    void remove(Path file) throws IOException {
        Files.delete(file);
    }

    /** The file appears complete or not at all. */
    void write(EllipticCurveJsonWebKey key, Instant made) throws IOException {
        Files.createDirectories(folder, onlyOwner("rwx------"));
        Path temporary = Files.createTempFile(folder, "key", ".tmp", onlyOwner("rw-------"));
        Files.writeString(temporary, key.toJson(OutputControlLevel.INCLUDE_PRIVATE));
        Files.move(temporary, folder.resolve(NAME.format(made) + SUFFIX), StandardCopyOption.ATOMIC_MOVE);
    }

    private static EllipticCurveJsonWebKey read(Path file) {
        try {
            var key = JsonWebKey.Factory.newJwk(Files.readString(file));
            if (key instanceof EllipticCurveJsonWebKey ec && ec.getPrivateKey() != null) {
                return ec;
            }
            throw new IllegalStateException(file + " is not a private elliptic curve key");
        } catch (IOException | JoseException e) {
            throw new IllegalStateException(file + " is not a readable JSON web key", e);
        }
    }

    private static FileAttribute<?>[] onlyOwner(String permissions) {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
