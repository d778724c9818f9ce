package fr.forment.session.guard;

import fr.forment.catalogue.Catalogue;
import fr.forment.catalogue.TrainingModule;
import fr.forment.french.French;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.session.Enrolment;
import fr.forment.session.EnrolmentRepository;
import fr.forment.session.EnrolmentService;
import fr.forment.session.Obstacle;
import fr.forment.session.SessionChoices;
import fr.forment.session.SessionDates;
import fr.forment.session.SessionRepository;
import fr.forment.session.SessionState;
import fr.forment.session.SessionWords;
import fr.forment.session.TrainingSession;
import fr.forment.session.letters.LevelMails;
import fr.forment.session.letters.TeamMails;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Nobody is summoned in silence to a level whose level before was missed. Who was absent there, stayed for a part of it
 * or left it is taken out of what follows and told why, with the next session possible; of whom nothing is known there,
 * the team is told, and decides. A motive given at the enrolment passes over it. In the caller's transaction.
 */
@Component
@RequiredArgsConstructor
public class MissedLevels {

    private final JdbcClient jdbc;
    private final SessionRepository sessions;
    private final EnrolmentRepository enrolments;
    private final EnrolmentService service;
    private final PrecedingLevels levels;
    private final SessionChoices choices;
    private final SessionDates dates;
    private final SessionWords words;
    private final Catalogue catalogue;
    private final Agents agents;
    private final LevelMails mails;
    private final TeamMails teamMails;

    /** The marks of a session are closed, or corrected: those who did not follow it whole leave the level after it. */
    public void after(TrainingSession held) {
        List<Long> missing = enrolments.findBySessionIdOrderById(held.id()).stream()
                .filter(row -> row.state().isMark() && !row.state().isComplete())
                .map(Enrolment::agentId)
                .toList();
        List<String> next = missing.isEmpty()
                ? List.of()
                : catalogue.all().stream()
                        .filter(module -> module.level() > 1)
                        .map(TrainingModule::code)
                        .filter(code -> levels.before(code)
                                .filter(held.moduleCode()::equals)
                                .isPresent())
                        .toList();
        if (!next.isEmpty()) {
            // in the order of the numbers, as all who lock several do
            jdbc.sql("""
                    SELECT DISTINCT s.id FROM training_session s JOIN enrolment e ON e.session_id = s.id
                    WHERE s.module_code IN (:modules) AND e.active_agent_id IN (:people) AND e.state IN ('INSCRIT', 'CONVOQUE', 'ACCUSE')
                    AND s.state IN ('PLANIFIEE', 'DATE_A_FIXER', 'OUVERTE', 'CONFIRMEE', 'CONVOQUEE') ORDER BY s.id""")
                    .param("modules", next)
                    .param("people", missing)
                    .query(Long.class)
                    .list()
                    .forEach(id -> after(sessions.lock(id).orElseThrow(), missing));
        }
    }

    /** Before the question of the minimum is asked, the process asks it. */
    private void after(TrainingSession next, List<Long> missing) {
        boolean isAsked = next.state().compareTo(SessionState.CONFIRMEE) < 0 || !next.isMinimumReached();
        takeOutOrTell(next, missing);
        if (!isAsked) {
            sessions.findById(next.id()).filter(now -> !now.isMinimumReached()).ifPresent(teamMails::belowMinimum);
        }
    }

    /** The people of this session are about to be summoned, or reminded. */
    public void before(long sessionId) {
        TrainingSession session = sessions.lock(sessionId).orElseThrow();
        if (levels.before(session.moduleCode()).isEmpty()) {
            return;
        }
        takeOutOrTell(
                session,
                enrolments.expected(sessionId).stream().map(Enrolment::agentId).toList());
    }

    private void takeOutOrTell(TrainingSession session, List<Long> people) {
        List<Long> unknown = takeOut(session, people);
        if (!unknown.isEmpty()) {
            mails.unknown(session, before(session), names(unknown));
        }
    }

    /** Those who lack the level and have left no trace of it. */
    private List<Long> takeOut(TrainingSession session, Collection<Long> people) {
        List<Enrolment> rows = enrolments.expected(session.id()).stream()
                .filter(row -> people.contains(row.agentId()) && !row.waived().contains(Obstacle.NIVEAU))
                .toList();
        if (rows.isEmpty() || !session.mayBeLeft(dates.now(session))) {
            return List.of();
        }
        Set<Long> lacking =
                levels.lacking(session, rows.stream().map(Enrolment::agentId).toList());
        Map<Long, LocalDateTime> missed = lacking.isEmpty() ? Map.of() : missed(session, lacking);
        List<Enrolment> out =
                rows.stream().filter(row -> missed.containsKey(row.agentId())).toList();
        out.forEach(row -> service.takeOut(
                row.id(),
                why(session, row.agentId(), missed.get(row.agentId())),
                "Niveau précédent non suivi en entier : « " + before(session) + " », session du "
                        + French.day(missed.get(row.agentId()))));
        if (!out.isEmpty()) {
            mails.takenOut(session, before(session), out);
        }
        return rows.stream()
                .map(Enrolment::agentId)
                .filter(id -> lacking.contains(id) && !missed.containsKey(id))
                .toList();
    }

    /**
     * The last session of the level before that was held, and that they had a place in and did not follow whole: when
     * it began. A session to come or given up, and a place never had, say nothing of the person.
     */
    private Map<Long, LocalDateTime> missed(TrainingSession session, Collection<Long> people) {
        Map<Long, LocalDateTime> found = new HashMap<>();
        jdbc.sql("""
                SELECT e.agent_id, MAX(s.starts_at) AS began FROM enrolment e JOIN training_session s ON s.id = e.session_id
                WHERE s.module_code = :module AND e.agent_id IN (:people) AND s.starts_at < :start
                AND e.state IN ('ABSENT', 'ABSENT_EXCUSE', 'PARTIEL', 'ANNULE_AGENT') AND s.state IN ('CLOTUREE', 'ARCHIVEE')
                GROUP BY e.agent_id""")
                .param("module", levels.before(session.moduleCode()).orElseThrow())
                .param("people", people)
                .param("start", session.startsAt())
                .query(row -> {
                    found.put(row.getLong("agent_id"), row.getTimestamp("began").toLocalDateTime());
                });
        return found;
    }

    private String why(TrainingSession session, long agentId, LocalDateTime began) {
        String module = levels.before(session.moduleCode()).orElseThrow();
        return "« " + words.title(module) + " » se suit avant, et vous ne l'avez pas suivi en entier (session du "
                + French.day(began) + "). "
                + choices.of(agentId, module, LocalDate.MAX, 1).stream()
                        .findFirst()
                        .map(next -> "Prochaine session possible : " + words.day(next) + ", " + words.hours(next) + ", "
                                + words.place(next)
                                + ". Demandez-y une place sur la page « Mes demandes de formation ».")
                        .orElse("Aucune autre session n'a de place pour vous à ce jour : demandez-en une sur la page"
                                + " « Mes demandes de formation », elle vous sera proposée à votre tour.");
    }

    private String before(TrainingSession session) {
        return words.title(levels.before(session.moduleCode()).orElseThrow());
    }

    private List<String> names(Collection<Long> people) {
        return new ArrayList<>(
                agents.all(people).stream().map(Agent::fullName).sorted().toList());
    }
}
