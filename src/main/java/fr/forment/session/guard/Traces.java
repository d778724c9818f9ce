package fr.forment.session.guard;

import fr.forment.hours.HoursLedger;
import fr.forment.people.TrainingRecords;
import fr.forment.people.Validity;
import fr.forment.resource.TrainerResources;
import fr.forment.session.EnrolmentState;
import fr.forment.session.TrainingSession;
import fr.forment.territory.SchoolCalendar;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What there is at all of somebody that may stand in the way of a session: one statement for all rules and all people.
 * Of most people there is nothing, and nothing more is asked; where something is there, its rule reads what it is.
 */
@Component
@RequiredArgsConstructor
public class Traces {

    /**
     * @param busy has given time to another session on one of its days
     * @param here how the person stands in this very session; null: not at all, or no more
     * @param elsewhere has a place in another session of the module
     * @param trained followed the module, and it counts in the school year of the session
     * @param away said an absence that ends on its day or later
     * @param minutes of the school year's hours, taken
     * @param scaled the circonscription has a table of hours
     * @param level of the module
     * @param onlyDate no other session of the module is to come there
     */
    public record Trace(
            long agentId,
            boolean busy,
            EnrolmentState here,
            boolean elsewhere,
            boolean trained,
            boolean away,
            int minutes,
            boolean scaled,
            int level,
            boolean onlyDate) {

        private static Trace read(ResultSet row, int number) throws SQLException {
            String here = row.getString("here");
            return new Trace(
                    row.getLong("id"),
                    row.getBoolean("busy"),
                    here == null ? null : EnrolmentState.valueOf(here),
                    row.getBoolean("elsewhere"),
                    row.getBoolean("trained"),
                    row.getBoolean("away"),
                    row.getInt("minutes"),
                    row.getBoolean("scaled"),
                    row.getInt("level"),
                    row.getBoolean("only_date"));
        }

        public boolean waits() {
            return here == EnrolmentState.LISTE_ATTENTE;
        }

        public boolean isIn() {
            return here != null && !waits();
        }
    }

    private static final String OF_PEOPLE = """
            SELECT a.id,
                   EXISTS (SELECT 1 FROM occupation o WHERE o.agent_id = a.id AND o.starts_at < :dayEnd AND o.ends_at > :dayStart AND o.session_id <> :session) AS busy,
                   (SELECT e.state FROM enrolment e WHERE e.session_id = :session AND e.active_agent_id = a.id) AS here,
                   EXISTS (SELECT 1 FROM enrolment e JOIN training_session s ON s.id = e.session_id WHERE e.active_agent_id = a.id
                       AND s.module_code = :module AND s.id <> :session AND e.state IN ('INSCRIT', 'CONVOQUE', 'ACCUSE') AND s.state <> 'NON_REALISEE') AS elsewhere,
                   %s AS trained,
                   %s AS away,
                   %s AS minutes,
                   %s AS scaled,
                   COALESCE((SELECT m.level FROM training_module m WHERE m.code = :module), 0) AS level,
                   NOT EXISTS (SELECT 1 FROM training_session s WHERE s.circonscription_uai = :circonscription AND s.module_code = :module
                       AND s.id <> :session AND s.state IN ('PLANIFIEE', 'DATE_A_FIXER', 'OUVERTE', 'CONFIRMEE', 'CONVOQUEE')) AS only_date
              FROM agent a WHERE a.id IN (:agents)""".formatted(
                    TrainingRecords.FOLLOWED, TrainerResources.SAID_AN_ABSENCE, HoursLedger.TAKEN, HoursLedger.SCALED);

    private final JdbcClient jdbc;
    private final SchoolCalendar calendar;

    /** By person. */
    public Map<Long, Trace> of(TrainingSession session, Collection<Long> people) {
        String year = calendar.schoolYear(session.day());
        return jdbc
                .sql(OF_PEOPLE)
                .param("agents", people)
                .param("session", session.id())
                .param("module", session.moduleCode())
                .param("circonscription", session.circonscriptionUai())
                .param("day", session.day())
                .param("dayStart", session.day().atStartOfDay())
                .param("dayEnd", session.endsAt().toLocalDate().plusDays(1).atStartOfDay())
                .param("held", Validity.lastDay(year))
                .param("year", year)
                .query(Trace::read)
                .list()
                .stream()
                .collect(Collectors.toMap(Trace::agentId, Function.identity()));
    }
}
