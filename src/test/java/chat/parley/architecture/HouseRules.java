package chat.parley.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import io.quarkus.websockets.next.WebSocket;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The rules of the house, for any base package, so that each can be tried on a fixture that breaks it. Every rule is
 * named after what it protects.
 */
final class HouseRules {
    /** Whose root package each feature may use. */
    static final Map<String, Set<String>> FEATURES = Map.of(
            "shared", Set.of(),
            "embedded", Set.of("shared"),
            "identity", Set.of("shared"),
            "realtime", Set.of("shared", "identity"),
            "friendship", Set.of("shared", "identity", "realtime"),
            "media", Set.of("shared", "identity", "realtime"),
            "room", Set.of("shared", "identity", "friendship", "media", "realtime"),
            "message", Set.of("shared", "identity", "media", "realtime", "room"));

    /** Which layers of its own feature each layer may use, besides itself. */
    static final Map<String, Set<String>> LAYERS = Map.of(
            "root", Set.of(),
            "model", Set.of("root"),
            "port", Set.of("root", "model"),
            "service", Set.of("root", "model", "port"),
            "repository", Set.of("root", "model", "port"),
            "integration", Set.of("root", "model", "port"),
            "handler", Set.of("root", "model", "service"));

    private static final Set<String> PLAIN_JAVA = Set.of("java.", "org.jspecify.");
    private static final Set<String> BEANS = Set.of(
            "jakarta.enterprise.", "jakarta.inject.", "jakarta.annotation.", "io.quarkus.arc.", "io.quarkus.runtime.");

    /** Prefixes of what each layer may use from outside of the house; layers that are not named may use anything. */
    static final Map<String, Set<Set<String>>> FRAMEWORKS = Map.of(
            "root", Set.of(PLAIN_JAVA),
            "model", Set.of(PLAIN_JAVA),
            "port", Set.of(PLAIN_JAVA, Set.of("io.smallrye.config.", "jakarta.validation.constraints.")),
            "service",
                    Set.of(
                            PLAIN_JAVA,
                            BEANS,
                            Set.of(
                                    "jakarta.transaction.",
                                    "io.quarkus.narayana.",
                                    "org.jboss.logging.",
                                    "io.micrometer.")),
            "repository",
                    Set.of(
                            PLAIN_JAVA,
                            BEANS,
                            Set.of("javax.sql.", "jakarta.persistence.", "org.hibernate.", "io.quarkus.hibernate."),
                            Set.of("io.quarkus.panache.", "org.jboss.logging.", "io.micrometer."),
                            // the JSON columns
                            Set.of("com.fasterxml.jackson.")));

    private HouseRules() {}

    static ArchRule featuresUseOnlyTheRootsTheyMay(String base) {
        return classes()
                .that(liveInAFeature(base))
                .should(new MayDependOn("use other features only as the table says", base, HouseRules::featureAllows));
    }

    static ArchRule layersPointInwards(String base) {
        return classes()
                .that(liveInAFeature(base))
                .should(new MayDependOn("use the layers of their feature only inwards", base, HouseRules::layerAllows));
    }

    static ArchRule innerLayersAreFreeOfFrameworks(String base) {
        return classes().that(liveInAFeature(base)).should(new MayUseFrameworks(base));
    }

