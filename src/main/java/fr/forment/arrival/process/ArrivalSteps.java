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

    public boolean isConfirmed(String key) {
        return confirmation.isConfirmed(id(key));
    }

    public void askConfirmation(String key) {
        confirmation.ask(id(key));
    }

    public void recordConfirmation(String key, String answer, String takenUpOn, String entExperience) {
        confirmation.record(id(key), answer, takenUpOn, entExperience);
    }

    public void remindConfirmation(String key, String occurrence) {
        confirmation.remind(id(key), Integer.parseInt(occurrence));
    }

    public boolean isSubstitute(String key) {
        return confirmation.isSubstitute(id(key));
    }

    public boolean isStillPresent(String key) {
        return confirmation.isStillPresent(id(key));
    }

    public void closeShort(String key) {
        confirmation.closeShort(id(key));
    }

    public void presume(String key) {
        confirmation.presume(id(key));
    }

    public boolean isPresent(String key) {
        return confirmation.isPresent(id(key));
    }

    public void closeUnconfirmed(String key) {
        confirmation.closeUnconfirmed(id(key));
    }

    public void assignPath(String key) {
        followUp.assignPath(id(key));
    }

    public void welcome(String key) {
        followUp.welcome(id(key));
    }

    public boolean enrol(String key) {
        return followUp.enrol(id(key));
    }

    public void alertNoSession(String key) {
        followUp.alertNoSession(id(key));
    }

    public boolean isTrained(String key) {
        return followUp.isTrained(id(key));
    }

    public void remind(String key, String occurrence) {
        followUp.remind(id(key), Integer.parseInt(occurrence));
    }

    public boolean isPostponed(String key) {
        return settlement.isDeferred(id(key));
    }

    public boolean isStillHere(String key) {
        return settlement.isStillHere(id(key));
    }

    public void escalate(String key) {
        settlement.escalate(id(key));
    }

    public void recordSettlement(String key, String decision, String newDue, String motive) {
        settlement.record(id(key), decision, newDue, motive);
    }

    public boolean isDeferred(String key) {
        return settlement.isDeferred(id(key));
    }

    public boolean isCompleted(String key) {
        return settlement.isCompleted(id(key));
    }

    public void close(String key) {
        settlement.close(id(key));
    }

    public void closeUntrained(String key) {
        settlement.closeUntrained(id(key));
    }

    public String confirmationDate(String key, String occurrence) {
        return iso(key, dates.confirmation(arrival(key), Integer.parseInt(occurrence)));
    }

    public String presenceDate(String key) {
        Arrival arrival = arrival(key);
        return iso(key, dates.presence(arrival, people.since(arrival)));
    }

    public String reminderDate(String key, String occurrence) {
        return iso(key, dates.reminder(arrival(key), Integer.parseInt(occurrence)));
    }

    public String settlementDate(String key) {
        return iso(key, dates.settlement(arrival(key)));
    }

    /** Groups that may answer, separated by commas. */
    public String confirmers(String key) {
        return String.join(",", people.confirmers(arrival(key)));
    }

    public String settlers(String key) {
        return String.join(",", people.settlers(arrival(key)));
    }

    /** For the links of a form. */
    public Markdown arrivalId(String key) {
        return Markdown.text(key);
    }

    public String personAndPlace(String key) {
        return people.personAndPlace(arrival(key));
    }

    public Markdown who(String key) {
        return Markdown.text(people.who(arrival(key)));
    }

    public Markdown since(String key) {
        return Markdown.text(French.date(people.since(arrival(key))));
    }

    public Markdown missing(String key) {
        return Markdown.text(
                arrivals.missing(arrival(key)).stream().map(people::title).collect(Collectors.joining(", ")));
    }

    private Arrival arrival(String key) {
        return arrivals.find(id(key)).orElseThrow();
    }

    private String iso(String key, LocalDateTime moment) {
        return clocks.iso(arrival(key).circonscriptionUai(), moment);
    }

    private static long id(String key) {
        return Long.parseLong(key);
    }
}
