package fr.forment.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import fr.forment.french.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

class JournalTest {

    private static final Instant NOW = Instant.parse("2026-09-01T06:00:00Z");

    private enum Thing implements JournalCode {
        FOUND;

        @Override
        public String kind() {
            return "THING";
        }
    }

    private enum State {
        NEW,
        OLD
    }

    private String acting = "a12/3";
    private JdbcClient jdbc;
    private Journal journal;

    @BeforeEach
    void open() {
        var database = new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        new ResourceDatabasePopulator(new ClassPathResource("db/migration/V015__journal.sql")).execute(database);
        jdbc = JdbcClient.create(database);
        journal = new Journal(jdbc, new JdbcTemplate(database), () -> acting, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void keepsWhoActedUnlessToldAndTheHouseWhereNobodyDid() {
        journal.add(7L, Thing.FOUND, "  parce que  ", null, "ici");
        journal.add(JournalEntry.of("THING", 7L).by("a99"));
        acting = null;
        journal.state("THING", 7L, State.NEW, State.OLD, " ");

        assertThat(journal.of("THING", 7L))
                .extracting(JournalEntry::byWhom, JournalEntry::what, JournalEntry::after, JournalEntry::why)
                .containsExactly(
                        tuple("a12/3", "FOUND", "ici", "parce que"),
                        tuple("a99", null, null, null),
                        tuple(Journal.NOBODY, null, "OLD", null));
        assertThat(journal.latest("THING", 7L)).extracting(JournalEntry::before).containsExactly("NEW", null, null);
        assertThat(journal.of("THING", 7L)).extracting(JournalEntry::at).containsOnly(NOW);
    }

    @Test
    void aReasonThatIsTooLongIsRefusedInWords() {
        JournalEntry entry = JournalEntry.of("SESSION", 1).because("z".repeat(4001));
        assertThatThrownBy(() -> journal.add(entry))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("4 000 caractères");
        assertThatThrownBy(() -> journal.addEach("SELECT 1 AS id", entry)).isInstanceOf(Refusal.class);
    }

    @Test
    void tellsSubjectsApartByKindAndKey() {
        journal.addAll(List.of(
                JournalEntry.of("THING", 1L).part(4),
                JournalEntry.of("THING", 11L),
                JournalEntry.of("OTHER", 1L),
                JournalEntry.of("THING", 2L)));

        assertThat(journal.of("THING", 1L))
                .singleElement()
                .extracting(JournalEntry::part)
                .isEqualTo("4");
        assertThat(journal.ofAll("THING", List.of(2L, 1L)))
                .extracting(JournalEntry::subject)
                .containsExactly("1", "2");
        assertThat(journal.ofAll("THING", List.of())).isEmpty();
        journal.forget("THING", List.of(1L, 2L));
        assertThat(journal.of("OTHER", 1L)).hasSize(1);
        assertThat(journal.ofAll("THING", List.of(1L, 2L, 11L))).hasSize(1);
    }

    @Test
    void writesTheSameLineForEverybodyAQueryNames() {
        journal.addEach(
                "SELECT 5 AS id UNION SELECT 6",
                JournalEntry.of("", Thing.FOUND, "pourquoi", "avant", null).by(Journal.NOBODY));

        assertThat(journal.ofAll("THING", List.of(5, 6))).hasSize(2).allSatisfy(line -> assertThat(
                        line.byWhom() + line.what() + line.before() + line.why())
                .isEqualTo("systèmeFOUNDavantpourquoi"));
    }

    @Test
    void countsWhatWhoActsNowDidSince() {
        journal.state("THING", 1L, null, State.NEW, "ainsi");
        journal.state("THING", 2L, null, State.NEW, "autrement");
        acting = "a13";
        journal.state("THING", 3L, null, State.NEW, "ainsi");

        assertThat(journal.count("THING", "ainsi", NOW)).isEqualTo(1);
        assertThat(journal.count("THING", "ainsi", NOW.plusSeconds(1))).isZero();
    }
}
