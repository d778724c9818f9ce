package fr.forment.arrival;

import fr.forment.french.French;
import fr.forment.french.Refusal;
import fr.forment.french.Typed;
import fr.forment.people.TrainingRecords;
import java.time.LocalDate;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of an arrival at its due date, and its end. */
@Service
@Transactional
@RequiredArgsConstructor
public class ArrivalSettlementService {

    private final Arrivals arrivals;
    private final ArrivalPeople people;
    private final ArrivalMails mails;
    private final TrainingRecords records;

    public boolean isStillHere(long id) {
        return people.isStillHere(find(id));
    }

    public void escalate(long id) {
        Arrival arrival = arrivals.change(id, "Échéance dépassée", Arrival::escalate);
        mails.escalated(arrival, missingTitles(arrival));
    }

    /**
     * @param settlement ACCOMPAGNEMENT (counts as training), ECHEANCE or DISPENSE
     * @param newDue ISO date, needed for ECHEANCE
     * @param motive needed for DISPENSE; may be blank otherwise
     */
    public void record(long id, String settlement, String newDue, String motive) {
        switch (settlement) {
            case "ACCOMPAGNEMENT" -> accompany(id, motive);
            case "ECHEANCE" -> defer(id, Typed.date(newDue, "Indiquez la nouvelle échéance.", "newDue"), motive);
            case "DISPENSE" -> dispense(id, motive);
            default ->
                throw new Refusal(
                        "Choisissez une décision : accompagnement fait, nouvelle échéance ou dispense.", "settlement");
        }
    }

    public boolean isDeferred(long id) {
        return find(id).isDeferred();
    }

    public boolean isCompleted(long id) {
        return find(id).state() == ArrivalState.FORME;
    }

    public void close(long id) {
        Arrival arrival = arrivals.change(id, null, each -> each.close(ArrivalEnding.FORME, arrivals.today()));
        mails.trained(arrival);
    }

    public void closeUntrained(long id) {
        Arrival arrival = arrivals.change(id, null, each -> each.close(ArrivalEnding.PARTI, arrivals.today()));
        if (arrival.ending() == ArrivalEnding.DISPENSE) {
            mails.dispensed(arrival);
        }
    }

    List<String> missingTitles(Arrival arrival) {
        return arrivals.missing(arrival).stream().map(people::title).toList();
    }

    private void accompany(long id, String how) {
        List<String> missing = arrivals.missing(find(id));
        // first the arrival, then the records: the news of the training then finds nothing left to tell
        Arrival arrival =
                arrivals.change(id, "Accompagnement individuel. " + how, each -> each.train(ArrivalEnding.ACCOMPAGNE));
        missing.forEach(
                module -> records.record(arrival.agentId(), module, arrivals.today(), Arrival.ACCOMPANIED + id));
    }

    private void defer(long id, LocalDate due, String why) {
        if (due.isAfter(arrivals.today().plusYears(1))) {
            throw new Refusal("Choisissez une échéance dans l'année qui vient.", "newDue");
        }
        Arrival arrival = arrivals.change(
                id, "Nouvelle échéance : " + French.date(due) + ". " + why, each -> each.defer(due, arrivals.today()));
        mails.deferred(arrival);
    }

    private void dispense(long id, String motive) {
        if (motive.isBlank()) {
            throw new Refusal("Une dispense demande un motif : il figure dans l'historique.", "motive");
        }
        arrivals.change(id, "Dispense : " + motive, Arrival::dispense);
    }

    private Arrival find(long id) {
        return arrivals.find(id).orElseThrow();
    }
}
