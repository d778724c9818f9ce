package fr.forment.arrival;

import fr.forment.french.French;
import fr.forment.french.Names;
import fr.forment.french.Refusal;
import fr.forment.french.Typed;
import fr.forment.people.Agent;
import fr.forment.people.DepartureDayService;
import fr.forment.people.StaffService;
import fr.forment.session.SessionDepartureService;
import fr.forment.territory.School;
import fr.forment.territory.Schools;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What became of somebody who is missing from the list, and what is done on the first day away. */
@Service
@Transactional
@RequiredArgsConstructor
public class DepartureService {

    private final Departures departures;
    private final DepartureDates dates;
    private final DepartureMails mails;
    private final DeparturePeople people;
    private final StaffService staff;
    private final DepartureDayService lastDay;
    private final SessionDepartureService sessions;
    private final ArrivalProgressService paths;
    private final Schools schools;

    /** The first day away is known: nobody needs to be asked. */
    public boolean isDated(long id) {
        return departures.lock(id).leavesOn() != null;
    }

    /** For the first time, or again when somebody on leave is not back on the list. */
    public void ask(long id) {
        Departure departure = departures.lock(id);
        if (departure.state() == DepartureState.EN_CONGE) {
            departure =
                    departures.change(id, "La date de retour est passée", each -> each.askAgain(departures.today()));
        }
        mails.asked(departure, dates.graceEnd(departure).toLocalDate(), departures.today());
    }

    public void remind(long id, int occurrence) {
        Departure departure = departures.lock(id);
        if (departure.state() == DepartureState.ABSENT_DU_FICHIER) {
            mails.late(departure, occurrence, dates.graceEnd(departure).toLocalDate(), departures.today());
        }
    }

    /**
     * @param answer PARTI, PRESENT, MUTE or CONGE
     * @param day ISO date: the first day away, in the other school, or back; not needed for PRESENT
     * @param school UAI or name, needed for MUTE
     */
    public void record(long id, String answer, String day, String school) {
        switch (answer) {
            case "PARTI" -> leave(id, near(day, "Indiquez depuis quel jour cette personne n'est plus là."), null);
            case "PRESENT" -> stays(id);
            case "MUTE" ->
                moves(
                        id,
                        school(id, school),
                        near(day, "Indiquez depuis quel jour cette personne exerce dans l'autre école."));
            case "CONGE" -> takesLeave(id, near(day, "Indiquez le jour du retour."));
            default ->
                throw new Refusal(
                        "Choisissez une réponse : partie, toujours là, dans une autre école, ou en congé.", "answer");
        }
    }

    /** The grace period is over without a word. */
    public void presume(long id) {
        Departure departure = departures.lock(id);
        LocalDate since = people.agent(departure).missingSince();
        leave(
                id,
                since == null ? departure.detectedOn() : since,
                "Aucune réponse dans le délai : le départ est enregistré");
        mails.presumed(departures.lock(id));
    }

    public boolean isLeaving(long id) {
        return departures.lock(id).state() == DepartureState.ANNONCE;
    }

    public boolean isOnLeave(long id) {
        return departures.lock(id).state() == DepartureState.EN_CONGE;
    }

    public boolean isBack(long id) {
        return people.agent(departures.lock(id)).missingSince() == null;
    }

    public void closeBack(long id) {
        departures.change(id, null, each -> each.close(DepartureState.REVENU, departures.today()));
    }

    /**
     * On the first day away: the account closes, tasks and places pass on. Nothing when the person came back meanwhile.
     */
    public void handOver(long id) {
        Departure departure = departures.lock(id);
        Agent agent = people.agent(departure);
        boolean isGone = !agent.isActiveOn(departures.today());
        departures.change(
                id,
                isGone ? "Compte fermé, tâches et places transmises" : "Toujours sur la liste",
                each -> each.close(isGone ? DepartureState.PARTI : DepartureState.REVENU, departures.today()));
        if (isGone) {
            lastDay.depart(agent.id());
        }
    }

    private void leave(long id, LocalDate day, String why) {
        // first the departure, then the list: its news then finds nothing left to tell
        Departure departure = departures.change(
                id, why == null ? "Premier jour d'absence : " + French.date(day) : why, each -> each.date(day));
        staff.leave(departure.agentId(), day);
    }

    private void stays(long id) {
        Departure departure = departures.change(
                id, "Toujours en poste", each -> each.close(DepartureState.REVENU, departures.today()));
        staff.seenAgain(List.of(departure.agentId()));
    }

    private void moves(long id, School school, LocalDate day) {
        Departure departure = departures.change(
                id, school.displayName(), each -> each.close(DepartureState.MUTE, departures.today()));
        staff.move(departure.agentId(), school.uai(), day);
    }

    private void takesLeave(long id, LocalDate back) {
        if (!back.isAfter(departures.today())) {
            throw new Refusal(
                    "Le jour du retour est à venir ; si la personne est revenue, répondez qu'elle est toujours là.",
                    "day");
        }
        Departure departure =
                departures.change(id, "Retour prévu le " + French.date(back), each -> each.expectBack(back));
        sessions.absent(departure.agentId(), back);
        paths.postpone(departure.agentId(), back);
    }

    private LocalDate near(String text, String otherwise) {
        LocalDate day = Typed.date(text, otherwise, "day");
        if (day.isBefore(departures.today().minusYears(1))
                || day.isAfter(departures.today().plusYears(1))) {
            throw new Refusal("Indiquez une date à moins d'un an d'aujourd'hui.", "day");
        }
        return day;
    }

    /** Of the same circonscription: beyond it, the school that receives the person declares the arrival. */
    private School school(long id, String text) {
        Departure departure = departures.lock(id);
        String wanted = Names.fold(text);
        List<School> known = departure.circonscriptionUai() == null
                ? List.of()
                : schools.inCirconscription(departure.circonscriptionUai());
        List<School> found = known.stream()
                .filter(each -> each.uai().equals(text.strip().toUpperCase(Locale.ROOT))
                        || !wanted.isBlank() && Names.fold(each.displayName()).contains(wanted))
                .toList();
        if (found.size() != 1) {
            throw new Refusal(
                    found.isEmpty()
                            ? "Aucune école de la circonscription ne porte ce code UAI ou ce nom. Si l'école est ailleurs, répondez que la personne est partie."
                            : "Plusieurs écoles portent ce nom : indiquez le code UAI.",
                    "school");
        }
        if (found.get(0).uai().equals(people.agent(departure).schoolUai())) {
            throw new Refusal(
                    "Cette personne est déjà dans cette école d'après la liste : indiquez l'autre école, ou répondez qu'elle est toujours là.",
                    "school");
        }
        return found.get(0);
    }
}
