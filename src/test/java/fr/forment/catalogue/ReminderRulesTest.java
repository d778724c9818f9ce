package fr.forment.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What the table of reminders promises is asked for by a timer of some model, row by row, and whom it names is written
 * to.
 */
class ReminderRulesTest {

    private static final Pattern TIMER = Pattern.compile(
            "<bpmn:timeDate[^>]*>#\\{(\\w+)Steps\\.(\\w+)\\(execution\\.processBusinessKey(?:, '(\\d+)')?\\)}");

    private static JavaClasses house;
    private static List<Timer> timers;

    /** @param rank null when the step knows it by itself */
    private record Timer(String bean, String step, Integer rank) {

        JavaMethod method() {
            String name = Character.toUpperCase(bean.charAt(0)) + bean.substring(1) + "Steps";
            return house.stream()
                    .filter(each -> each.getSimpleName().equals(name))
                    .findFirst()
                    .orElseThrow()
                    .getMethods()
                    .stream()
                    .filter(each -> each.getName().equals(step))
                    .findFirst()
                    .orElseThrow();
        }

        /**
         * The subjects it reads: in the step itself, or in what the step asks. What that asks in turn is another rule's
         * date.
         */
        Set<String> subjects() {
            return Stream.concat(
                            Stream.of(method()),
                            method().getMethodCallsFromSelf().stream()
                                    .map(call -> call.getTarget().resolveMember())
                                    .flatMap(found -> found.stream()))
                    .map(JavaCodeUnit.class::cast)
                    .flatMap(ReminderRulesTest::read)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @BeforeAll
    static void theHouse() {
        house = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("fr.forment");
        timers = new ArrayList<>();
        models().forEach(text -> TIMER.matcher(text)
                .results()
                .forEach(each -> timers.add(new Timer(
                        each.group(1), each.group(2), each.group(3) == null ? null : Integer.valueOf(each.group(3))))));
        assertThat(timers).hasSizeGreaterThan(40);
    }

    private static Stream<String> models() {
        try (var files = Files.walk(Path.of("bpmn"))) {
            return files.filter(file -> file.toString().endsWith(".bpmn")).toList().stream()
                    .map(ReminderRulesTest::text);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<String> read(JavaCodeUnit code) {
        return code.getFieldAccesses().stream()
                .filter(access -> access.getTargetOwner().isEquivalentTo(Reminder.class))
                .map(access -> access.getTarget().getName());
    }

    /**
     * Its date is told to somebody, so it is read once, where the promise is made, and the timer keeps what was told.
     */
    @Test
    void whatWasPromisedIsReadWhereItIsPromised() {
        assertThat(house.stream()
                        .filter(each -> each.getSimpleName().equals("OfferDates"))
                        .flatMap(each -> each.getCodeUnits().stream())
                        .flatMap(ReminderRulesTest::read))
                .contains(Reminder.PLACE_OFFER.name());
        assertThat(timers)
                .anyMatch(timer ->
                        timer.bean().equals("placeOffer") && timer.step().equals("answerBy"));
    }

    /** Its rows are for every task whose feature has no letters of its own. */
    @Test
    void theRowsOfLateTasksAreAskedByTimersOfManyModels() {
        assertThat(timers.stream()
                        .filter(timer -> timer.subjects().contains(Reminder.LATE_TASK.name()))
                        .map(Timer::bean)
                        .distinct())
                .hasSizeGreaterThan(3);
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"PLACE_OFFER", "LATE_TASK"})
    void everyRowIsATimerOfSomeModel(Reminder reminder) {
        List<Timer> readers = timers.stream()
                .distinct()
                .filter(timer -> timer.subjects().contains(reminder.name()))
                // a school that is asked later goes by the same rows as the round, counted from a day of its own
                .filter(timer -> !timer.bean().equals("lateSurvey"))
                .toList();
        assertThat(readers)
                .as("timers that ask for the " + reminder.ranks() + " rows of " + reminder.subject())
                .hasSize(reminder.ranks());
        if (readers.stream().allMatch(timer -> timer.rank() != null)) {
            assertThat(readers)
                    .extracting(Timer::rank)
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.rangeClosed(1, reminder.ranks()).boxed().toList());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whomARowMayNameIsAskedWhereTheLetterIsWritten(Reminder reminder) {
        boolean choice = IntStream.rangeClosed(1, reminder.ranks()).anyMatch(rank -> reminder.mayNameSeveral(rank));
        if (choice) {
            assertThat(house.stream()
                            .filter(each -> !each.isEquivalentTo(Reminder.class))
                            .filter(each -> each.getMethodCallsFromSelf().stream()
                                    .anyMatch(call -> call.getTargetOwner().isEquivalentTo(Reminders.class)
                                            && call.getName().equals("goesTo")))
                            .flatMap(each -> each.getCodeUnits().stream())
                            .flatMap(ReminderRulesTest::read))
                    .as("readers of " + reminder.subject())
                    .contains(reminder.name());
        }
    }

    @Test
    void noColumnIsWrittenForNobody() {
        var columns = Pattern.compile("<output id=\"\\w+\"[^>]* name=\"(\\w+)\"")
                .matcher(text(Path.of("bpmn/catalogue/reminderPolicy.dmn")))
                .results()
                .map(each -> each.group(1));
        assertThat(columns).containsExactly("offsetSchoolDays", "recipient");
        assertThat(house.stream()
                        .filter(each -> !each.getPackageName().startsWith("fr.forment.catalogue"))
                        .flatMap(each -> each.getMethodCallsFromSelf().stream())
                        .filter(call -> call.getTargetOwner().isEquivalentTo(Reminders.class))
                        .map(call -> call.getName()))
                .contains("goesTo", "on", "offset");
    }
}
