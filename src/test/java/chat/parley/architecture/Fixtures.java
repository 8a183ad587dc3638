package chat.parley.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * The small houses in {@code src/test/architecture/broken}, each of which breaks one rule. They are compiled here and
 * not with the tests, because the framework would take their entities and sockets for real ones.
 */
final class Fixtures {
    private static final Path SOURCES = Path.of("src/test/architecture");

    private Fixtures() {}

    static JavaClasses compile(Path target) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null);
                var sources = Files.walk(SOURCES)) {
            List<Path> java =
                    sources.filter(path -> path.toString().endsWith(".java")).toList();
            StringWriter complaints = new StringWriter();
            List<String> options =
                    List.of("-d", target.toString(), "-cp", System.getProperty("java.class.path"), "-proc:none");
            boolean compiled = compiler.getTask(
                            complaints, files, null, options, null, files.getJavaFileObjectsFromPaths(java))
                    .call();
            assertThat(compiled).as(complaints.toString()).isTrue();
        }
        return new ClassFileImporter().importPath(target);
    }
}
