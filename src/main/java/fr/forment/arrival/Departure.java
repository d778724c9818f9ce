package fr.forment.arrival;

import fr.forment.french.Refusal;
import fr.forment.journal.JournalEntry;
import fr.forment.people.Agent;
import java.time.LocalDate;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/**
 * One person who is missing from the list, or who leaves on a known day: from the question to the answer and, when it
 * is a departure, to the first day away. At most one is open per person.
 */
@Table("departure")
public class Departure {

    /** What the journal calls a departure. */
    public static final String JOURNAL = "DEPARTURE";

    @Id
    private Long id;

    @Version
    private Integer version;

    private Long agentId;
    /** The agent while open, null afterwards: the table lets each be open once. */
    private Long openAgentId;

    private String schoolUai;
    private String circonscriptionUai;
    private String departementCode;
    private DepartureState state;
    private LocalDate detectedOn;
    private LocalDate leavesOn;
    private LocalDate backOn;
    private LocalDate closedOn;

    Departure() {}

    /** A line about it, to be written. */
    JournalEntry told(DepartureState before, String why) {
        return JournalEntry.of(JOURNAL, id).change(before, state).because(why);
    }

    /** @param leavesOn the first day away; null for somebody who is only missing from the list */
    static Departure of(Agent agent, LocalDate leavesOn, LocalDate today) {
        Departure departure = new Departure();
        departure.agentId = agent.id();
        departure.openAgentId = agent.id();
        departure.schoolUai = agent.schoolUai();
        departure.circonscriptionUai = agent.circonscriptionUai();
        departure.departementCode = agent.departementCode();
        departure.detectedOn = today;
        departure.leavesOn = leavesOn;
        departure.state = leavesOn == null ? DepartureState.ABSENT_DU_FICHIER : DepartureState.ANNONCE;
        return departure;
    }

    void date(LocalDate firstDayAway) {
        refuseIfOver();
        leavesOn = firstDayAway;
        backOn = null;
        state = DepartureState.ANNONCE;
    }

    void expectBack(LocalDate firstDayBack) {
        refuseIfOver();
        backOn = firstDayBack;
        state = DepartureState.EN_CONGE;
    }

    /** The day to be back has come, and the list still does not hold the person. */
    void askAgain(LocalDate today) {
        refuseIfOver();
        backOn = null;
        detectedOn = today;
        state = DepartureState.ABSENT_DU_FICHIER;
    }

    void close(DepartureState how, LocalDate today) {
        refuseIfOver();
        if (!how.isOver()) {
            throw new IllegalArgumentException(how + " ends nothing");
        }
        state = how;
        openAgentId = null;
        closedOn = today;
    }

    private void refuseIfOver() {
        if (!isOpen()) {
            throw new Refusal("Cette absence a déjà reçu une réponse.");
        }
    }

    public Long id() {
        return id;
    }

    public long agentId() {
        return agentId;
    }

    public boolean isOpen() {
        return openAgentId != null;
    }

    /** Null for those who worked for a circonscription or a département. */
    public String schoolUai() {
        return schoolUai;
    }

    /** Null for those who worked for a département. */
    public String circonscriptionUai() {
        return circonscriptionUai;
    }

    public String departementCode() {
        return departementCode;
    }

    public DepartureState state() {
        return state;
    }

    /** From this day on the answer is waited for. */
    public LocalDate detectedOn() {
        return detectedOn;
    }

    /** The first day away; null while nobody knows that the person leaves. */
    public LocalDate leavesOn() {
        return leavesOn;
    }

    /** The first day back of somebody on leave, or null. */
    public LocalDate backOn() {
        return backOn;
    }

    public LocalDate closedOn() {
        return closedOn;
    }
}
