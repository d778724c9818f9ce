package fr.forment.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import fr.forment.catalogue.ReminderPolicy.Reminder;
import fr.forment.engine.Tables;

/** {@code reminderPolicy.dmn}, one assertion per rule, asked through the class that the features use. */
class ReminderPolicyTest {

    private final Tables tables = Tables.of("catalogue");
    private final ReminderPolicy policy = new ReminderPolicy(tables);

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "needsSurvey    | 1 | -7  | OWNER        | RAPPEL      | 3",
            "needsSurvey    | 2 | -2  | OWNER        | INSISTANCE  | 3",
            "needsSurvey    | 3 | 3   | ERUN         | ESCALADE    | 3",
            "planApproval   | 1 | 7   | OWNER        | RAPPEL      | 2",
            "planApproval   | 2 | 14  | DELEGATE     | ESCALADE    | 2",
            "session        | 1 | -15 | PARTICIPANTS | CONVOCATION | 2",
            "session        | 2 | -2  | PARTICIPANTS | RAPPEL      | 2",
            "marks          | 1 | 1   | OWNER        | RAPPEL      | 3",
            "marks          | 2 | 7   | OWNER        | INSISTANCE  | 3",
            "marks          | 3 | 14  | IEN          | ESCALADE    | 3",
            "arrival        | 1 | 5   | OWNER DIRECTEUR ERUN | RAPPEL     | 4",
            "arrival        | 2 | 15  | OWNER DIRECTEUR ERUN | INSISTANCE | 4",
            "arrival        | 3 | 25  | OWNER DIRECTEUR ERUN | INSISTANCE | 4",
            "arrival        | 4 | 30  | IEN          | ESCALADE    | 4",
            "schoolOpening  | 1 | -10 | DIRECTEUR    | RAPPEL      | 3",
            "schoolOpening  | 2 | -5  | ERUN         | INSISTANCE  | 3",
            "schoolOpening  | 3 | 1   | IEN          | ESCALADE    | 3",
            "hotEvaluation  | 1 | 3   | PARTICIPANTS | RAPPEL      | 1",
            "coldEvaluation | 1 | 60  | PARTICIPANTS | INVITATION  | 2",
            "coldEvaluation | 2 | 65  | PARTICIPANTS | RAPPEL      | 2",
            "arrivalConfirmation  | 1 | 3  | DIRECTEUR | RAPPEL     | 3",
            "arrivalConfirmation  | 2 | 8  | ERUN      | INSISTANCE | 3",
            "arrivalConfirmation  | 3 | 15 | ERUN      | ESCALADE   | 3",
            "departureConfirmation | 1 | 5  | DIRECTEUR  | RAPPEL     | 3",
            "departureConfirmation | 2 | 10 | ERUN       | INSISTANCE | 3",
            "departureConfirmation | 3 | 15 | SECRETAIRE | ESCALADE   | 3",
            "releaseQualification | 1 | 3  | ERUN      | RAPPEL     | 2",
            "releaseQualification | 2 | 8  | IEN       | ESCALADE   | 2",
            "materialReview       | 1 | 5  | ERUN      | RAPPEL     | 2",
            "materialReview       | 2 | 10 | IEN       | ESCALADE   | 2" })
    void saysWhenWhomAndHow(String subject, int occurrence, int offset, String recipient, String tone, int reminders) {
        var expected = new Reminder(occurrence, offset, recipient, tone);
        assertThat(policy.of(subject, occurrence)).contains(expected);
        assertThat(policy.of(subject)).hasSize(reminders).contains(expected);
    }

    @Test
    void hasNoOtherRule() {
        assertThat(tables.rules("reminderPolicy")).isEqualTo(30);
    }

    @ParameterizedTest
    @ValueSource(strings = { "needsSurvey", "planApproval", "session", "marks", "arrival", "schoolOpening", "hotEvaluation", "coldEvaluation",
            "arrivalConfirmation", "departureConfirmation", "releaseQualification", "materialReview" })
    void remindsLaterEachTimeAndThenNoMore(String subject) {
        var reminders = policy.of(subject);
        assertThat(reminders).extracting(Reminder::offsetSchoolDays).isSorted().doesNotHaveDuplicates();
        assertThat(reminders).extracting(Reminder::occurrence).isSorted();
        assertThat(policy.of(subject, reminders.size() + 1)).isEmpty();
    }

    @Test
    void tellsEachOfSeveralReaders() {
        var reminder = policy.of("arrival", 1).orElseThrow();
        assertThat(reminder.goesTo("OWNER")).isTrue();
        assertThat(reminder.goesTo("DIRECTEUR")).isTrue();
        assertThat(reminder.goesTo("ERUN")).isTrue();
        assertThat(reminder.goesTo("IEN")).isFalse();
        assertThat(policy.of("arrival", 4).orElseThrow().goesTo("OWNER")).isFalse();
    }

    @Test
    void leavesTheSilentFiveSchoolDaysBetweenTwoRemindersOfASurvey() {
        var offsets = policy.of("needsSurvey").stream().map(Reminder::offsetSchoolDays).toList();
        assertThat(offsets.get(1) - offsets.get(0)).isGreaterThanOrEqualTo(5);
        assertThat(offsets.get(2) - offsets.get(1)).isGreaterThanOrEqualTo(5);
    }

    @Test
    void knowsNothingOfAnotherSubject() {
        assertThat(policy.of("holidays")).isEmpty();
        assertThat(policy.of("holidays", 1)).isEmpty();
    }
}
