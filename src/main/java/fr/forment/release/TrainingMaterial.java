package fr.forment.release;

import fr.forment.journal.JournalEntry;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A guide, tutorial, film, exercise or set of slides that the training of a module relies on, in one circonscription or
 * in all of a département, as it is today. Its content is the one of its latest {@link MaterialVersion}.
 */
@Table("training_material")
public class TrainingMaterial {

    static final String JOURNAL = "MATERIAL";

    @Id
    private Long id;

    @Version
    private Integer version;

    private String circonscriptionUai;
    private String departementCode;
    private String moduleCode;
    private MaterialKind kind;
    private String title;
    private Long ownerId;
    private boolean forTrainers;
    private int number;
    private String place;
    private Long fileId;
    private String fileTold;
    private MaterialState state;
    private LocalDate staleSince;
    private String staleBecause;
    private Long staleRelease;
    private LocalDate reviewedOn;
    private String reviewedBy;
    private OffsetDateTime withdrawnAt;
    private String withdrawnBecause;

    TrainingMaterial() {}

    /** A line about it, to be written. */
    JournalEntry told(MaterialState before, String why) {
        return JournalEntry.of(JOURNAL, id)
                .what(title)
                .change(before == null ? null : before.label(), state.label())
                .because(why);
    }

    /** @param fileId null without a file */
    static TrainingMaterial of(NewMaterial asked, Long fileId, LocalDate today, String by) {
        TrainingMaterial material = new TrainingMaterial();
        material.circonscriptionUai = asked.circonscriptionUai();
        material.departementCode = asked.departementCode();
        material.moduleCode = asked.moduleCode();
        material.describe(asked.kind(), asked.title(), asked.ownerId(), asked.forTrainers());
        material.renew(asked.content(), fileId, today, by);
        return material;
    }

    void describe(MaterialKind what, String called, Long owner, boolean reserved) {
        kind = what;
        title = called;
        ownerId = owner;
        forTrainers = reserved;
    }

    /**
     * It describes no longer what people see.
     *
     * @param releaseId null when no version of the ENT is the cause
     * @return true when it is news; what is to be reviewed already stays so since its first day, and what is withdrawn
     *     is handed out no more
     */
    boolean flag(LocalDate today, String because, Long releaseId) {
        if (state != MaterialState.A_JOUR) {
            return false;
        }
        state = MaterialState.PERIME;
        staleSince = today;
        staleBecause = because;
        staleRelease = releaseId;
        return true;
    }

    /** Nobody is to use it any more. What was held with it keeps its version. */
    void withdraw(OffsetDateTime at, String because) {
        state = MaterialState.RETIRE;
        staleSince = null;
        staleBecause = null;
        staleRelease = null;
        withdrawnAt = at;
        withdrawnBecause = because;
    }

    /**
     * Somebody has read it and found nothing to change: a version like the one before. What was withdrawn is handed out
     * again.
     */
    void review(LocalDate on, String by) {
        number++;
        withdrawnAt = null;
        withdrawnBecause = null;
        state = MaterialState.A_JOUR;
        staleSince = null;
        staleBecause = null;
        staleRelease = null;
        reviewedOn = on;
        reviewedBy = by;
    }

    /** A version with another content. */
    void renew(MaterialContent content, Long newFileId, LocalDate on, String by) {
        review(on, by);
        place = content.place();
        fileId = newFileId;
        fileTold = content.file() == null ? null : content.file().told();
    }

    public Long id() {
        return id;
    }

    /** Null for one of a whole département. */
    public String circonscriptionUai() {
        return circonscriptionUai;
    }

    /** Null for one of a circonscription. */
    public String departementCode() {
        return departementCode;
    }

    public boolean isOfDepartement() {
        return departementCode != null;
    }

    /** The UAI of its circonscription, or the code of its département. */
    public String belongsTo() {
        return departementCode == null ? circonscriptionUai : departementCode;
    }

    public String moduleCode() {
        return moduleCode;
    }

    public MaterialKind kind() {
        return kind;
    }

    public String title() {
        return title;
    }

    /** Null while nobody answers for it. */
    public Long ownerId() {
        return ownerId;
    }

    /** Read by the team and by who gives the module only. */
    public boolean isForTrainers() {
        return forTrainers;
    }

    /** Of its latest version; the first is 1. */
    public int number() {
        return number;
    }

    /** An address of the web, where it is kept, or the name of its file. */
    public String place() {
        return place;
    }

    /** Null without a file. */
    public Long fileId() {
        return fileId;
    }

    /** Kind and size of the file. */
    public String fileTold() {
        return fileTold;
    }

    public boolean isLink() {
        return fileId == null && Links.isWeb(place);
    }

    /** Of its address; null without one. */
    public String host() {
        return isLink() ? Links.host(place) : null;
    }

    public boolean isStale() {
        return state == MaterialState.PERIME;
    }

    /**
     * Whatever was there when a version of the ENT was announced is stale or has been reviewed since; what is neither
     * came later, and nobody has held it against that version.
     */
    public boolean isAddedSince(EntRelease release) {
        return state == MaterialState.A_JOUR && number == 1 && release.modules().contains(moduleCode);
    }

    /** Where it stands for that version, in French. */
    public String stateFor(EntRelease release) {
        return isAddedSince(release) ? "Ajouté après l'annonce" : state.label();
    }

    public boolean isWithdrawn() {
        return state == MaterialState.RETIRE;
    }

    /** Null while it is handed out. */
    public OffsetDateTime withdrawnAt() {
        return withdrawnAt;
    }

    public String withdrawnBecause() {
        return withdrawnBecause;
    }

    public MaterialState state() {
        return state;
    }

    /** Null while it is up to date. */
    public LocalDate staleSince() {
        return staleSince;
    }

    public String staleBecause() {
        return staleBecause;
    }

    /** The version of the ENT that made it stale; null for another cause. */
    public Long staleRelease() {
        return staleRelease;
    }

    public LocalDate reviewedOn() {
        return reviewedOn;
    }

    /** A login. */
    public String reviewedBy() {
        return reviewedBy;
    }
}
