package fr.forment.phase;

import fr.forment.french.French;
import fr.forment.hours.HoursAccount;
import fr.forment.hours.HoursLedger;
import fr.forment.people.Agents;
import fr.forment.phase.DesignatedPublic.Meant;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.Plans;
import fr.forment.session.Convoking;
import fr.forment.session.Enrolment;
import fr.forment.session.EnrolmentRepository;
import fr.forment.session.EnrolmentState;
import fr.forment.session.Seating;
import fr.forment.session.SessionDates;
import fr.forment.session.SessionMails;
import fr.forment.session.SessionPhase;
import fr.forment.session.SessionPhases;
import fr.forment.session.TrainingSession;
import fr.forment.territory.School;
import fr.forment.territory.Schools;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * Other schools, or other numbers of their people, in a session that is open: who is no longer meant leaves, who is now
 * meant comes, each is told.
 */
@Component
@RequiredArgsConstructor
class AmendedPublic {

    private static final String WHY = "le plan de formation ne prévoit plus cette session pour vous";

    private final EnrolmentRepository enrolments;
    private final PlannedEnrolment enrolment;
    private final DesignatedPublic people;
    private final SessionPhases phases;
    private final Seating seating;
    private final Convoking convoking;
    private final SessionMails mails;
    private final Schools schools;
    private final Plans plans;
    private final Agents agents;
    private final HoursLedger hours;
    private final SessionDates dates;

    /**
     * Those the former line meant and the new one does not; then as many as a school has places less: who goes beyond
     * his hours first, then who came last.
     */
    void leave(TrainingSession session, AmendedLine line, boolean announced, List<AmendedFact> facts) {
        if (!line.changesPublic()) {
            return;
        }
        facts.add(new AmendedFact("Public", told(line.before()), told(line.after()), null));
        if (session.isForParents()) {
            return;
        }
        Map<String, Set<Long>> formerly = ids(session, line.before());
        Map<String, Set<Long>> now = ids(session, line.after());
        Map<String, Integer> before = places(line.before());
        Map<String, Integer> after = places(line.after());
        Map<String, List<Enrolment>> rows = enrolments.expected(session.id()).stream()
                .collect(Collectors.groupingBy(
                        row -> Objects.requireNonNullElse(row.schoolUai(), ""), TreeMap::new, Collectors.toList()));
        rows.forEach((school, there) -> {
            List<Enrolment> planned = there.stream()
                    .filter(row -> formerly.getOrDefault(school, Set.of()).contains(row.agentId()))
                    .toList();
            List<Enrolment> out = new ArrayList<>(planned.stream()
                    .filter(row -> !now.getOrDefault(school, Set.of()).contains(row.agentId()))
                    .toList());
            List<Enrolment> staying =
                    planned.stream().filter(row -> !out.contains(row)).toList();
            int places = after.getOrDefault(school, 0);
            int surplus = Math.min(staying.size() - places, before.getOrDefault(school, 0) - places - out.size());
            if (surplus > 0) {
                out.addAll(firstToLeave(session, staying).subList(0, surplus));
            }
            out.forEach(row -> {
                seating.unseat(session, row, EnrolmentState.ANNULE_ADMIN, "Avenant au plan de formation");
                if (announced) {
                    mails.unseated(session, row, session.startsAt(), WHY);
                }
            });
        });
    }

    private List<Enrolment> firstToLeave(TrainingSession session, List<Enrolment> staying) {
        Map<Long, HoursAccount> accounts = hours.accounts(
                agents.all(staying.stream().map(Enrolment::agentId).toList()), dates.schoolYear(session));
        List<Enrolment> last = new ArrayList<>(staying);
        Collections.reverse(last);
        last.sort(Comparator.comparing(row -> !accounts.containsKey(row.agentId())
                || !accounts.get(row.agentId()).isExceeded()));
        return last;
    }

    /** At the hours the session has now. */
    void join(TrainingSession session, AmendedLine line, boolean announced) {
        if (line.changesPublic() && !session.isForParents()) {
            seat(session, line.after(), announced);
        }
    }

    /** Whomever the line means, where a place it gives is still free. */
    void seat(TrainingSession session, PlannedSession after, boolean announced) {
        Set<Long> there = new HashSet<>(
                enrolments.expected(session.id()).stream().map(Enrolment::id).toList());
        Map<String, Integer> taken = new HashMap<>();
        enrolments
                .expected(session.id())
                .forEach(row -> taken.merge(Objects.requireNonNullElse(row.schoolUai(), ""), 1, Integer::sum));
        List<PlannedSession> later = plans.sessions(after.planId(), after.phase(), after.vagueRank()).stream()
                .filter(other -> other.line() != after.line()
                        && other.moduleCode().equals(after.moduleCode())
                        && !other.day().isBefore(after.day()))
                .toList();
        enrolment.enrolMore(
                session, after, people.of(after, phase(session), session.circonscriptionUai()), later, taken);
        if (announced) {
            enrolments.expected(session.id()).stream()
                    .filter(row -> !there.contains(row.id()))
                    .forEach(row -> convoking.tell(session, row));
        }
    }

    /** The numbers of those the line means. */
    List<Long> meant(TrainingSession session, PlannedSession line) {
        return ids(session, line).values().stream().flatMap(Set::stream).toList();
    }

    private Map<String, Set<Long>> ids(TrainingSession session, PlannedSession line) {
        Map<String, Set<Long>> ids = new HashMap<>();
        people.of(line, phase(session), session.circonscriptionUai())
                .forEach((school, meant) -> ids.put(
                        school,
                        meant.stream()
                                .map(Meant::agent)
                                .map(agent -> agent.id())
                                .collect(Collectors.toSet())));
        return ids;
    }

    private SessionPhase phase(TrainingSession session) {
        return phases.get(session.phaseId());
    }

    private static Map<String, Integer> places(PlannedSession line) {
        return line.seats().isEmpty() ? Map.of("", line.expected()) : line.seats();
    }

    /** "École Pasteur (3), École Zola (2)"; many schools are only counted. */
    String told(PlannedSession line) {
        if (line.seats().isEmpty()) {
            return French.count(line.expected(), "personne de la circonscription", "personnes de la circonscription");
        }
        String names = new TreeSet<>(line.seats().keySet())
                .stream()
                        .map(uai -> schools.find(uai).map(School::displayName).orElse(uai) + " ("
                                + line.seats().get(uai) + ")")
                        .collect(Collectors.joining(", "));
        return names.length() <= 300
                ? names
                : French.count(line.expected(), "personne", "personnes") + " de "
                        + French.count(line.seats().size(), "école", "écoles");
    }
}
