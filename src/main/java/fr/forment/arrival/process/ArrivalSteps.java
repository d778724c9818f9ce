package fr.forment.arrival.process;

import fr.forment.arrival.Arrival;
import fr.forment.arrival.ArrivalConfirmationService;
import fr.forment.arrival.ArrivalDates;
import fr.forment.arrival.ArrivalFollowUpService;
import fr.forment.arrival.ArrivalPeople;
import fr.forment.arrival.ArrivalSettlementService;
import fr.forment.arrival.Arrivals;
import fr.forment.engine.Markdown;
import fr.forment.engine.ProcessSteps;
import fr.forment.french.French;
import fr.forment.territory.PlaceClocks;
import java.time.LocalDateTime;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;

/** What the model {@code arrival} asks; the key is the arrival's id. */
@ProcessSteps
@RequiredArgsConstructor
public class ArrivalSteps {

    private final ArrivalConfirmationService confirmation;
    private final ArrivalFollowUpService followUp;
    private final ArrivalSettlementService settlement;
    private final Arrivals arrivals;
    private final ArrivalPeople people;
    private final ArrivalDates dates;
    private final PlaceClocks clocks;

    public boolean isConfirmed(long key) {
        return confirmation.isConfirmed(key);
    }

    public void askConfirmation(long key) {
        confirmation.ask(key);
    }

    public void recordConfirmation(long key, String answer, String takenUpOn, String entExperience) {
        confirmation.record(key, answer, takenUpOn, entExperience);
    }

    public void remindConfirmation(long key, int occurrence) {
        confirmation.remind(key, occurrence);
    }

    public boolean isSubstitute(long key) {
        return confirmation.isSubstitute(key);
    }

    public boolean isStillPresent(long key) {
        return confirmation.isStillPresent(key);
    }

    public void closeShort(long key) {
        confirmation.closeShort(key);
    }

    public void presume(long key) {
        confirmation.presume(key);
    }

    public boolean isPresent(long key) {
        return confirmation.isPresent(key);
    }

    public void closeUnconfirmed(long key) {
        confirmation.closeUnconfirmed(key);
    }

    public void assignPath(long key) {
        followUp.assignPath(key);
    }

    public void welcome(long key) {
        followUp.welcome(key);
    }

    public boolean enrol(long key) {
        return followUp.enrol(key);
    }

    public void alertNoSession(long key) {
        followUp.alertNoSession(key);
    }

    public boolean isTrained(long key) {
        return followUp.isTrained(key);
    }

    public void remind(long key, int occurrence) {
        followUp.remind(key, occurrence);
    }

    public boolean isPostponed(long key) {
        return settlement.isDeferred(key);
    }

    public boolean isStillHere(long key) {
        return settlement.isStillHere(key);
    }

    public void escalate(long key) {
        settlement.escalate(key);
    }

    public void recordSettlement(long key, String decision, String newDue, String motive) {
        settlement.record(key, decision, newDue, motive);
    }

    public boolean isDeferred(long key) {
        return settlement.isDeferred(key);
    }

    public boolean isCompleted(long key) {
        return settlement.isCompleted(key);
    }

    public void close(long key) {
        settlement.close(key);
    }

    public void closeUntrained(long key) {
        settlement.closeUntrained(key);
    }

    public String confirmationDate(long key, int occurrence) {
        return iso(key, dates.confirmation(arrival(key), occurrence));
    }

    public String presenceDate(long key) {
        Arrival arrival = arrival(key);
        return iso(key, dates.presence(arrival, people.since(arrival)));
    }

    public String reminderDate(long key, int occurrence) {
        return iso(key, dates.reminder(arrival(key), occurrence));
    }

    public String settlementDate(long key) {
        return iso(key, dates.settlement(arrival(key)));
    }

    public String settlementOverdue(long key, int rank) {
        return iso(key, dates.settlementLate(arrival(key), rank));
    }

    /** Groups that may answer, separated by commas. */
    public String confirmers(long key) {
        return String.join(",", people.confirmers(arrival(key)));
    }

    public String settlers(long key) {
        return String.join(",", people.settlers(arrival(key)));
    }

    /** For the links of a form. */
    public Markdown arrivalId(long key) {
        return Markdown.text(key);
    }

    public String personAndPlace(long key) {
        return people.personAndPlace(arrival(key));
    }

    public Markdown who(long key) {
        return Markdown.text(people.who(arrival(key)));
    }

    public Markdown since(long key) {
        return Markdown.text(French.date(people.since(arrival(key))));
    }

    public Markdown missing(long key) {
        return Markdown.text(
                arrivals.missing(arrival(key)).stream().map(people::title).collect(Collectors.joining(", ")));
    }

    private Arrival arrival(long key) {
        return arrivals.find(key).orElseThrow();
    }

    private String iso(long key, LocalDateTime moment) {
        return clocks.iso(arrival(key).circonscriptionUai(), moment);
    }
}
