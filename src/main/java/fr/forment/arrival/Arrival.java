package fr.forment.arrival;

import fr.forment.account.AgentFunction;
import fr.forment.french.Refusal;
import fr.forment.journal.JournalEntry;
import fr.forment.people.Agent;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/**
 * One person's arrival in one school or office, from its detection to the end of the path. At most one is open per
 * person and place.
 */
@Table("arrival")
public class Arrival {

    /** What the journal calls an arrival. */
    public static final String JOURNAL = "ARRIVAL";

    static final String DECLARED = "Déclarée sur place";

    /** Before its id, where a training is known from: the person was accompanied instead of following it. */
    public static final String ACCOMPANIED = "accompagnement:";

    @Id
    private Long id;

    @Version
    private Integer version;

    private Long agentId;
    /** The agent while the arrival is open, null afterwards: the table lets each be open once per place. */
    private Long openAgentId;

    private String placeUai;
    private String schoolUai;
    private String circonscriptionUai;
    private ArrivalOrigin origin;
    private ArrivalState state;
    private LocalDate detectedOn;
    private LocalDate askedOn;
    private LocalDate takenUpOn;
    private Boolean entExperience;
    private String path;
    private LocalDate dueOn;
    private LocalDate dueSetOn;
    private boolean deferred;
    private boolean substitute;
    private ArrivalEnding ending;
    private LocalDate closedOn;

    Arrival() {}

    /** A line about it, to be written. */
    JournalEntry told(ArrivalState before, String why) {
        return JournalEntry.of(JOURNAL, id).change(before, state).because(why);
    }

    static Arrival of(Agent agent, ArrivalOrigin origin, LocalDate today) {
        Arrival arrival = new Arrival();
        arrival.agentId = agent.id();
        arrival.openAgentId = agent.id();
        arrival.schoolUai = agent.schoolUai();
        arrival.circonscriptionUai = agent.circonscriptionUai();
        arrival.placeUai = placeOf(agent);
        arrival.origin = origin;
        arrival.state = ArrivalState.DETECTE;
        arrival.detectedOn = today;
        arrival.substitute = replaces(agent);
        return arrival;
    }

    /**
     * Goes from school to school, or leaves on a known day. A director is one for as long as it lasts: the school needs
     * him trained.
     */
    static boolean replaces(Agent agent) {
        return agent.function() == AgentFunction.TR
                || agent.function().isTeacher()
                        && agent.function() != AgentFunction.DIRECTEUR
                        && agent.leftOn() != null;
    }

    /** Where a person arrives: the school, or the circonscription for those without one. */
    static String placeOf(Agent agent) {
        return agent.schoolUai() != null ? agent.schoolUai() : agent.circonscriptionUai();
    }

    void confirm(LocalDate since, boolean knowsAnEnt) {
        refuseUnlessDetected();
        takenUpOn = since;
        entExperience = knowsAnEnt;
        state = ArrivalState.CONFIRME;
    }

    void declareBy() {
        origin = ArrivalOrigin.DECLARATION;
    }

    void reject(ArrivalState verdict) {
        refuseUnlessDetected();
        state = verdict;
        ending = verdict == ArrivalState.DOUBLON ? ArrivalEnding.DOUBLON : ArrivalEnding.ERREUR;
    }

    void assign(List<String> modules, LocalDate due, LocalDate today) {
        if (state != ArrivalState.CONFIRME) {
            throw new IllegalStateException("arrival " + id + " is " + state);
        }
        path = String.join(",", modules);
        dueOn = due;
        dueSetOn = today;
        state = ArrivalState.PARCOURS_AFFECTE;
    }

    /** Another function asks for other modules; the due date stays. */
    void reassign(List<String> modules) {
        refuseUnlessUnderWay();
        path = String.join(",", modules);
        state = ArrivalState.PARCOURS_AFFECTE;
    }

    void enrolled(boolean everywhere) {
        if (state == ArrivalState.PARCOURS_AFFECTE && everywhere) {
            state = ArrivalState.INSCRIT;
        }
    }

    /** The follow-up begins, or begins again. */
    void follow(boolean everywhere) {
        deferred = false;
        enrolled(everywhere);
    }

    void escalate() {
        if (state.isUnderWay()) {
            state = ArrivalState.ESCALADE_IEN;
        }
    }

    void defer(LocalDate due, LocalDate today) {
        refuseUnlessUnderWay();
        if (!due.isAfter(today)) {
            throw new Refusal("La nouvelle échéance doit être à venir.");
        }
        postpone(due, today);
    }

    /** Nobody has to be trained while he is away. */
    void postpone(LocalDate due, LocalDate today) {
        dueOn = due;
        dueSetOn = today;
        deferred = true;
        state = ArrivalState.PARCOURS_AFFECTE;
    }

    void dispense() {
        refuseUnlessUnderWay();
        ending = ArrivalEnding.DISPENSE;
    }

    void train(ArrivalEnding how) {
        refuseUnlessUnderWay();
        ending = how;
        state = ArrivalState.FORME;
    }

    /** Leaves the followed ones; a verdict of the confirmation stays readable as the state. */
    void close(ArrivalEnding unlessKnown, LocalDate today) {
        if (!isOpen()) {
            throw new IllegalStateException("arrival " + id + " is closed");
        }
        ending = ending == null ? unlessKnown : ending;
        openAgentId = null;
        closedOn = today;
        if (state != ArrivalState.DOUBLON && state != ArrivalState.FAUX_POSITIF) {
            state = ArrivalState.CLOS;
        }
    }

    private void refuseUnlessDetected() {
        if (state != ArrivalState.DETECTE || !isOpen()) {
            throw new Refusal("Cette arrivée a déjà reçu une réponse.");
        }
    }

    private void refuseUnlessUnderWay() {
        if (!state.isUnderWay() || ending != null) {
            throw new Refusal("Ce parcours est déjà terminé.");
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

    /** The school, or the circonscription for those without one. */
    public String placeUai() {
        return placeUai;
    }

    /** Null for those who work for a whole circonscription. */
    public String schoolUai() {
        return schoolUai;
    }

    public String circonscriptionUai() {
        return circonscriptionUai;
    }

    public ArrivalOrigin origin() {
        return origin;
    }

    /** Nothing is asked during the first three weeks, and the path is short. */
    public boolean isSubstitute() {
        return substitute;
    }

    public ArrivalState state() {
        return state;
    }

    public LocalDate detectedOn() {
        return detectedOn;
    }

    void ask(LocalDate today) {
        askedOn = today;
    }

    /** From this day on the confirmation is waited for. */
    LocalDate askedOn() {
        return askedOn == null ? detectedOn : askedOn;
    }

    /** First day in the post; null before the confirmation. */
    public LocalDate takenUpOn() {
        return takenUpOn;
    }

    public Boolean entExperience() {
        return entExperience;
    }

    /** Codes of the modules to follow, in order; empty before the path is chosen, and when nothing is to be learnt. */
    public List<String> path() {
        return path == null || path.isEmpty() ? List.of() : Arrays.asList(path.split(","));
    }

    /** By when the path is to be accomplished; null before it is chosen. */
    public LocalDate dueOn() {
        return dueOn;
    }

    /** The day on which the due date was set: reminders due before it are not sent. */
    LocalDate dueSetOn() {
        return dueSetOn;
    }

    /** A new due date was set: the follow-up is to begin again. */
    boolean isDeferred() {
        return deferred;
    }

    public ArrivalEnding ending() {
        return ending;
    }

    public LocalDate closedOn() {
        return closedOn;
    }
}
