package fr.forment.release;

import fr.forment.french.French;
import fr.forment.french.Refusal;
import fr.forment.journal.JournalEntry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** A version of the ENT in one circonscription, from its announcement until the schools know of it. */
@Table("ent_release")
public class EntRelease {

    static final String JOURNAL = "RELEASE";

    @Id
    private Long id;

    @Version
    private Integer version;

    private String circonscriptionUai;
    private String label;
    private LocalDate serviceOn;
    private String note;
    private String tutorial;
    private String modules;
    private ReleaseState state;
    private ReleaseNeed need;
    private String changes;
    private LocalDate declaredOn;
    private LocalDate reviewAskedOn;
    private Long sessionId;
    private Boolean sessionHeld;

    EntRelease() {}

    /** A line about it, to be written. */
    JournalEntry told(ReleaseState before, String why) {
        return JournalEntry.of(JOURNAL, id)
                .what("Version " + label)
                .change(before == null ? null : before.label(), state.label())
                .because(why);
    }

    static EntRelease of(NewRelease asked, LocalDate today) {
        EntRelease release = new EntRelease();
        release.circonscriptionUai = asked.circonscriptionUai();
        release.label = asked.label();
        release.serviceOn = asked.serviceOn();
        release.note = asked.note();
        release.tutorial = asked.tutorial();
        release.modules = asked.modules().stream().sorted().collect(Collectors.joining(","));
        release.declaredOn = today;
        release.state = ReleaseState.A_QUALIFIER;
        return release;
    }

    /**
     * What was announced is not so: another day, other modules, another note.
     *
     * @return what changed, in French; empty when nothing did
     */
    List<String> correct(NewRelease corrected, LocalDate today) {
        if (!isCorrectable(today)) {
            throw new Refusal(
                    "Cette version est en service et son suivi est terminé : annoncez une nouvelle version pour dire ce qui a changé.");
        }
        List<String> changed = new ArrayList<>();
        if (!label.equals(corrected.label())) {
            changed.add("nom : " + corrected.label() + " (auparavant : " + label + ")");
        }
        if (!serviceOn.equals(corrected.serviceOn())) {
            changed.add("mise en service : " + French.date(corrected.serviceOn()) + " (auparavant : "
                    + French.date(serviceOn) + ")");
        }
        if (!note.equals(corrected.note())) {
            changed.add("note de version");
        }
        if (!tutorial().equals(corrected.tutorial())) {
            changed.add("tutoriel");
        }
        if (!Set.copyOf(modules()).equals(corrected.modules())) {
            changed.add("modules concernés");
        }
        label = corrected.label();
        serviceOn = corrected.serviceOn();
        note = corrected.note();
        tutorial = corrected.tutorial();
        modules = corrected.modules().stream().sorted().collect(Collectors.joining(","));
        return changed;
    }

    /** Until it is in service, also once the schools were told; after that, until its follow-up is over. */
    public boolean isCorrectable(LocalDate today) {
        return !state.isOver() || serviceOn.isAfter(today);
    }

    /** The schools that work with the ENT were told, or are to be told when they open. */
    boolean isToldToSchools() {
        return state == ReleaseState.DIFFUSEE || state == ReleaseState.A_L_OUVERTURE;
    }

    /** The first school that opens hears of it. */
    void toldAtOpening() {
        state = ReleaseState.DIFFUSEE;
    }

    /**
     * @param inWords what changes, for the schools; may be blank
     * @param address of the tutorial; blank where the answer asks for none
     */
    void qualify(ReleaseNeed answer, String inWords, String address, LocalDate today) {
        if (state != ReleaseState.A_QUALIFIER) {
            throw new Refusal("Une réponse est déjà enregistrée pour cette version.");
        }
        need = answer;
        changes = inWords;
        if (!address.isBlank()) {
            tutorial = address;
        }
        reviewAskedOn = today;
        state = answer == ReleaseNeed.FORMATION
                ? ReleaseState.FORMATION_EQUIPE
                : answer == ReleaseNeed.TUTORIEL ? ReleaseState.RELECTURE : state;
    }

    void trainIn(long updateSessionId) {
        sessionId = updateSessionId;
        sessionHeld = null;
    }

    /** The update session is over. A session that was not held sends the version back to its qualification. */
    void sessionOver(boolean held, LocalDate today) {
        sessionHeld = held;
        if (state == ReleaseState.FORMATION_EQUIPE) {
            state = held ? ReleaseState.RELECTURE : ReleaseState.A_QUALIFIER;
            reviewAskedOn = today;
        }
    }

    void close(ReleaseState last) {
        if (state.isOver() || !last.isOver()) {
            throw new IllegalStateException("release " + id + " is " + state + ", not to become " + last);
        }
        state = last;
    }

    public Long id() {
        return id;
    }

    /** Another one after each change. */
    int revision() {
        return version;
    }

    public String circonscriptionUai() {
        return circonscriptionUai;
    }

    /** The supplier's name of the version. */
    public String label() {
        return label;
    }

    /** First day of service. */
    public LocalDate serviceOn() {
        return serviceOn;
    }

    public String note() {
        return note;
    }

    /** Address of a tutorial; empty when there is none. */
    public String tutorial() {
        return tutorial == null ? "" : tutorial;
    }

    /** Codes of the modules whose training it changes, in alphabetical order. */
    public List<String> modules() {
        return modules == null || modules.isEmpty() ? List.of() : Arrays.asList(modules.split(","));
    }

    public ReleaseState state() {
        return state;
    }

    /** Null before the qualification. */
    public ReleaseNeed need() {
        return need;
    }

    /** What changes, in words for the schools; empty when nobody wrote it. */
    public String changes() {
        return changes == null ? "" : changes;
    }

    public LocalDate declaredOn() {
        return declaredOn;
    }

    /** When the team was asked, last, to go on: the qualification, or the end of its session; null before. */
    LocalDate reviewAskedOn() {
        return reviewAskedOn;
    }

    /** The session in which the team learns of it; null while there is none. */
    public Long sessionId() {
        return sessionId;
    }

    boolean isSessionOver() {
        return sessionHeld != null;
    }

    boolean wasSessionHeld() {
        return Boolean.TRUE.equals(sessionHeld);
    }
}
