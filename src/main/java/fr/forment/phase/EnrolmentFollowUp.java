package fr.forment.phase;

import fr.forment.catalogue.Profile;
import fr.forment.french.French;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.plan.Plan;
import fr.forment.plan.PlanFollowUp;
import fr.forment.plan.PlanState;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.Plans;
import fr.forment.plan.words.LineFollowUp;
import fr.forment.plan.words.LineFollowUp.Gap;
import fr.forment.plan.words.PlanDifference;
import fr.forment.project.Projects;
import fr.forment.project.VagueSchool;
import fr.forment.session.Enrolment;
import fr.forment.session.EnrolmentState;
import fr.forment.session.Obstacle;
import fr.forment.session.SessionRepository;
import fr.forment.session.SessionState;
import fr.forment.session.TrainingSession;
import fr.forment.session.halfday.HalfDay;
import fr.forment.session.halfday.SessionHalfDays;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reckons, at the cost of a few queries, who is enrolled of those the plan seats, and why fewer or more: as it is now,
 * not as it was at the opening.
 */
@Component
@RequiredArgsConstructor
class EnrolmentFollowUp implements PlanFollowUp {

    private static final String NO_SCHOOL = "";

    private final SessionRepository sessions;
    private final Plans plans;
    private final Projects projects;
    private final Agents agents;
    private final TimeTaken taken;
    private final SessionHalfDays halfDays;
    private final JdbcClient jdbc;

    @Override
    public List<LineFollowUp> of(Plan plan, List<PlannedSession> lines) {
        return of(lines, sessions.findByProjectIdOrderByStartsAtAscIdAsc(plan.projectId()));
    }

    @Override
    public Map<Integer, Present> present(Plan plan) {
        if (plan.isPendingAmendment()) {
            return plans.find(plan.basePlanId())
                    .map(inForce -> amended(inForce, plan))
                    .orElse(Map.of());
        }
        return plan.state() == PlanState.APPROUVE
                ? present(sessions.findByProjectIdOrderByStartsAtAscIdAsc(plan.projectId()))
                : Map.of();
    }

    @Override
    public PlanDifference difference(Plan one, List<PlannedSession> before, Plan other, List<PlannedSession> after) {
        if (one.isPendingAmendment() || other.isPendingAmendment()) {
            return PlanDifference.between(
                    PlanFollowUp.asTheyStand(present(one), before), PlanFollowUp.asTheyStand(present(other), after));
        }
        return PlanDifference.between(one.id().equals(other.basePlanId()) ? plans.toldBefore(other) : before, after);
    }

    @Override
    public Standing standing(Plan plan, List<PlannedSession> lines) {
        if (plan.state() != PlanState.APPROUVE) {
            return new Standing(List.of(), present(plan));
        }
        List<TrainingSession> ofProject = sessions.findByProjectIdOrderByStartsAtAscIdAsc(plan.projectId());
        return new Standing(of(lines, ofProject), present(ofProject));
    }

    private Map<Integer, Present> present(List<TrainingSession> ofProject) {
        List<TrainingSession> opened =
                ofProject.stream().filter(session -> session.planLine() != null).toList();
        Map<Long, List<HalfDay>> dates = halfDays.of(
                opened.stream().filter(TrainingSession::isOnSeveralDays).toList());
        return opened.stream()
                .collect(Collectors.toMap(
                        TrainingSession::planLine,
                        session -> new Present(
                                session.startsAt(),
                                session.place(),
                                session.trainerId(),
                                TrainingSession.OPENED + session.sequence(),
                                session.state() == SessionState.ANNULEE,
                                session.state() == SessionState.DATE_A_FIXER,
                                !session.state().isToCome() && session.state() != SessionState.ANNULEE,
                                dates.getOrDefault(session.id(), List.of()).stream()
                                        .map(half ->
                                                new HeldHalfDay(half.startsAt(), half.minutes(), half.trainer(session)))
                                        .toList())));
    }

    private Map<Integer, Present> amended(Plan inForce, Plan amendment) {
        Map<Integer, Present> now = present(inForce);
        if (now.isEmpty()) {
            return Map.of();
        }
        Map<Integer, PlannedSession> before = plans.toldBefore(amendment).stream()
                .collect(Collectors.toMap(PlannedSession::line, Function.identity()));
        return plans.sessions(amendment.id()).stream()
                .filter(line -> now.containsKey(line.line()) && before.containsKey(line.line()))
                .collect(Collectors.toMap(
                        PlannedSession::line, line -> now.get(line.line()).amended(before.get(line.line()), line)));
    }

