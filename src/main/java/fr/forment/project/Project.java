package fr.forment.project;

import fr.forment.french.Refusal;
import java.time.LocalDate;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/**
 * An ENT project: one circonscription, its stages and what was settled at the framing. A school is in one at a time.
 */
@Table("project")
public class Project {

    static final int USUAL_RESPONSE_THRESHOLD = 80;
    static final int USUAL_TEACHER_THRESHOLD = 50;

    @Id
    private Long id;

    @Version
    private Integer version;

    private String title;
    private String circonscriptionUai;
    private String schoolYear;
    private ProjectState state;
    private LocalDate createdOn;
    private LocalDate surveyOpensOn;
    private LocalDate surveyDeadline;
    private int responseThreshold;
    private int teacherThreshold;
    private boolean conventionSigned;
    private boolean trainingEnvironment;
    private LocalDate trainersTrainedOn;
    private LocalDate planAwaitedSince;
    private boolean datesRefused;
    private String bilanRemarks;

    Project() {}

    static Project of(String title, String circonscriptionUai, String schoolYear, LocalDate createdOn) {
        Project project = new Project();
        project.title = title;
        project.circonscriptionUai = circonscriptionUai;
        project.schoolYear = schoolYear;
        project.createdOn = createdOn;
        project.state = ProjectState.CADRAGE;
        project.responseThreshold = USUAL_RESPONSE_THRESHOLD;
        project.teacherThreshold = USUAL_TEACHER_THRESHOLD;
        return project;
    }

    public Long id() {
        return id;
    }

    public String title() {
        return title;
    }

    public String circonscriptionUai() {
        return circonscriptionUai;
    }

    /** "2026-2027": the year it was created in. */
    public String schoolYear() {
        return schoolYear;
    }

    public ProjectState state() {
        return state;
    }

    public LocalDate createdOn() {
        return createdOn;
    }

    /** Null before the framing. */
    public LocalDate surveyOpensOn() {
        return surveyOpensOn;
    }

    /** Null before the framing. */
    public LocalDate surveyDeadline() {
        return surveyDeadline;
    }

    /** Percent of the schools that must answer the survey. */
    public int responseThreshold() {
        return responseThreshold;
    }

    /** Percent of a school's teachers trained before it opens. */
    public int teacherThreshold() {
        return teacherThreshold;
    }

    public boolean isConventionSigned() {
        return conventionSigned;
    }

    public boolean hasTrainingEnvironment() {
        return trainingEnvironment;
    }

    /** Null until those who train the others are trained. */
    public LocalDate trainersTrainedOn() {
        return trainersTrainedOn;
    }

    /** What the IEN wrote under the bilan; null before the visa. */
    public String bilanRemarks() {
        return bilanRemarks;
    }

    void frame(Framing framing) {
        require(ProjectState.CADRAGE);
        surveyOpensOn = framing.surveyOpensOn();
        surveyDeadline = framing.surveyDeadline();
        responseThreshold = framing.responseThreshold();
        teacherThreshold = framing.teacherThreshold();
        conventionSigned = framing.conventionSigned();
        trainingEnvironment = framing.trainingEnvironment();
    }

    void enter(ProjectState from, ProjectState to) {
        require(from);
        state = to;
    }

    void trainersAreTrained(LocalDate on) {
        require(ProjectState.FORMATEURS);
        trainersTrainedOn = on;
    }

    /** Null unless the sessions of its trainers wait for an amendment that gives them dates. */
    public LocalDate planAwaitedSince() {
        return planAwaitedSince;
    }

    /** An amendment that gave the sessions of its trainers dates was rejected or given up: they open as they are. */
    public boolean areDatesRefused() {
        return datesRefused;
    }

    void awaitPlan(LocalDate since) {
        require(ProjectState.FORMATEURS);
        planAwaitedSince = since;
    }

    void planIsDecided(boolean approved) {
        planAwaitedSince = null;
        datesRefused = !approved;
    }

    void validateBilan(String remarks) {
        require(ProjectState.BILAN);
        bilanRemarks = remarks == null ? "" : remarks;
    }

    /** @throws Refusal when the project is over already */
    void abandon() {
        if (state.isFinal()) {
            throw new Refusal("Ce projet n'est plus en cours : il ne peut pas être abandonné.");
        }
        enter(state, ProjectState.ABANDONNE);
    }

    private void require(ProjectState expected) {
        if (state != expected) {
            throw new IllegalStateException("project " + id + " is " + state + ", not " + expected);
        }
    }
}