    static ArchRule handlersUsePortsForConfigurationOnly(String base) {
        return noClasses()
                .that()
                .resideInAPackage(base + ".*.handler..")
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "are ports other than *Config",
                        type -> type.getPackageName().matches(".*\\.port(\\..*)?")
                                && type.getPackageName().startsWith(base)
                                && !type.getSimpleName().endsWith("Config")))
                .allowEmptyShould(true);
    }

    static ArchRule featuresAreFreeOfCycles(String base) {
        return slices().matching(base + ".(*)..").should().beFreeOfCycles();
    }

    static ArchRule packagesHaveTelling(String base) {
        return noClasses()
                .should()
                .resideInAnyPackage(
                        "..util..",
                        "..utils..",
                        "..helper..",
                        "..impl..",
                        "..common..",
                        "..manager..",
                        "..dto..",
                        "..base..")
                .as("packages of " + base + " are named after what they hold");
    }

    static ArchRule entitiesStayInRepositories(String base) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(base + ".*.repository..")
                .should()
                .dependOnClassesThat()
                .areAnnotatedWith(Entity.class)
                .orShould()
                .beAnnotatedWith(Entity.class);
    }

    static ArchRule pathsAreOnResources(String base) {
        return classes()
                .that()
                .areAnnotatedWith(Path.class)
                .should()
                .haveSimpleNameEndingWith("Resource")
                .andShould()
                .resideInAPackage(base + ".*.handler.rest..")
                .allowEmptyShould(true);
    }

    static ArchRule thereIsOneSocket(String base) {
        return classes()
                .that()
                .areAnnotatedWith(WebSocket.class)
                .should()
                .resideInAPackage(base + ".realtime.handler.socket..")
                .allowEmptyShould(true);
    }

    static ArchRule transactionsBelongToServices(String base) {
        return methods()
                .that()
                .areAnnotatedWith(Transactional.class)
                .should()
                .beDeclaredInClassesThat()
                .resideInAPackage(base + ".*.service..")
                .allowEmptyShould(true);
    }

    static ArchRule noClassIsTransactionalAsAWhole(String base) {
        return noClasses()
                .should()
                .beAnnotatedWith(Transactional.class)
                .as("no class of " + base + " is @Transactional");
    }

    static ArchRule fieldsAreNotInjected(String base) {
        return noFields()
                .should()
                .beAnnotatedWith(Inject.class)
                .orShould()
                .beAnnotatedWith(ConfigProperty.class)
                .as("beans of " + base + " take what they need in their constructor")
                .allowEmptyShould(true);
    }

    static ArchRule configurationIsTyped(String base) {
        return constructors()
                .should(new NoParameterAnnotatedWith(ConfigProperty.class))
                .as("configuration of " + base + " is a @ConfigMapping")
                .allowEmptyShould(true);
    }

    static ArchRule timeAndIdsAreInjected(String base) {
        return noClasses()
                .that()
                .resideInAnyPackage(base + ".*.model..", base + ".*.service..")
                .should()
                .accessTargetWhere(
                        DescribedPredicate.describe("ask the machine for time or chance", HouseRules::isChance))
                .allowEmptyShould(true);
    }

    static ArchRule onlyRoomsCompareRoles(String base) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(base + ".room..")
                .should()
                .accessTargetWhere(DescribedPredicate.describe(
                        "look inside a role",
                        access -> access.getTargetOwner().getFullName().equals(base + ".room.Role")
                                && !access.getName().equals("wireName")))
                .allowEmptyShould(true);
    }

    static ArchRule servicesAreCalledServices(String base) {
        return fields().that()
                .areDeclaredInClassesThat()
                .resideInAPackage(base + ".*.handler.rest..")
                .and()
                .haveRawType(DescribedPredicate.describe(
                        "a class of a service package",
                        type -> type.getPackageName().matches(".*\\.service(\\..*)?")))
                .should()
                .haveRawType(DescribedPredicate.describe(
                        "a *Service", type -> type.getSimpleName().endsWith("Service")))
                .allowEmptyShould(true);
    }

    private static boolean isChance(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        String call = access.getName();
        return owner.isEquivalentTo(Instant.class) && call.equals("now")
                || owner.isEquivalentTo(Clock.class) && call.startsWith("system")
                || owner.isEquivalentTo(UUID.class) && call.equals("randomUUID")
                || owner.isEquivalentTo(System.class) && call.equals("currentTimeMillis");
    }

    private static boolean featureAllows(Place from, Place to) {
        return from.feature().equals(to.feature())
                || FEATURES.getOrDefault(from.feature(), Set.of()).contains(to.feature())
                        && to.layer().equals("root");
    }

    private static boolean layerAllows(Place from, Place to) {
        return !from.feature().equals(to.feature())
                || from.layer().equals(to.layer())
                || LAYERS.getOrDefault(from.layer(), Set.of()).contains(to.layer())
                // its *Config; that it is nothing else is a rule of its own
                || from.layer().equals("handler") && to.layer().equals("port");
    }

    private static DescribedPredicate<JavaClass> liveInAFeature(String base) {
        return DescribedPredicate.describe(
                "live in a feature", type -> Place.of(type, base).isPresent());
    }
}