    @Override
    public Taken taken(long projectId, Set<Opened> lines, Ground ground) {
        return taken.of(projectId, lines, ground);
    }

    @Override
    public Map<Long, Integer> booked(long projectId, String schoolYear) {
        Map<Long, Integer> minutes = new HashMap<>();
        jdbc.sql("""
                SELECT h.agent_id, SUM(h.minutes) AS minutes
                  FROM training_session s JOIN enrolment e ON e.session_id = s.id
                  JOIN hours_entry h ON h.agent_id = e.agent_id AND h.source_key = CONCAT(:key, e.id)
                 WHERE s.project_id = :project AND s.plan_line IS NOT NULL AND h.state = 'PLANNED' AND h.school_year = :year
                 GROUP BY h.agent_id""")
                .param("key", Enrolment.HOURS_KEY)
                .param("project", projectId)
                .param("year", schoolYear)
                .query(row -> {
                    minutes.put(row.getLong("agent_id"), row.getInt("minutes"));
                });
        return minutes;
    }

    /** Of these sessions only. */
    List<LineFollowUp> of(long planId, Collection<TrainingSession> held) {
        return of(plans.sessions(planId), held);
    }

    private List<LineFollowUp> of(List<PlannedSession> lines, Collection<TrainingSession> held) {
        Map<Integer, TrainingSession> byLine = held.stream()
                .filter(session -> session.planLine() != null && !session.isForParents())
                .collect(Collectors.toMap(TrainingSession::planLine, Function.identity()));
        List<Long> ids = byLine.values().stream().map(TrainingSession::id).toList();
        Map<Long, Map<String, SchoolCount>> counts = ids.isEmpty() ? Map.of() : counts(ids);
        Map<Long, Set<String>> staying = staying(byLine.values().stream()
                .map(TrainingSession::vagueId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        return lines.stream()
                .filter(line -> byLine.containsKey(line.line()))
                .map(line -> line(
                        line,
                        byLine.get(line.line()),
                        counts.getOrDefault(byLine.get(line.line()).id(), Map.of()),
                        staying))
                .toList();
    }

    private LineFollowUp line(
            PlannedSession line,
            TrainingSession session,
            Map<String, SchoolCount> counts,
            Map<Long, Set<String>> staying) {
        Map<String, Integer> planned = line.seats().isEmpty() ? Map.of(NO_SCHOOL, line.expected()) : line.seats();
        TreeSet<String> places = new TreeSet<>(planned.keySet());
        places.addAll(counts.keySet());
        List<Gap> gaps = new ArrayList<>();
        places.forEach(place -> {
            SchoolCount count = counts.getOrDefault(place, new SchoolCount());
            int seats = planned.getOrDefault(place, 0);
            List<String> reasons = count.reasons(seats, session, () -> nobodyLeft(line, session, place, staying));
            if (!reasons.isEmpty()) {
                gaps.add(new Gap(place, seats, count.enrolled, reasons));
            }
        });
        return new LineFollowUp(
                line.line(),
                line.moduleCode(),
                session.day(),
                session.id(),
                session.state().label(),
                line.expected(),
                counts.values().stream().mapToInt(count -> count.enrolled).sum(),
                gaps);
    }

    /**
     * Why a place stays free that nobody was refused for.
     *
     * @param staying the schools that are in a vague
     */
    private static String nobodyLeft(
            PlannedSession line, TrainingSession session, String school, Map<Long, Set<String>> staying) {
        boolean gone = session.vagueId() != null
                && !school.equals(NO_SCHOOL)
                && !staying.getOrDefault(session.vagueId(), Set.of()).contains(school);
        return gone
                ? "école sortie de la vague"
                : line.profiles().contains(Profile.PERSONNE_RESSOURCE)
                        ? "personne ressource à désigner par l'école"
                        : line.profiles().contains(Profile.ADMINISTRATEUR)
                                ? "administrateur de l'ENT à désigner par l'école"
                                : line.profiles().contains(Profile.NON_ENSEIGNANT)
                                        ? "personnels à déclarer par la direction (page Arrivées)"
                                        : "moins de personnes à former que prévu";
    }

    private Map<Long, Set<String>> staying(Set<Long> vagueIds) {
        return projects.schoolsOf(vagueIds).values().stream()
                .flatMap(List::stream)
                .filter(place -> !place.state().isGone())
                .collect(Collectors.groupingBy(
                        VagueSchool::vagueId, Collectors.mapping(VagueSchool::schoolUai, Collectors.toSet())));
    }

    /** By session and school. */
    private Map<Long, Map<String, SchoolCount>> counts(List<Long> sessionIds) {
        Map<Long, Map<String, SchoolCount>> found = new HashMap<>();
        jdbc.sql("SELECT session_id, school_uai, state FROM enrolment WHERE session_id IN (:ids) ORDER BY id")
                .param("ids", sessionIds)
                .query((row, n) -> {
                    at(found, row.getLong(1), row.getString(2)).add(EnrolmentState.valueOf(row.getString(3)));
                    return n;
                })
                .list();
        record Out(long sessionId, long agentId, Obstacle obstacle) {}
        List<Out> out = jdbc.sql("""
                SELECT l.session_id, l.agent_id, l.obstacle FROM session_left_out l WHERE l.session_id IN (:ids) AND NOT EXISTS (
                    SELECT 1 FROM enrolment e JOIN training_session s ON s.id = e.session_id JOIN training_session mine ON mine.id = l.session_id
                    WHERE e.active_agent_id = l.agent_id AND (s.id = mine.id OR l.obstacle = 'HORS_PLAN' AND s.module_code = mine.module_code))
                ORDER BY l.agent_id""").param("ids", sessionIds).query(Out.class).list();
        Map<Long, Agent> people = agents.all(out.stream().map(Out::agentId).toList()).stream()
                .collect(Collectors.toMap(Agent::id, Function.identity()));
        out.stream().filter(one -> people.containsKey(one.agentId())).forEach(one -> at(
                        found, one.sessionId(), people.get(one.agentId()).schoolUai())
                .leftOut
                .merge(one.obstacle(), 1, Integer::sum));
        return found;
    }

    private static SchoolCount at(Map<Long, Map<String, SchoolCount>> counts, long sessionId, String schoolUai) {
        return counts.computeIfAbsent(sessionId, id -> new HashMap<>())
                .computeIfAbsent(Objects.requireNonNullElse(schoolUai, NO_SCHOOL), uai -> new SchoolCount());
    }

    /** What happened in one session to the people of one school. */
    private static final class SchoolCount {

        private int enrolled;
        private int waiting;
        private int excused;
        private int elsewhere;
        private int removed;
        private final Map<Obstacle, Integer> leftOut = new HashMap<>();

        /** An expression, so that a state that is new does not compile before it is said what it counts for. */
        int add(EnrolmentState state) {
            return switch (state) {
                case LISTE_ATTENTE -> ++waiting;
                case INSCRIT, CONVOQUE, ACCUSE, PRESENT, PARTIEL, ABSENT_EXCUSE, ABSENT -> ++enrolled;
                case ANNULE_AGENT -> ++excused;
                case ANNULE_ADMIN -> ++removed;
                case DATE_CHANGEE -> ++elsewhere;
                case SESSION_ANNULEE, REMPLACE -> 0; // of the latter, the colleague counts
            };
        }

        List<String> reasons(int planned, TrainingSession session, Supplier<String> nobodyLeft) {
            List<String> reasons = new ArrayList<>();
            int open = planned - enrolled;
            if (session.state() == SessionState.ANNULEE || session.state() == SessionState.NON_REALISEE) {
                return open > 0
                        ? List.of("session " + French.inSentence(session.state().label()))
                        : List.of();
            }
            open -= say(reasons, "en liste d'attente", Math.min(open, waiting));
            open -= say(reasons, "empêchement signalé", Math.min(open, excused));
            open -= say(reasons, "autre date choisie", Math.min(open, elsewhere));
            for (var one : leftOut.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .toList()) {
                open -= one.getKey() == Obstacle.HORS_PLAN
                        ? 0
                        : say(reasons, one.getKey().reason(), Math.min(open, one.getValue()));
            }
            open -= say(reasons, "désinscription", Math.min(open, removed));
            if (open > 0) {
                say(reasons, nobodyLeft.get(), open);
            }
            say(reasons, Obstacle.HORS_PLAN.reason(), leftOut.getOrDefault(Obstacle.HORS_PLAN, 0));
            say(reasons, "inscription en plus du plan", enrolled - planned);
            return reasons;
        }

        private static int say(List<String> reasons, String reason, int people) {
            if (people > 0) {
                reasons.add(reason + " (" + people + ")");
            }
            return Math.max(0, people);
        }
    }
}
