package fr.forment.session;

import fr.forment.account.SignedIn;
import fr.forment.french.French;
import fr.forment.french.Names;
import fr.forment.french.Refusal;
import fr.forment.journal.Journal;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.people.TeamRights;
import fr.forment.plan.Plan;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.Plans;
import fr.forment.plan.words.Tolerance;
import fr.forment.plan.words.Tolerance.Bound;
import fr.forment.plan.words.Tolerance.Move;
import fr.forment.project.Projects;
import fr.forment.resource.MeetingPlace;
import fr.forment.territory.Circonscriptions;
import fr.forment.territory.School;
import fr.forment.territory.SchoolCalendar;
import fr.forment.territory.Schools;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * Holds a change made by hand against the plan in force: small ones pass and are traced in its history, others are the
 * IEN's, or ask for an amendment. A session of no plan, or of a line that the plan no longer has, is nobody's promise.
 */
@Component
@RequiredArgsConstructor
class PlannedMoves {

    /** What a change leads to. */
    record Asked(TrainingSession session, LocalDateTime start, String place, Long trainerId) {}

    private final Plans plans;
    private final Tolerance tolerance;
    private final SessionRepository sessions;
    private final SessionWords words;
    private final Projects projects;
    private final Circonscriptions circonscriptions;
    private final SchoolCalendar calendar;
    private final Schools schools;
    private final Agents agents;
    private final TeamRights team;
    private final SignedIn me;
    private final Journal journal;

    /** To be kept from before the change until after it. */
    interface Trace {
        void write(TrainingSession changed, String motive);
    }

    /** @throws Refusal beyond the tolerance, unless who acts answers for the circonscription */
    Trace look(Asked asked) {
        TrainingSession session = asked.session();
        Optional<Plan> plan = inForce(session);
        Map<Integer, PlannedSession> lines = plan.map(Plan::id).map(plans::sessions).orElse(List.of()).stream()
                .collect(Collectors.toMap(PlannedSession::line, line -> line));
        PlannedSession line = lines.get(session.planLine());
        if (line == null) {
            return (changed, motive) -> {};
        }
        String before = told(session);
        boolean sought = session.state() == SessionState.DATE_A_FIXER;
        List<String> beyond = sought ? List.of() : beyond(asked, line, lines);
        boolean decides = !beyond.isEmpty() && me.acts(() -> team.answersFor(session.circonscriptionUai()));
        if (!beyond.isEmpty() && !decides) {
            throw new Refusal(
                    "Ce changement dépasse la tolérance du plan approuvé : " + String.join(" ; ", beyond)
                            + ". Préparez un avenant sur la page du plan, que l'IEN approuvera ; l'IEN peut aussi faire ce changement ici.");
        }
        String what = decides ? Tolerance.BY_DECISION : sought ? Tolerance.DATE_SOUGHT : Tolerance.WITHIN;
        return (changed, motive) -> {
            if (!told(changed).equals(before)) {
                journal.add(plan.orElseThrow()
                        .told(what)
                        .part(line.line())
                        .change(before, told(changed))
                        .because(motive));
            }
        };
    }

    /** One hand at a time counts what has moved already: two would both find one place left. */
    private Optional<Plan> inForce(TrainingSession session) {
        return session.planLine() == null
                ? Optional.empty()
                : plans.approved(session.projectId()).map(Plan::id).map(plans::held);
    }

    private List<String> beyond(Asked asked, PlannedSession line, Map<Integer, PlannedSession> lines) {
        List<String> found = new ArrayList<>();
        if (asked.start() != null && !asked.start().equals(line.startsAt())) {
            date(asked, line, found);
            count(Move.DATE, asked, lines, found);
        }
        if (asked.place() != null && !asked.place().isBlank() && !asked.place().equals(line.place())) {
            if (!Names.fold(commune(asked.place())).equals(Names.fold(commune(line.place())))) {
                found.add("le plan prévoit la commune « " + commune(line.place()) + " »");
            }
            count(Move.LIEU, asked, lines, found);
        }
        if (asked.trainerId() != null && !asked.trainerId().equals(line.trainerAgentId())) {
            trainer(asked, line, found);
            count(Move.FORMATEUR, asked, lines, found);
        }
        return found;
    }

    private void date(Asked asked, PlannedSession line, List<String> found) {
        var zone = circonscriptions
                .find(asked.session().circonscriptionUai())
                .orElseThrow()
                .zone();
        LocalDate day = asked.start().toLocalDate();
        int most = tolerance.of(Move.DATE).schoolDays();
        if (Math.abs(calendar.between(zone, line.day(), day)) > most) {
            found.add("la date du plan, le " + French.day(line.day()) + ", ne se déplace que de "
                    + French.count(most, "jour de classe", "jours de classe"));
        }
        Optional.ofNullable(asked.session().vagueId())
                .flatMap(projects::vague)
                .filter(vague -> line.day().isBefore(vague.opensOn()) && !day.isBefore(vague.opensOn()))
                .ifPresent(vague ->
                        found.add("la session passerait l'ouverture de la vague, le " + French.day(vague.opensOn())));
    }

    /** A line without a trainer waits for one: whoever may lead it is welcome. */
    private void trainer(Asked asked, PlannedSession line, List<String> found) {
        if (line.trainerAgentId() == null) {
            return;
        }
        Map<Long, Agent> people = agents.all(Set.of(line.trainerAgentId(), asked.trainerId())).stream()
                .collect(Collectors.toMap(Agent::id, agent -> agent));
        Agent planned = people.get(line.trainerAgentId());
        Agent wanted = people.get(asked.trainerId());
        if (planned != null && wanted != null && planned.function() != wanted.function()) {
            found.add("le plan prévoit une personne de la fonction « "
                    + planned.function().label() + " »");
        }
    }

    private void count(Move move, Asked asked, Map<Integer, PlannedSession> lines, List<String> found) {
        Bound bound = tolerance.of(move);
        long moved = sessions
                .findByProjectIdOrderByStartsAtAscIdAsc(asked.session().projectId())
                .stream()
                .filter(other -> !other.id().equals(asked.session().id()))
                .filter(other -> other.planLine() != null && other.state() != SessionState.ANNULEE)
                .filter(other ->
                        lines.containsKey(other.planLine()) && isMoved(move, other, lines.get(other.planLine())))
                .count();
        if (moved >= bound.most()) {
            found.add(French.count(moved, "session du plan est déjà changée", "sessions du plan sont déjà changées")
                    + " de cette façon, " + bound.most() + " au plus");
        }
    }

    private static boolean isMoved(Move move, TrainingSession session, PlannedSession line) {
        return switch (move) {
            case DATE -> !session.startsAt().equals(line.startsAt());
            case LIEU -> !session.place().equals(line.place());
            case FORMATEUR ->
                line.trainerAgentId() != null && !Objects.equals(session.trainerId(), line.trainerAgentId());
        };
    }

    private String commune(String place) {
        return schools.find(place).map(School::commune).orElseGet(() -> MeetingPlace.commune(place));
    }

    private String told(TrainingSession session) {
        return words.day(session) + ", " + words.hours(session) + ", " + words.place(session) + ", "
                + words.trainer(session);
    }
}
