package fr.forment.people;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.people.TrainingRecords.Training;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** How long a training counts, to the day, said alike in Java and in SQL; how it is renewed. */
@HouseTest
class ValidityTest {

    @Autowired
    TestGround ground;

    @Autowired
    TrainingRecords records;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private Agent teacher;

    @BeforeEach
    void ground() {
        Circo circo = ground.circonscription(1);
        teacher = circo.teachers().get(0);
    }

    @AfterEach
    void forEver() {
        lapses(null);
    }

    private void lapses(Integer months) {
        jdbc.sql("UPDATE training_module SET validity_months = :months WHERE code = 'COMM'")
                .param("months", months, java.sql.Types.INTEGER)
                .update();
    }

    private void followed(LocalDate on, String source) {
        transaction.executeWithoutResult(done -> records.record(teacher.id(), "COMM", on, source));
    }

    @ParameterizedTest
    @CsvSource({
        "2025-10-15, 12, 2026-10-14, true",
        "2025-10-15, 12, 2026-10-15, false",
        "2026-01-31, 1, 2026-02-27, true",
        "2026-01-31, 1, 2026-02-28, false",
        "2024-02-29, 12, 2025-02-27, true",
        "2024-02-29, 12, 2025-02-28, false",
        "2025-08-31, 24, 2027-08-30, true",
        "2025-08-31, 24, 2027-08-31, false",
        "2010-01-01, , 2099-12-31, true"
    })
    void countsUntilTheDayBeforeItsMonthsAreOver(LocalDate on, Integer months, LocalDate asked, boolean counts) {
        assertThat(Validity.holds(on, months, asked)).isEqualTo(counts);
        lapses(months);
        followed(on, "import");
        assertThat(records.of(List.of(teacher.id()), asked).containsKey(teacher.id()))
                .as("the database says the same")
                .isEqualTo(counts);
    }

    @Test
    void aLaterTrainingRenewsItAndIsWithdrawnWithoutLosingTheFirst() {
        lapses(12);
        followed(LocalDate.of(2025, 9, 10), "session:1");
        followed(LocalDate.of(2026, 8, 30), "session:2");
        followed(LocalDate.of(2026, 8, 30), "session:2");
        assertThat(records.trainingsOf(teacher.id()))
                .containsExactly(
                        new Training("COMM", LocalDate.of(2026, 8, 30), "session:2", LocalDate.of(2027, 8, 30)));
        transaction.executeWithoutResult(done -> records.withdraw(teacher.id(), "COMM", "session:2"));
        assertThat(records.trainingsOf(teacher.id()))
                .containsExactly(
                        new Training("COMM", LocalDate.of(2025, 9, 10), "session:1", LocalDate.of(2026, 9, 10)));
        transaction.executeWithoutResult(done -> records.withdraw(teacher.id(), "COMM", "session:1"));
        assertThat(records.trainingsOf(teacher.id())).isEmpty();
    }

    @Test
    void oneThatIsFollowedOnceAndForAllStaysWhatItWas() {
        followed(LocalDate.of(2020, 9, 10), "session:1");
        followed(LocalDate.of(2026, 8, 30), "session:2");
        assertThat(records.trainingsOf(teacher.id()))
                .containsExactly(new Training("COMM", LocalDate.of(2020, 9, 10), "session:1", null));
        assertThat(records.modulesOf(teacher.id())).isEqualTo(Set.of("COMM"));
    }

    @Test
    void whatLapsesWithinTheYearIsDueInIt() {
        assertThat(Validity.lastDay("2026-2027")).isEqualTo(LocalDate.of(2027, 8, 31));
    }
}
