package chat.parley.shared.error;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.shared.web.ErrorTable;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@code docs/errors.md} promises is what the code says. */
class ErrorCatalogueTest {
    /** A row: {@code | `room.not_found` | 404 | no | ... |}. */
    private static final Pattern ROW =
            Pattern.compile("^\\| `([a-z_.]+|PIT-\\d{3})` \\| (\\d{3}) \\| (yes|no) \\| (.+) \\|$");

    private record Entry(int status, boolean retryable, String message) {}

    @Test
    void everyCodeIsDocumentedAsItIsAndNothingElseIs() throws IOException {
        TreeMap<String, Entry> documented = new TreeMap<>();
        for (String line : Files.readAllLines(Path.of("docs/errors.md"))) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                documented.put(
                        row.group(1),
                        new Entry(Integer.parseInt(row.group(2)), row.group(3).equals("yes"), row.group(4)));
            }
        }
        TreeMap<String, Entry> actual = new TreeMap<>();
        codes().forEach(code -> actual.put(
                code.code(), new Entry(ErrorTable.httpStatus(code.kind()), code.retryable(), code.message())));
        assertThat(documented).containsExactlyEntriesOf(actual);
    }

    @Test
    void codesAreUnique() {
        assertThat(codes().map(ErrorCode::code)).doesNotHaveDuplicates().hasSizeGreaterThan(20);
    }

    private static Stream<ErrorCode> codes() {
        List<JavaClass> enums = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("chat.parley").stream()
                        .filter(type -> type.isEnum() && type.isAssignableTo(ErrorCode.class))
                        .toList();
        return enums.stream()
                .flatMap(type -> Stream.of(type.reflect().getEnumConstants()))
                .map(ErrorCode.class::cast);
    }
}
