package fr.forment.session.guard;

import fr.forment.account.SignedIn;
import fr.forment.french.French;
import fr.forment.french.Refusal;
import fr.forment.hours.HoursLedger;
import fr.forment.people.Agent;
import fr.forment.people.TrainingRecords;
import fr.forment.session.EnrolmentRules;
import fr.forment.session.Obstacle;
import fr.forment.session.SessionWords;
import fr.forment.session.TrainingSession;
import fr.forment.territory.SchoolCalendar;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Says why somebody may not come: to himself in the second person, to others in the third, each time with what the
 * obstacle is made of (which other session, when he was trained, how many hours are left). Looked up only once there is
 * something to say.
 */
@Component
@RequiredArgsConstructor
public class WhyNot {

    private final JdbcClient jdbc;
    private final SameDay sameDay;
    private final SessionWords words;
    private final TrainingRecords records;
    private final HoursLedger hours;
    private final SchoolCalendar calendar;
    private final SignedIn me;
    private final PrecedingLevels levels;

    /** @throws Refusal unless nothing stands in the way */
    public void refuse(TrainingSession session, Agent agent, Set<Obstacle> obstacles) {
        if (obstacles.isEmpty()) {
            return;
        }
        boolean himself = Objects.equals(me.agentId(), agent.id());
        boolean waivable = obstacles.stream().allMatch(Obstacle::isWaivable);
        String how = !waivable
                ? ""
                : himself
                        ? " Si vous devez venir tout de même, demandez à l'équipe de circonscription de vous inscrire : elle peut le faire en indiquant un motif."
                        : " Pour l'inscrire tout de même, indiquez un motif.";
        throw new Refusal(sentence(session, agent, obstacles, himself) + how);
    }

    /** For a letter to the person: "vous avez déjà suivi ce module (le 3 mars 2026)". */
    public String toHimself(TrainingSession session, Agent agent, Set<Obstacle> obstacles) {
        return obstacles.stream()
                .map(obstacle -> "vous " + obstacle.toHimself() + detail(session, agent, obstacle))
                .collect(Collectors.joining(" ; "));
    }

    private String sentence(TrainingSession session, Agent agent, Set<Obstacle> obstacles, boolean himself) {
        return himself
                ? French.capital(toHimself(session, agent, obstacles)) + "."
                : "Cette personne "
                        + obstacles.stream()
                                .map(obstacle -> obstacle.label() + detail(session, agent, obstacle))
                                .collect(Collectors.joining(" ; elle "))
                        + ".";
    }

    private String detail(TrainingSession session, Agent agent, Obstacle obstacle) {
        return switch (obstacle) {
            case CHEVAUCHEMENT, TRAJET -> clashes(session, agent, obstacle);
            case AUTRE_SESSION -> otherDate(session, agent);
            case DEJA_FORME ->
                records.trainingsOf(agent.id()).stream()
                        .filter(training -> training.moduleCode().equals(session.moduleCode()))
                        .findFirst()
                        .map(training -> " (le " + French.date(training.trainedOn()) + ")")
                        .orElse("");
            case NIVEAU ->
                levels.before(session.moduleCode())
                        .map(code -> " (« " + words.title(code) + " »)")
                        .orElse("");
            case HEURES -> left(session, agent);
            default -> "";
        };
    }

    private String clashes(TrainingSession session, Agent agent, Obstacle obstacle) {
        String all = sameDay
                .clashes(List.of(agent.id()), EnrolmentRules.wanted(session))
                .getOrDefault(agent.id(), List.of())
                .stream()
                .filter(clash -> clash.isAtTheSameMoment() == (obstacle == Obstacle.CHEVAUCHEMENT))
                .flatMap(clash -> Stream.of("« " + words.title(clash.moduleCode()) + " », "
                        + French.hours(clash.start(), clash.end()) + ", " + words.place(clash.place())
                        + (clash.isAtTheSameMoment()
                                ? ""
                                : " : environ " + French.duration(clash.road()) + " de route, "
                                        + French.duration(clash.gap()) + " entre les deux")))
                .collect(Collectors.joining(" ; "));
        return all.isEmpty() ? "" : " (" + all + ")";
    }

    private String otherDate(TrainingSession session, Agent agent) {
        return jdbc
                .sql("""
                SELECT s.starts_at FROM enrolment e JOIN training_session s ON s.id = e.session_id
                WHERE s.id <> ? AND s.module_code = ? AND e.active_agent_id = ? AND e.state IN ('INSCRIT', 'CONVOQUE', 'ACCUSE')
                AND s.state <> 'NON_REALISEE' ORDER BY s.starts_at""")
                .params(session.id(), session.moduleCode(), agent.id())
                .query(java.time.LocalDateTime.class)
                .list()
                .stream()
                .findFirst()
                .map(start -> " (le " + French.day(start) + ")")
                .orElse("");
    }

    private String left(TrainingSession session, Agent agent) {
        int left = Math.max(
                0, hours.account(agent, calendar.schoolYear(session.day())).left());
        return " (" + (left == 0 ? "il n'en reste aucune" : "il en reste " + French.duration(left))
                + ", la session en demande " + French.duration(session.minutes()) + ")";
    }
}
