package fr.forment.arrival;

import fr.forment.french.Refusal;
import fr.forment.french.Typed;
import java.time.LocalDate;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Is the person there? Asked of the director, or of the circonscription's team. */
@Service
@Transactional
@RequiredArgsConstructor
public class ArrivalConfirmationService {

    private final Arrivals arrivals;
    private final ArrivalMails mails;
    private final ArrivalPeople people;

    /** Declared rather than found on a list. */
    public boolean isConfirmed(long id) {
        return arrivals.lock(id).state() != ArrivalState.DETECTE;
    }

    public void ask(long id) {
        mails.confirmationAsked(arrivals.note(id, each -> each.ask(arrivals.today())));
    }

    public void remind(long id, int occurrence) {
        Arrival arrival = find(id);
        if (arrival.state() == ArrivalState.DETECTE && people.isReachable(arrival)) {
            mails.confirmationLate(arrival, occurrence);
        }
    }

    /**
     * @param answer PRESENTE, DOUBLON or ERREUR
     * @param takenUpOn ISO date, needed for PRESENTE
     * @param entExperience OUI or NON, needed for PRESENTE
     */
    public void record(long id, String answer, String takenUpOn, String entExperience) {
        switch (answer) {
            case "PRESENTE" -> {
                LocalDate since = since(takenUpOn);
                boolean knowsAnEnt = knowsAnEnt(entExperience);
                arrivals.change(id, null, arrival -> arrival.confirm(since, knowsAnEnt));
            }
            case "DOUBLON" -> arrivals.change(id, null, arrival -> arrival.reject(ArrivalState.DOUBLON));
            case "ERREUR" -> arrivals.change(id, null, arrival -> arrival.reject(ArrivalState.FAUX_POSITIF));
            default ->
                throw new Refusal(
                        "Choisissez une réponse : la personne est là, c'est un doublon, ou c'est une erreur.",
                        "answer");
        }
    }

    /** Nobody answered: the list said so, and a newcomer does not wait for ever. */
    public void presume(long id) {
        Arrival detected = arrivals.lock(id);
        LocalDate since = people.since(detected);
        Arrival arrival = arrivals.change(
                id, "Sans réponse : la liste du personnel fait foi", each -> each.confirm(since, false));
        mails.presumed(arrival);
    }

    public boolean isSubstitute(long id) {
        return find(id).isSubstitute();
    }

    /** After three weeks: not the time to ask about somebody who has left, or whom the list no longer holds. */
    public boolean isStillPresent(long id) {
        return people.isReachable(find(id));
    }

    public void closeShort(long id) {
        arrivals.change(id, null, each -> each.close(ArrivalEnding.REMPLACEMENT_COURT, arrivals.today()));
    }

    public boolean isPresent(long id) {
        return find(id).state() == ArrivalState.CONFIRME;
    }

    public void closeUnconfirmed(long id) {
        Arrival arrival =
                arrivals.change(id, "Arrivée non retenue", each -> each.close(ArrivalEnding.ERREUR, arrivals.today()));
        mails.notConfirmed(arrival);
    }

    private LocalDate since(String text) {
        LocalDate since = Typed.date(text, "Indiquez la date de prise de fonction.", "takenUpOn");
        if (since.isBefore(arrivals.today().minusYears(1))
                || since.isAfter(arrivals.today().plusYears(1))) {
            throw new Refusal(
                    "Indiquez une date de prise de fonction comprise dans les douze derniers ou prochains mois.",
                    "takenUpOn");
        }
        return since;
    }

    private static boolean knowsAnEnt(String answer) {
        if (!answer.equals("OUI") && !answer.equals("NON")) {
            throw new Refusal("Dites si cette personne a déjà utilisé un ENT.", "entExperience");
        }
        return answer.equals("OUI");
    }

    private Arrival find(long id) {
        return arrivals.find(id).orElseThrow();
    }
}
