package fr.forment.session.guard;

import fr.forment.french.French;
import fr.forment.french.Names;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.words.Tolerance;
import fr.forment.plan.words.Tolerance.Bound;
import fr.forment.plan.words.Tolerance.Move;
import fr.forment.project.Projects;
import fr.forment.resource.MeetingPlace;
import fr.forment.session.SessionState;
import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
import fr.forment.session.halfday.PlannedHands;
import fr.forment.territory.Circonscriptions;
import fr.forment.territory.School;
import fr.forment.territory.SchoolCalendar;
import fr.forment.territory.Schools;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** How far sessions may be moved from the plan in force without a new approval, counted with those moved already. */
@Component
@RequiredArgsConstructor
public class MoveBounds {

    private final Tolerance tolerance;
    private final Sessions sessions;
    private final PlannedHands hands;
    private final Projects projects;
    private final Circonscriptions circonscriptions;
    private final SchoolCalendar calendar;
    private final Schools schools;

    /**
     * What of changes made together is beyond the tolerance, in French; empty: nothing.
     *
     * @param lines of the plan in force, all of those that change among them
     */
    public List<String> beyond(List<AskedMove> all, Map<Integer, PlannedSession> lines) {
        List<String> found = new ArrayList<>();
        for (AskedMove asked : all) {
            PlannedSession line = lines.get(asked.session().planLine());
            if (makes(Move.DATE, asked, line)) {
                date(asked, line, found);
            }
            if (makes(Move.LIEU, asked, line)
                    && !Names.fold(commune(asked.place())).equals(Names.fold(commune(line.place())))) {
                found.add("le plan prévoit la commune « " + commune(line.place())
                        + " » (pour une salle de cette commune, écrivez « nom de la salle, "
                        + commune(line.place()) + " »)");
            }
            hands.unlike(asked.session(), asked.trainerId(), asked.standIns(), line)
                    .ifPresent(
                            function -> found.add("le plan prévoit une personne de la fonction « " + function + " »"));
        }
        for (Move move : Move.values()) {
            count(move, all, lines, found);
        }
        return found;
    }

    /** The change leads away from the plan. */
    private boolean makes(Move move, AskedMove asked, PlannedSession line) {
        return switch (move) {
            case DATE ->
                asked.start() != null
                        && (!asked.start().equals(line.startsAt())
                                || !asked.further().isEmpty());
            case LIEU ->
                asked.place() != null
                        && !asked.place().isBlank()
                        && !asked.place().equals(line.place());
            case FORMATEUR ->
                !hands.newcomers(asked.session(), asked.trainerId(), asked.standIns(), line)
                        .isEmpty();
        };
    }

    /** A change that leaves the fact alone leaves what was moved before moved. */
    private boolean staysMoved(Move move, AskedMove asked, PlannedSession line) {
        return switch (move) {
            case DATE -> asked.start() == null ? isMoved(move, asked.session(), line) : makes(move, asked, line);
            case LIEU ->
                asked.place() == null || asked.place().isBlank()
                        ? isMoved(move, asked.session(), line)
                        : makes(move, asked, line);
            case FORMATEUR -> hands.areOthers(asked.session(), asked.trainerId(), asked.standIns(), line);
        };
    }

    private void date(AskedMove asked, PlannedSession line, List<String> found) {
        var zone = circonscriptions
                .find(asked.session().circonscriptionUai())
                .orElseThrow()
                .zone();
        List<LocalDate> days = asked.days();
        int most = tolerance.of(Move.DATE).schoolDays();
        if (days.stream().anyMatch(day -> Math.abs(calendar.between(zone, line.day(), day)) > most)) {
            found.add("la date du plan, le " + French.day(line.day()) + ", ne se déplace que de "
                    + French.count(most, "jour de classe", "jours de classe"));
        }
        Optional.ofNullable(asked.session().vagueId())
                .flatMap(projects::vague)
                .filter(vague -> line.day().isBefore(vague.opensOn())
                        && days.stream().anyMatch(day -> !day.isBefore(vague.opensOn())))
                .ifPresent(vague ->
                        found.add("la session passerait l'ouverture de la vague, le " + French.day(vague.opensOn())));
    }

    private void count(Move move, List<AskedMove> all, Map<Integer, PlannedSession> lines, List<String> found) {
        if (all.stream()
                .noneMatch(asked -> makes(move, asked, lines.get(asked.session().planLine())))) {
            return;
        }
        Bound bound = tolerance.of(move);
        Set<Long> ours = all.stream().map(asked -> asked.session().id()).collect(Collectors.toSet());
        List<TrainingSession> others = sessions.ofProject(all.get(0).session().projectId()).stream()
                .filter(other -> !ours.contains(other.id()))
                .filter(other -> other.planLine() != null && other.state() != SessionState.ANNULEE)
                .filter(other -> lines.containsKey(other.planLine()))
                .toList();
        long moved = move == Move.FORMATEUR
                ? hands.inOthers(others, lines)
                : others.stream()
                        .filter(other -> isMoved(move, other, lines.get(other.planLine())))
                        .count();
        long asked = all.stream()
                .filter(each -> staysMoved(move, each, lines.get(each.session().planLine())))
                .count();
        if (moved + asked > bound.most()) {
            found.add(French.count(moved, "session du plan est déjà changée", "sessions du plan sont déjà changées")
                    + " de cette façon, " + bound.most() + " au plus");
        }
    }

    private static boolean isMoved(Move move, TrainingSession session, PlannedSession line) {
        return move == Move.DATE
                ? session.isOnSeveralDays() || !session.startsAt().equals(line.startsAt())
                : !session.place().equals(line.place());
    }

    private String commune(String place) {
        return schools.find(place).map(School::commune).orElseGet(() -> MeetingPlace.commune(place));
    }
}
