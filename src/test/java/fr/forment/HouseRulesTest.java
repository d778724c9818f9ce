package fr.forment;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.data.repository.Repository;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.transaction.annotation.Transactional;

/** The rules of the house that code can break. Each says why it stands. */
@AnalyzeClasses(packages = "fr.forment", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {

    private static final Path MAIN = Path.of("src/main/java");
    private static final long MOST_FILES = 50;
    private static final Path CALCULATION = Path.of("fr/forment/plan/calculation");

    /** Who stands on whom: imports run downwards only, news travels upwards as events. */
    private static final List<String> ROOMS = List.of(
            "french",
            "files",
            "database",
            "limits",
            "engine",
            "journal",
            "mail",
            "territory", // the ground
            "account",
            "catalogue",
            "people",
            "post",
            "hours",
            "access",
            "stafflist",
            "diagram",
            "timeline", // people
            "resource",
            "survey",
            "project",
            "framing",
            "campaign",
            "grid",
            "plan",
            "means",
            "computation",
            "alternative",
            "recount",
            "document",
            "session",
            "waiting",
            "equipment",
            "phase",
            "incident",
            "selfstudy",
            "paper",
            "convocation",
            "attendance",
            "evaluation",
            "charter",
            "family",
            "arrival",
            "release", // the lifecycle
            "worklist",
            "watch",
            "audit",
            "forecast",
            "overview",
            "demonstration",
            "start"); // views

    @ArchTest
    static final ArchRule ENGINE_FENCE = noClasses()
            .that()
            .resideOutsideOfPackage("fr.forment.engine..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda..")
            .because("a successor of Camunda 7 must cost a few lines in one package");

    @ArchTest
    static final ArchRule MAIL_FENCE = noClasses()
            .that()
            .resideOutsideOfPackage("fr.forment.mail..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.mail..", "org.springframework.mail..")
            .because("one sender decides what leaves, when, and never twice");

    @ArchTest
    static final ArchRule FILES_FENCE = noClasses()
            .that()
            .resideOutsideOfPackage("fr.forment.files..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.poi..", "de.siegmar..")
            .because("one room knows how a table is read without harm, whatever wrote it");

    @ArchTest
    static final ArchRule PDF_FENCE = noClasses()
            .that()
            .resideOutsideOfPackage("fr.forment.files..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.openhtmltopdf..", "org.apache.pdfbox..")
            .because("one room knows how a paper is read aloud and kept, and fetches nothing");

    @ArchTest
    static final ArchRule SOLVER_FENCE = noClasses()
            .that()
            .resideOutsideOfPackage("fr.forment.plan.calculation..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("ai.timefold..")
            .because("whatever looks for a better plan, the rest of the house only knows facts and plans");

    @ArchTest
    static final ArchRule CALCULATION_IS_PURE = noClasses()
            .that()
            .resideInAPackage("fr.forment.plan.calculation..")
            .should()
            .dependOnClassesThat(JavaClass.Predicates.resideInAnyPackage(
                            "org.springframework..", "java.sql..", "fr.forment.plan", "fr.forment.plan.web..")
                    .and(DescribedPredicate.not(JavaClass.Predicates.resideInAPackage(
                            "org.springframework.modulith..")))) // says who may come in
            .because("facts in, plan out: it can be counted as a room of its own, and computed anywhere");

    @ArchTest
    static final ArchRule TRANSACTIONS_ON_CLASSES = classes()
            .that()
            .areAnnotatedWith(Transactional.class)
            .should()
            .haveSimpleNameEndingWith("Service")
            .orShould()
            .resideInAnyPackage("fr.forment.engine..", "fr.forment.mail..")
            .because("a use case is one transaction, and use cases live in services")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule TRANSACTIONS_ON_METHODS = methods()
            .that()
            .areAnnotatedWith(Transactional.class)
            .should()
            .beDeclaredInClassesThat()
            .haveSimpleNameEndingWith("Service")
            .orShould()
            .beDeclaredInClassesThat()
            .resideInAnyPackage("fr.forment.engine..", "fr.forment.mail..")
            .because("a use case is one transaction, and use cases live in services")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule CONTROLLERS_USE_SERVICES = noClasses()
            .that()
            .haveSimpleNameEndingWith("Controller")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Repository.class)
            .because("rules and rights live in services, not in pages");

    @ArchTest
    static final ArchRule ONE_CLOCK = noClasses()
            .that()
            .areNotAssignableTo(Clock.class)
            .should()
            .callMethodWhere(readsTheSystemClock())
            .because("the clock is moved in the demonstration and in tests");

    @ArchTest
    static final ArchRule PYRAMID = classes()
            .that()
            .resideInAPackage("fr.forment.*..")
            .should(importDownwards())
            .because("a circle of features cannot be understood one at a time");

    @ArchTest
    static final ArchRule ROOTS_KNOW_NO_PROCESS = classes()
            .that()
            .resideInAPackage("fr.forment.*")
            .should(ignoreOwnDoors())
            .because("the rules of a feature must not know who calls them");

    @Test
    void modulesMakeNoCircleAndOnlyRootsAreReached() {
        ApplicationModules modules = ApplicationModules.of(FormentApplication.class);
        assertThat(modules.stream().map(module -> module.getIdentifier().toString()))
                .isSubsetOf(ROOMS);
        modules.verify();
    }

    @ArchTest
    static void noClassesMakeACircle(JavaClasses house) throws IOException {
        Map<String, String> sources = new TreeMap<>();
        for (Path file : sources()) {
            sources.put(
                    MAIN.relativize(file).toString().replaceAll("\\.java$", "").replace(File.separatorChar, '.'),
                    text(file));
        }
        assertThat(ClassGraph.compiled(house).and(sources).circles())
                .as("classes that cannot be understood one at a time: move what they share into a class of its own")
                .isEmpty();
    }

    @Test
    void noClassNameStandsTwice() throws IOException {
        Map<String, List<Path>> byName = sources().stream()
                .collect(Collectors.groupingBy(file -> file.getFileName().toString()));
        byName.remove("package-info.java");
        assertThat(byName.values().stream().filter(files -> files.size() > 1))
                .as("a name says one thing in the whole house")
                .isEmpty();
    }

    @Test
    void noRoomAndNoFolderIsTooLarge() throws IOException {
        Map<Path, Long> files = Stream.concat(sources().stream(), javaBelow(Path.of("src/test/java")).stream())
                .collect(Collectors.groupingBy(Path::getParent, Collectors.counting()));
        assertThat(files).as("files in a folder").allSatisfy((folder, count) -> assertThat(count)
                .as(folder.toString())
                .isLessThanOrEqualTo(MOST_FILES));
        Map<String, Long> lines = sources().stream()
                .filter(file -> MAIN.relativize(file).getNameCount() > 3)
                .collect(Collectors.groupingBy(
                        HouseRulesTest::room,
                        Collectors.summingLong(file -> text(file).lines().count())));
        long all = lines.values().stream().mapToLong(Long::longValue).sum();
        assertThat(lines)
                .as("lines of a room, of " + all)
                .allSatisfy((room, count) -> assertThat(count).as(room).isLessThanOrEqualTo(all / 10));
    }

    /** The calculation of a plan knows nothing of the room it stands in ({@code CALCULATION_IS_PURE}). */
    private static String room(Path file) {
        Path path = MAIN.relativize(file);
        return path.startsWith(CALCULATION)
                ? CALCULATION.toString()
                : path.getName(2).toString();
    }

    private static List<Path> sources() throws IOException {
        return javaBelow(MAIN);
    }

    private static List<Path> javaBelow(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    /** Without it browsers draw a page by the rules of the last century. A file of a bare fragment is no page. */
    @Test
    void everyPageSaysThatItIsStandardHtml() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources/templates"))) {
            List<Path> pages = files.filter(file ->
                            file.toString().endsWith(".html") && text(file).contains("<html"))
                    .toList();
            assertThat(pages).hasSizeGreaterThan(80).allSatisfy(page -> assertThat(text(page))
                    .startsWith("<!DOCTYPE html>\n<html"));
        }
    }

    /**
     * « 1 septembre », « 14:30 » and six other ways of saying a day come back wherever a page or a class writes its own
     * pattern.
     */
    @Test
    void daysAndHoursAreWrittenInOneRoom() throws IOException {
        var ownPattern = Pattern.compile(
                "#temporals\\.format|#dates\\.|#calendars\\.|ofPattern\\(\"[^\"]*(?:M|H|E)|SimpleDateFormat|%1?\\$?t[dmYHM]|\" h \"|ISO_OFFSET_DATE_TIME|Normalizer");
        var forMachines = List.of(
                "files/AgendaFile.java", // a calendar's file
                "files/CsvDates.java", // days read from files
                "territory/PlaceClocks.java", // what the engine reads
                "access/process/DelegationSteps.java"); // the same
        try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
            assertThat(files.filter(file -> file.toString().matches(".*\\.(java|html|txt)"))
                            .filter(file -> !file.toString().contains("/french/"))
                            .filter(file -> forMachines.stream()
                                    .noneMatch(file.toString().replace('\\', '/')::endsWith))
                            .filter(file -> ownPattern.matcher(text(file)).find()))
                    .isEmpty();
        }
    }

    /** Whoever writes its header by hand forgets accents, or that it is to be kept and not shown. */
    @Test
    void filesLeaveByOneDoor() throws IOException {
        var header = Pattern.compile("CONTENT_DISPOSITION|Content-Disposition|ContentDisposition");
        var doors = List.of("files/Downloads.java", "mail/LetterMessage.java"); // a page's files, and those of a letter
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            assertThat(files.filter(Files::isRegularFile)
                            .filter(file ->
                                    doors.stream().noneMatch(file.toString().replace('\\', '/')::endsWith))
                            .filter(file -> header.matcher(text(file)).find()))
                    .isEmpty();
        }
    }

    /** « 1 places »: a number and its word agree in one room. */
    @Test
    void countsAreWrittenInOneRoom() throws IOException {
        var ownPlural = Pattern.compile("([\\w.]+(?:\\(\\))?)\\s*\\+\\s*\\(\\1 (?:== 1|> 1) \\? \""
                + "|\\$\\{([\\w.()]+)} (?:\\+ )?\\(?\\$\\{\\2}? (?:== 1|> 1) \\?");
        var bothAtOnce = Pattern.compile("\\p{L}\\(s\\)");
        try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
            assertThat(files.filter(file -> file.toString().matches(".*\\.(java|html|txt)"))
                            .filter(file -> ownPlural.matcher(text(file)).find()
                                    || !file.toString().endsWith(".java")
                                            && bothAtOnce.matcher(text(file)).find()))
                    .isEmpty();
        }
    }

    /**
     * The morning of a letter and the end of class were nine and three values, and two judges of one plan disagreed.
     */
    @Test
    void theHoursOfTheHouseAreNamedOnce() throws IOException {
        var hour = Pattern.compile("LocalTime\\.of\\((?:8|16),|LocalTime\\.parse\\(\"|\"(?:08:00|16:00|16:30)\"");
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> hour.matcher(text(file)).find())
                            .map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("Reminders.java", "SchoolRhythm.java");
        }
    }

    /** Every room's past stands in one table: who writes there by himself forgets who acted, or rewrites what was. */
    @Test
    void onlyTheJournalWritesTheJournal() throws IOException {
        var writing = Pattern.compile("(?i)\\b(?:INSERT\\s+INTO|UPDATE|DELETE\\s+FROM)\\s+(?:journal|\\w+_history)\\b"
                + "|CREATE\\s+TABLE\\s+\\w+_history\\b");
        try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
            assertThat(files.filter(file -> file.toString().matches(".*\\.(java|sql)"))
                            .filter(file -> writing.matcher(text(file)).find()))
                    .extracting(file -> file.getFileName().toString())
                    .containsExactly("Journal.java");
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static DescribedPredicate<JavaCall<?>> readsTheSystemClock() {
        var types = List.of(
                        Instant.class,
                        LocalDate.class,
                        LocalDateTime.class,
                        LocalTime.class,
                        ZonedDateTime.class,
                        OffsetDateTime.class)
                .stream()
                .map(Class::getName)
                .collect(Collectors.toSet());
        return new DescribedPredicate<>("now() without a Clock, or System.currentTimeMillis()") {
            @Override
            public boolean test(JavaCall<?> call) {
                String owner = call.getTargetOwner().getName();
                boolean now = types.contains(owner)
                        && call.getName().equals("now")
                        && call.getTarget().getRawParameterTypes().stream()
                                .noneMatch(type -> type.isEquivalentTo(Clock.class));
                return now || owner.equals("java.lang.System") && call.getName().equals("currentTimeMillis");
            }
        };
    }

    private static ArchCondition<JavaClass> importDownwards() {
        return new ArchCondition<>("import lower levels only") {
            @Override
            public void check(JavaClass from, ConditionEvents events) {
                from.getDirectDependenciesFromSelf().stream()
                        .map(dependency -> dependency.getTargetClass())
                        .filter(to -> !feature(to).isEmpty() && !feature(to).equals(feature(from)))
                        .distinct()
                        .filter(to -> !isBelow(feature(to), feature(from)))
                        .forEach(to -> events.add(
                                SimpleConditionEvent.violated(from, from.getName() + " imports " + to.getName())));
            }
        };
    }

    private static boolean isBelow(String lower, String upper) {
        return ROOMS.contains(lower) && ROOMS.indexOf(lower) < ROOMS.indexOf(upper);
    }

    private static ArchCondition<JavaClass> ignoreOwnDoors() {
        return new ArchCondition<>("import neither their own process nor their own web package") {
            @Override
            public void check(JavaClass from, ConditionEvents events) {
                String root = "fr.forment." + feature(from);
                from.getDirectDependenciesFromSelf().stream()
                        .map(dependency -> dependency.getTargetClass())
                        .filter(to -> to.getPackageName().startsWith(root + ".process")
                                || to.getPackageName().startsWith(root + ".web"))
                        .forEach(to -> events.add(
                                SimpleConditionEvent.violated(from, from.getName() + " imports " + to.getName())));
            }
        };
    }

    private static String feature(JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith("fr.forment.")
                ? name.substring("fr.forment.".length()).split("\\.")[0]
                : "";
    }
}
