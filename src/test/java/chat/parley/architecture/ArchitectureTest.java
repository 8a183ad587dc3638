package chat.parley.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The house keeps its rules, and each rule has been seen to bite. */
class ArchitectureTest {
    private static final String HOUSE = "chat.parley";
    private static final String BROKEN = "broken";

    @TempDir
    private static Path compiled;

    private static JavaClasses brokenClasses;

    @BeforeAll
    static void compileTheFixtures() throws IOException {
        brokenClasses = Fixtures.compile(compiled);
    }

    private static final JavaClasses HOUSE_CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(HOUSE);

    private record Rule(String name, String fixture, Function<String, ArchRule> of) {}

    private static Stream<Rule> rules() {
        return Stream.of(
                new Rule(
                        "features use only the roots they may", "features", HouseRules::featuresUseOnlyTheRootsTheyMay),
                new Rule("layers point inwards", "layers", HouseRules::layersPointInwards),
                new Rule(
                        "inner layers are free of frameworks",
                        "frameworks",
                        HouseRules::innerLayersAreFreeOfFrameworks),
                new Rule(
                        "handlers use ports for configuration only",
                        "ports",
                        HouseRules::handlersUsePortsForConfigurationOnly),
                new Rule("features are free of cycles", "cycles", HouseRules::featuresAreFreeOfCycles),
                new Rule("packages have telling names", "names", HouseRules::packagesHaveTelling),
                new Rule("entities stay in repositories", "entities", HouseRules::entitiesStayInRepositories),
                new Rule("paths are on resources", "paths", HouseRules::pathsAreOnResources),
                new Rule("there is one socket", "sockets", HouseRules::thereIsOneSocket),
                new Rule("transactions belong to services", "transactions", HouseRules::transactionsBelongToServices),
                new Rule(
                        "no class is transactional as a whole",
                        "transactions",
                        HouseRules::noClassIsTransactionalAsAWhole),
                new Rule("fields are not injected", "injection", HouseRules::fieldsAreNotInjected),
                new Rule("configuration is typed", "injection", HouseRules::configurationIsTyped),
                new Rule("time and ids are injected", "time", HouseRules::timeAndIdsAreInjected),
                new Rule("only rooms compare roles", "roles", HouseRules::onlyRoomsCompareRoles),
                new Rule("resources call services", "services", HouseRules::servicesAreCalledServices));
    }

    @Test
    void theImportSeesTheHouse() {
        assertThat(HouseRules.FEATURES.keySet())
                .allSatisfy(feature -> assertThat(HOUSE_CLASSES.stream())
                        .as("classes of %s", feature)
                        .anyMatch(type -> Place.of(type, HOUSE)
                                .filter(p -> p.feature().equals(feature))
                                .isPresent()));
    }

    @Test
    void everyPackageBelongsToAKnownFeature() {
        assertThat(HOUSE_CLASSES.stream()
                        .flatMap(type -> Place.of(type, HOUSE).stream())
                        .map(Place::feature))
                .isSubsetOf(HouseRules.FEATURES.keySet());
    }

    @TestFactory
    Stream<DynamicTest> theHouseKeepsTheRule() {
        return rules().map(rule -> DynamicTest.dynamicTest(
                rule.name(), () -> rule.of().apply(HOUSE).check(HOUSE_CLASSES)));
    }

    @TestFactory
    Stream<DynamicTest> theRuleBites() {
        return rules().map(rule -> DynamicTest.dynamicTest(rule.name(), () -> {
            String base = BROKEN + "." + rule.fixture();
            JavaClasses fixture = brokenClasses.that(DescribedPredicate.describe(
                    "of the fixture", type -> type.getPackageName().startsWith(base + ".")));
            assertThat(fixture).as("the fixture exists").isNotEmpty();
            EvaluationResult result = rule.of().apply(base).evaluate(fixture);
            assertThat(result.hasViolation())
                    .as("'%s' finds what is wrong in %s", rule.name(), base)
                    .isTrue();
        }));
    }
}
