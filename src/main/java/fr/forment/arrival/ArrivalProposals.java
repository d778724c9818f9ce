package fr.forment.arrival;

import fr.forment.catalogue.Catalogue;
import fr.forment.catalogue.TrainingModule;
import fr.forment.catalogue.Tutorials;
import fr.forment.catalogue.Tutorials.Tutorial;
import fr.forment.french.French;
import fr.forment.hours.HoursLedger;
import fr.forment.session.Obstacle;
import fr.forment.session.SessionChoices;
import fr.forment.session.SessionWords;
import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
import fr.forment.session.told.Appointments;
import fr.forment.territory.PlaceClocks;
import fr.forment.territory.SchoolCalendar;
import fr.forment.waiting.PlannedAhead;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * The dates a newcomer may choose between for each module of the path; a tutorial where no session fits before the due
 * date.
 */
@Component
@RequiredArgsConstructor
public class ArrivalProposals {

    /** More choices are no help: two or three dates, beside the one that is held already. */
    private static final int MOST_CHOICES = 3;

    private final Arrivals arrivals;
    private final Sessions sessions;
    private final Appointments appointments;
    private final SessionChoices choices;
    private final SessionWords words;
    private final Tutorials tutorials;
    private final PlannedAhead planned;
    private final PlaceClocks clocks;
    private final ArrivalPeople people;
    private final Catalogue catalogue;
    private final HoursLedger hours;
    private final SchoolCalendar calendar;
    private final PathOrder order;

    /**
     * One module still to follow.
     *
     * @param held the session in which a place is held, or null
     * @param others further sessions that fit, by date
     * @param isInTime a session fits before the due date
     * @param tutorial what may be followed instead; null when a session fits, or when there is none that can be opened
     * @param ahead what the plan holds for later, in French; null when a session fits, or when it holds none
     * @param hinder why a session that has room is none for this person; null when a session fits, or when none has
     * @param waits why no place is looked for, in French: another module comes first, or the hours are gone; null when
     *     one is
     */
    public record Proposal(
            String module,
            TrainingSession held,
            List<Choice> others,
            boolean isInTime,
            Tutorial tutorial,
            String ahead,
            Hinder hinder,
            String waits) {}

    /** @param himself the same in words for that person */
    public record Hinder(String day, String somebody, String himself) {}

    /** A session in words: "mercredi 16 septembre 2026 de 9 h à 10 h, École Jean Moulin". */
    public record Choice(long sessionId, String label) {}

    /** None before the path is chosen, and none once it is accomplished. */
    public List<Proposal> of(Arrival arrival) {
        if (!arrival.isOpen() || arrival.dueOn() == null) {
            return List.of();
        }
        List<TrainingSession> mine = sessions.ofAgent(arrival.agentId()).stream()
                .filter(each -> each.state().isToCome())
                .toList();
        Map<String, Tutorial> instead = tutorials.in(arrival.circonscriptionUai());
        Map<String, PathOrder.Turn> turns = order.of(arrival);
        return arrivals.missing(arrival).stream()
                .map(module -> proposal(arrival, module, mine, instead.get(module), turns.get(module)))
                .toList();
    }

    /** A place is held for each module that is still to be followed. */
    boolean areAllHeld(Arrival arrival) {
        return of(arrival).stream().allMatch(each -> each.held() != null);
    }

    /** For the welcome: one line per module. */
    List<String> lines(Arrival arrival) {
        return of(arrival).stream().map(this::line).toList();
    }

    private Proposal proposal(
            Arrival arrival, String module, List<TrainingSession> mine, Tutorial instead, PathOrder.Turn turn) {
        TrainingSession held = mine.stream()
                .filter(each -> each.moduleCode().equals(module))
                .findFirst()
                .orElse(null);
        SessionChoices.Looked looked = choices.look(arrival.agentId(), module, arrival.dueOn(), MOST_CHOICES);
        List<Choice> others = looked.fitting().stream()
                .filter(each -> turn.isNow() && !each.startsAt().isBefore(turn.from()))
                .map(this::choice)
                .toList();
        boolean inTime = !others.isEmpty()
                || held != null && appointments.isOne(held) && !held.day().isAfter(arrival.dueOn());
        String later = inTime
                ? null
                : planned.told(arrival.circonscriptionUai(), module, clocks.today(arrival.circonscriptionUai()))
                        .map(French::capital)
                        .orElse(null);
        Hinder hinder = inTime
                        || held != null
                        || looked.hindered() == null
                        || !turn.isNow()
                        || looked.hindered().session().startsAt().isBefore(turn.from())
                ? null
                : hinder(looked.hindered());
        String waits = inTime || held != null || hinder != null ? null : turn.isNow() ? turn.tooShort() : turn.first();
        return new Proposal(module, held, others, inTime, inTime ? null : instead, later, hinder, waits);
    }

    private static Hinder hinder(SessionChoices.Hindered hindered) {
        return new Hinder(
                French.day(hindered.session().day()),
                hindered.obstacles().stream().map(Obstacle::label).collect(Collectors.joining(", et ")),
                hindered.obstacles().stream().map(Obstacle::toHimself).collect(Collectors.joining(", et ")));
    }

    /**
     * What is still to be followed takes longer than the hours that are left; in French, empty where all of it fits.
     * What a place is held for has its hours already.
     *
     * @param proposed as {@link #of} says
     */
    public Optional<String> beyondHours(Arrival arrival, List<Proposal> proposed) {
        Set<String> without = proposed.stream()
                .filter(each -> each.held() == null)
                .map(Proposal::module)
                .collect(Collectors.toSet());
        int minutes = without.isEmpty()
                ? 0
                : catalogue.all().stream()
                        .filter(module -> without.contains(module.code()))
                        .mapToInt(TrainingModule::durationMinutes)
                        .sum();
        if (minutes == 0 || !hours.owesHours(people.agent(arrival))) {
            return Optional.empty();
        }
        int left = hours.entMinutesLeft(
                arrival.agentId(), calendar.schoolYear(clocks.today(arrival.circonscriptionUai())));
        return minutes <= left
                ? Optional.empty()
                : Optional.of("Ce qui reste à suivre dure " + French.duration(minutes) + ", et il "
                        + (left <= 0 ? "ne reste aucune heure" : "reste " + French.duration(left))
                        + " pour l'ENT cette année scolaire : tout n'y tient pas.");
    }

    private String line(Proposal proposal) {
        List<String> dates = new ArrayList<>();
        if (proposal.held() != null) {
            dates.add(
                    appointments.instead(proposal.held()).orElseGet(() -> label(proposal.held())) + " (place retenue)");
        }
        proposal.others().forEach(each -> dates.add(each.label()));
        String none = proposal.waits() == null ? "date à venir" : French.inSentence(proposal.waits());
        String what = dates.isEmpty() ? none : dates.stream().collect(Collectors.joining(" ; ou "));
        return people.title(proposal.module()) + " : " + what
                + (proposal.tutorial() == null
                        ? ""
                        : ". À défaut, un tutoriel qui compte comme suivi : "
                                + proposal.tutorial().address());
    }

    private Choice choice(TrainingSession session) {
        return new Choice(session.id(), label(session));
    }

    public String label(TrainingSession session) {
        return words.day(session) + " " + words.hours(session) + ", " + words.place(session);
    }
}
