package fr.forment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.forment.database.RecordClient;
import java.time.LocalDate;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the house's client reads, and that all the rest is Spring's. */
class RecordClientTest {

    enum Rhythm {
        QUATRE_JOURS,
        QUATRE_JOURS_ET_DEMI
    }

    record Place(
            String schoolUai, Rhythm weekRhythm, LocalDate openedOn, int classes, Integer pupils, boolean isPublic) {}

    record Labelled(String schoolUai) {}

    private JdbcClient jdbc;

    @BeforeEach
    void table() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:records" + System.nanoTime() + ";DB_CLOSE_DELAY=-1");
        jdbc = new RecordClient().over(JdbcClient.create(database));
        jdbc.sql(
                        "CREATE TABLE place (school_uai VARCHAR(8) PRIMARY KEY, week_rhythm VARCHAR(30), opened_on DATE, classes INT, pupils INT, is_public BOOLEAN)")
                .update();
        jdbc.sql("INSERT INTO place VALUES (:uai, :rhythm, DATE '2025-09-01', 7, NULL, TRUE)")
                .param("uai", "0310001A")
                .param("rhythm", Rhythm.QUATRE_JOURS.name())
                .update();
    }

    @Test
    void readsEachComponentFromItsColumn() {
        assertThat(jdbc.sql("SELECT * FROM place WHERE school_uai = ?")
                        .param("0310001A")
                        .query(Place.class)
                        .single())
                .isEqualTo(new Place("0310001A", Rhythm.QUATRE_JOURS, LocalDate.of(2025, 9, 1), 7, null, true));
    }

    @Test
    void takesALabelSpelledLikeTheComponentToo() {
        assertThat(jdbc.sql("SELECT school_uai AS schoolUai FROM place")
                        .query(Labelled.class)
                        .optional())
                .contains(new Labelled("0310001A"));
    }

    @Test
    void leavesSimpleValuesToSpring() {
        assertThat(jdbc.sql("SELECT classes FROM place").query(Integer.class).list())
                .containsExactly(7);
    }

    @Test
    void tellsTheDatabasesRefusalAsItIs() {
        assertThatThrownBy(() -> jdbc.sql("INSERT INTO place (school_uai) VALUES ('0310001A')")
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }
}
