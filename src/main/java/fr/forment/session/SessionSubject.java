package fr.forment.session;

import fr.forment.catalogue.Format;
import fr.forment.catalogue.TrainerKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/**
 * What a session is about: of which plan, which module, where, by whom, despite what. When it is and who may come is
 * the session's.
 */
abstract class SessionSubject {

    @Id
    Long id;

    @Version
    Integer version;

    Long phaseId;
    Long projectId;
    Long vagueId;
    Integer planLine;
    String circonscriptionUai;
    String moduleCode;
    String place;
    Format format;
    TrainerKind trainerKind;
    Long trainerId;
    boolean forParents;
    Integer headCount;
    private String heldAnywayDespite;
    private String heldAnywayFor;

    final void readSubject(ResultSet row) throws SQLException {
        id = row.getLong("id");
        version = row.getInt("version");
        phaseId = row.getObject("phase_id", Long.class);
        projectId = row.getObject("project_id", Long.class);
        vagueId = row.getObject("vague_id", Long.class);
        planLine = row.getObject("plan_line", Integer.class);
        circonscriptionUai = row.getString("circonscription_uai");
        moduleCode = row.getString("module_code");
        place = row.getString("place");
        format = Format.valueOf(row.getString("format"));
        trainerKind = TrainerKind.valueOf(row.getString("trainer_kind"));
        trainerId = row.getObject("trainer_id", Long.class);
        forParents = row.getBoolean("for_parents");
        headCount = row.getObject("head_count", Integer.class);
        heldAnywayDespite = row.getString("held_anyway_despite");
        heldAnywayFor = row.getString("held_anyway_for");
    }

    public Long id() {
        return id;
    }

    /** Null for a session that belongs to no plan. */
    public Long phaseId() {
        return phaseId;
    }

    /** Null when it serves no project. */
    public Long projectId() {
        return projectId;
    }

    /** Null for the training of trainers, and for a session that belongs to no plan. */
    public Long vagueId() {
        return vagueId;
    }

    /** The line of the plan it comes from; null for a session that belongs to no plan. */
    public Integer planLine() {
        return planLine;
    }

    public String circonscriptionUai() {
        return circonscriptionUai;
    }

    public String moduleCode() {
        return moduleCode;
    }

    /** UAI of a school, name of a town, or address of a remote meeting. */
    public String place() {
        return place;
    }

    public Format format() {
        return format;
    }

    public TrainerKind trainerKind() {
        return trainerKind;
    }

    /** Null while nobody is named. */
    public Long trainerId() {
        return trainerId;
    }

    /** Parents are not enrolled, only counted. */
    public boolean isForParents() {
        return forParents;
    }

    /** Parents who came; null before it is known. */
    public Integer headCount() {
        return headCount;
    }

    /** The team wants it held as it is: what was found stays found, and the reason is shown. */
    public void holdAnyway(List<String> faults, String motive) {
        heldAnywayDespite = String.join("\n", faults);
        heldAnywayFor = motive;
    }

    /** Whether each of these was accepted for its present dates, place and trainer; another one is asked about. */
    public boolean isHeldAnyway(List<String> faults) {
        return faults.isEmpty()
                || heldAnywayDespite != null
                        && heldAnywayDespite.lines().toList().containsAll(faults);
    }

    /** Why it is held although something speaks against it; null when nobody said so. */
    public String heldAnywayFor() {
        return heldAnywayFor;
    }

    /** Another date, place or trainer is another question. */
    void isNoLongerAccepted() {
        heldAnywayDespite = null;
        heldAnywayFor = null;
    }
}
