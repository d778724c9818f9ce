package fr.forment.hours;

import fr.forment.journal.Journal;
import fr.forment.journal.JournalEntry;
import fr.forment.people.AgentEvent;
import fr.forment.people.Agents;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The turn of the school year, on 1 August: everybody's service of the year that ends is kept for its accounts, and
 * constellations end, which are of one year. The next lists say who is in one then. One transaction, in a few
 * statements whatever the number of people; a second node that does it at the same time fails on the year's row and
 * changes nothing.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class SchoolYearService {

    private static final String WHY = "Nouvelle année scolaire : une constellation dure un an";

    private final JdbcClient jdbc;
    private final SchoolYears years;
    private final Journal journal;
    private final Clock clock;

    /** Asked by {@link SchoolYearTurn}. */
    public void turn() {
        String today = years.today();
        Optional<String> ending = years.opened();
        if (ending.filter(year -> year.compareTo(today) >= 0).isPresent()) {
            return;
        }
        OffsetDateTime now = OffsetDateTime.now(clock);
        jdbc.sql("INSERT INTO school_year_opening (school_year, at) VALUES (?, ?)")
                .params(today, now)
                .update();
        ending.ifPresent(year -> {
            jdbc.sql("""
                    INSERT INTO past_service (agent_id, school_year, function, quotity, constellation, circonscription_uai)
                    SELECT id, CAST(? AS VARCHAR(9)), function, quotity, constellation, circonscription_uai FROM agent
                    WHERE left_on IS NULL OR left_on >= ?""").params(year, firstDay(year)).update();
            journal.addEach(
                    "SELECT id FROM agent WHERE constellation = TRUE",
                    JournalEntry.of("", AgentEvent.SERVICE, WHY, "constellation " + year, null)
                            .by(Journal.NOBODY));
            jdbc.sql("UPDATE agent SET constellation = FALSE, version = version + 1 WHERE constellation = TRUE")
                    .update();
            Agents.changed();
        });
    }

    /** Who had left before it had no account that year. */
    private static LocalDate firstDay(String schoolYear) {
        return LocalDate.of(Integer.parseInt(schoolYear.substring(0, 4)), 8, 1);
    }
}
