package fr.forment.session;

import fr.forment.catalogue.Format;
import fr.forment.french.FormChoices;
import fr.forment.french.French;
import fr.forment.french.Names;
import fr.forment.french.Refusal;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.resource.MeetingPlace;
import fr.forment.resource.Room;
import fr.forment.resource.Rooms;
import fr.forment.resource.TrainerGroups;
import fr.forment.resource.TrainerList;
import fr.forment.session.guard.AskedMove;
import fr.forment.session.guard.DayFaults;
import fr.forment.session.guard.PlacesTaken;
import fr.forment.session.guard.TrainerRight;
import fr.forment.session.halfday.HalfDay;
import fr.forment.session.halfday.SessionHalfDays;
import fr.forment.session.halfday.SessionShifted;
import fr.forment.session.halfday.StandInChoices;
import fr.forment.session.letters.TeamMails;
import fr.forment.territory.Schools;
import fr.forment.territory.Uai;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What a session lacks is given: in the task that asks for it, by the same rules as on the session's page, or there,
 * and the task is done. Who is told of it is told at once: nothing is decided anew, and the summons wait for no draft.
 * The caller holds the lock.
 */
@Component
@RequiredArgsConstructor
class Completion {

    private static final String WHY = "La session est complétée.";

    private final Sessions sessions;
    private final SessionChanges changes;
    private final Entrusting entrusting;
    private final SessionProcess process;
    private final SessionHalfDays halfDays;
    private final StandInChoices choices;
    private final TrainerRight rights;
    private final TrainerList trainers;
    private final PlannedMoves moves;
    private final TeamMails teamMails;
    private final DayFaults faults;
    private final Agents agents;
    private final Schools schools;
    private final Rooms rooms;
    private final PlacesTaken taken;
    /** The session whose task is being answered: its process goes on by itself. */
    private final ThreadLocal<Long> answered = new ThreadLocal<>();

    /**
     * @param knownPlace number of a room of the circonscription @param place typed; one of the two, or none @param
     *     trainer number of one of those offered; each may be blank
     */
    record Given(String knownPlace, String place, String trainer) {

        boolean isEmpty() {
            return blank(knownPlace) && blank(place) && blank(trainer);
        }

        private static boolean blank(String typed) {
            return typed == null || typed.isBlank();
        }
    }

    /** @throws Refusal with its field, and nothing changes */
    void complete(TrainingSession session, Given given) {
        answered.set(session.id());
        try {
            if (!Given.blank(given.knownPlace) || !Given.blank(given.place)) {
                at(session, place(session, given));
            }
            if (!Given.blank(given.trainer)) {
                by(session, given.trainer.strip());
            }
        } finally {
            answered.remove();
        }
    }

    private void at(TrainingSession session, String place) {
        if (place.equals(session.place())) {
            return;
        }
        PlannedMoves.Trace trace = moves.look(new AskedMove(session, null, place, null));
        changes.postpone(session, session.startsAt(), place, WHY);
        trace.write(session, WHY);
    }

    private String place(TrainingSession session, Given given) {
        String typed = Names.clean(given.place);
        if (!typed.isEmpty() && !Given.blank(given.knownPlace)) {
            throw new Refusal("Choisissez une salle dans la liste, ou écrivez-en une autre : pas les deux.", "place");
        }
        if (typed.isEmpty()) {
            return choosable(session)
                    .filter(room -> String.valueOf(room.id()).equals(given.knownPlace.strip()))
                    .map(Room::place)
                    .findFirst()
                    .orElseThrow(() -> new Refusal("Choisissez une salle de la liste.", "knownPlace"));
        }
        NewSession.refuseOddPlace(typed, "place");
        boolean elsewhere = Uai.read(typed).isPresent()
                && schools.find(typed)
                        .filter(school -> session.circonscriptionUai().equals(school.circonscriptionUai()))
                        .isEmpty();
        if (elsewhere || session.format() != Format.DISTANCE && MeetingPlace.isTown(typed)) {
            throw new Refusal("Écrivez la salle avec sa commune, par exemple « Salle des fêtes, Redon ».", "place");
        }
        return typed;
    }

    private void by(TrainingSession session, String number) {
        Agent agent = offered(session).stream()
                .filter(each -> String.valueOf(each.id()).equals(number))
                .findFirst()
                .orElseThrow(() -> new Refusal("Choisissez dans la liste qui assure la session.", "trainer"));
        TrainerRight.Accepted accepted = rights.look(session, agent.id(), halfDays.of(session), null);
        PlannedMoves.Trace trace = moves.look(new AskedMove(session, null, null, agent.id()));
        entrusting.entrust(session, agent.id());
        trace.write(session, null);
        accepted.write(session.id());
    }

    /** Who may lead the module and can come, and who gives it already. */
    private List<Agent> offered(TrainingSession session) {
        List<Agent> everybody = agents.inCirconscription(session.circonscriptionUai());
        List<HalfDay> parts = halfDays.of(session);
        return choices
                .ofWhole(
                        session,
                        parts,
                        everybody,
                        trainers.skills(everybody),
                        sessions.enrolments(session.id()).stream()
                                .filter(row -> row.state().holdsPlace())
                                .map(Enrolment::agentId)
                                .toList(),
                        choices.presences(session, everybody, session.day()))
                .stream()
                .filter(TrainerGroups.Group::isQualifiedAndFree)
                .flatMap(group -> group.people().stream())
                .toList();
    }

    /** For the choice of a form: number and name, see {@code valuesExpression}. */
    String trainers(TrainingSession session) {
        return FormChoices.of(offered(session), Agent::id, Agent::fullName);
    }

    /** The same of the rooms. */
    String rooms(TrainingSession session) {
        return FormChoices.of(
                choosable(session).toList(),
                Room::id,
                room -> room.capacity() < session.booked()
                        ? room.label() + " : trop petite pour "
                                + French.count(session.booked(), "personne attendue", "personnes attendues")
                        : room.label());
    }

    /** Those that can be had on each of its days, free then, and that whoever reads may name. */
    private Stream<Room> choosable(TrainingSession session) {
        List<HalfDay> parts = halfDays.of(session);
        Predicate<String> mine = moves.places(session);
        return rooms.of(session.circonscriptionUai()).stream()
                .filter(room -> parts.stream()
                        .allMatch(half -> room.isOpenOn(half.startsAt().toLocalDate())))
                .filter(room -> taken.isFree(session, room.place(), parts) && mine.test(room.place()));
    }

    /** On a page: whoever was asked for what it lacked need not answer any more. */
    @EventListener
    void on(SessionShifted shifted) {
        TrainingSession session = sessions.find(shifted.sessionId()).orElseThrow();
        if (session.state() == SessionState.CONFIRMEE
                && !session.id().equals(answered.get())
                && faults.lacks(session).isEmpty()
                && process.completed(session.id())) {
            teamMails.completed(session);
        }
    }
}
