package fr.forment.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.forment.engine.Tables;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code reminderPolicy.dmn}, one assertion per rule, asked through the class that the features use. */
class ReminderPolicyTest {

    private final Tables tables = Tables.of("catalogue");
    private final ReminderPolicy policy = new ReminderPolicy(tables);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NEEDS_SURVEY           | 1 | -7  | OWNER",
                "NEEDS_SURVEY           | 2 | -2  | OWNER",
                "NEEDS_SURVEY           | 3 | 3   | ERUN",
                "PLAN_APPROVAL          | 1 | 7   | OWNER",
                "PLAN_APPROVAL          | 2 | 14  | DELEGATE",
                "SESSION                | 1 | -15 | PARTICIPANTS",
                "SESSION                | 2 | -2  | PARTICIPANTS",
                "SESSION                | 3 | 0   | FORMATEUR",
                "MARKS                  | 1 | 1   | OWNER",
                "MARKS                  | 2 | 7   | OWNER",
                "MARKS                  | 3 | 14  | IEN",
                "ARRIVAL                | 1 | 5   | OWNER DIRECTEUR ERUN",
                "ARRIVAL                | 2 | 15  | OWNER DIRECTEUR ERUN",
                "ARRIVAL                | 3 | 25  | OWNER DIRECTEUR ERUN",
                "ARRIVAL                | 4 | 30  | IEN",
                "SCHOOL_OPENING         | 1 | -10 | DIRECTEUR",
                "SCHOOL_OPENING         | 2 | -5  | ERUN",
                "SCHOOL_OPENING         | 3 | 1   | IEN",
                "HOT_EVALUATION         | 1 | 3   | PARTICIPANTS",
                "COLD_EVALUATION        | 1 | 60  | PARTICIPANTS",
                "COLD_EVALUATION        | 2 | 65  | PARTICIPANTS",
                "ARRIVAL_CONFIRMATION   | 1 | 3   | DIRECTEUR",
                "ARRIVAL_CONFIRMATION   | 2 | 8   | ERUN",
                "ARRIVAL_CONFIRMATION   | 3 | 15  | ERUN",
                "DEPARTURE_CONFIRMATION | 1 | 5   | DIRECTEUR",
                "DEPARTURE_CONFIRMATION | 2 | 10  | ERUN",
                "DEPARTURE_CONFIRMATION | 3 | 15  | SECRETAIRE",
                "RELEASE_QUALIFICATION  | 1 | 3   | ERUN",
                "RELEASE_QUALIFICATION  | 2 | 8   | IEN",
                "NEED_REVIEW            | 1 | 2   | OWNER",
                "NEED_REVIEW            | 2 | 5   | IEN",
                "TECHNICAL_READINESS    | 1 | -20 | OWNER",
                "TECHNICAL_READINESS    | 2 | -10 | IEN",
                "CATCH_UP               | 1 | -5  | ERUN",
                "CATCH_UP               | 2 | 1   | IEN",
                "CATCH_UP               | 3 | 6   | IEN",
                "MATERIAL_REVIEW        | 1 | 5   | ERUN",
                "MATERIAL_REVIEW        | 2 | 10  | IEN",
                "SELF_STUDY             | 1 | -5  | OWNER",
                "SELF_STUDY             | 2 | 1   | DIRECTEUR",
                "EQUIPMENT              | 1 | -15 | OWNER",
                "EQUIPMENT              | 2 | -4  | IEN",
                "EQUIPMENT              | 3 | 2   | OWNER",
                "PLACE_OFFER            | 1 | 2   | OWNER",
                "PLACE_REQUEST          | 1 | 5   | OWNER",
                "SESSION_DATE           | 1 | 3   | OWNER",
                "SESSION_DATE           | 2 | 8   | IEN",
                "LATE_TASK              | 1 | 5   | OWNER",
                "LATE_TASK              | 2 | 10  | HIERARCHIE"
            })
    void saysWhenAndWhom(Reminder reminder, int rank, int offset, String readers) {
        assertThat(policy.of(reminder, rank)).isEqualTo(new ReminderPolicy.Row(offset, List.of(readers.split(" "))));
    }

    @Test
    void hasARowForEveryRankTheHouseAsksForAndNoOther() {
        assertThat(Stream.of(Reminder.values()).mapToInt(Reminder::ranks).sum())
                .isEqualTo(tables.rules("reminderPolicy"))
                .isEqualTo(49);
    }

    @ParameterizedTest
    @EnumSource
    void remindsLaterEachTimeAndThenNoMore(Reminder reminder) {
        assertThat(IntStream.rangeClosed(1, reminder.ranks())
                        .mapToObj(rank -> policy.of(reminder, rank).offsetSchoolDays()))
                .isSorted()
                .doesNotHaveDuplicates();
        assertThatThrownBy(() -> policy.of(reminder, reminder.ranks() + 1)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void refusesARowThatNamesSomebodyNobodyWritesTo() {
        assertThat(Reminder.HOT_EVALUATION.serves(1, List.of("PARTICIPANTS"))).isTrue();
        assertThat(Reminder.HOT_EVALUATION.serves(1, List.of("IEN"))).isFalse();
        assertThat(Reminder.ARRIVAL.serves(1, List.of("OWNER", "ERUN"))).isTrue();
        assertThat(Reminder.ARRIVAL.serves(1, List.of("OWNER", "IEN"))).isFalse();
    }

    @Test
    void leavesTheSilentFiveSchoolDaysBetweenTwoRemindersOfASurvey() {
        int first = policy.of(Reminder.NEEDS_SURVEY, 1).offsetSchoolDays();
        int second = policy.of(Reminder.NEEDS_SURVEY, 2).offsetSchoolDays();
        assertThat(second - first).isGreaterThanOrEqualTo(5);
        assertThat(policy.of(Reminder.NEEDS_SURVEY, 3).offsetSchoolDays() - second)
                .isGreaterThanOrEqualTo(5);
    }
}
