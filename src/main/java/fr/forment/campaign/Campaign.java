package fr.forment.campaign;

import fr.forment.catalogue.Reminders;
import fr.forment.survey.Survey;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** One round of asking the schools of a project what they need, from its opening to the grid. A project has one. */
@Table("campaign")
public class Campaign {

    @Id
    private Long id;

    @Version
    private Integer version;

    private Long projectId;
    private String circonscriptionUai;
    private LocalDate opensOn;
    private LocalDate deadline;
    private int threshold;
    private CampaignState state;
    private int rounds;
    private String title;
    private LocalDate pausedOn;
    private String openedUpTo;

    Campaign() {}

    /** One that asks schools outside of a project: a draft until somebody launches it. */
    static Campaign draft(
            String title, String circonscriptionUai, LocalDate opensOn, LocalDate deadline, int threshold) {
        Campaign campaign = of(null, circonscriptionUai, opensOn, deadline, threshold);
        campaign.title = title;
        campaign.state = CampaignState.BROUILLON;
        return campaign;
    }

    static Campaign of(
            Long projectId, String circonscriptionUai, LocalDate opensOn, LocalDate deadline, int threshold) {
        Campaign campaign = new Campaign();
        campaign.projectId = projectId;
        campaign.circonscriptionUai = circonscriptionUai;
        campaign.opensOn = opensOn;
        campaign.deadline = deadline;
        campaign.threshold = threshold;
        campaign.state = CampaignState.PROGRAMMEE;
        return campaign;
    }

    public Long id() {
        return id;
    }

    /** Null for a campaign that serves no project. */
    public Long projectId() {
        return projectId;
    }

    /** Null for the campaign of a project, which is called as the project is. */
    String title() {
        return title;
    }

    public String circonscriptionUai() {
        return circonscriptionUai;
    }

    public LocalDate opensOn() {
        return opensOn;
    }

    /** The last day to answer, included. */
    public LocalDate deadline() {
        return deadline;
    }

    /** The evening of the last day. */
    public LocalDateTime deadlineTime() {
        return deadline.atTime(Reminders.EVENING);
    }

    /** The last day for one school: a school that came later has its own. */
    public LocalDate deadline(Survey survey) {
        return survey.isApart() ? survey.ownDue() : deadline;
    }

    /** Percent of the schools that must answer. */
    public int threshold() {
        return threshold;
    }

    public CampaignState state() {
        return state;
    }

    /** Since when no letter leaves; null when it is not paused. */
    public LocalDate pausedOn() {
        return pausedOn;
    }

    public boolean isPaused() {
        return pausedOn != null;
    }

    /** UAI of the last school asked; "" before the first. */
    String openedUpTo() {
        return openedUpTo == null ? "" : openedUpTo;
    }

    /** Letters may be written to the schools that have not answered. */
    public boolean mayRemind() {
        return state.takesAnswers() && !isPaused();
    }

    /** An answer given at this time comes after the deadline of the school. */
    public boolean isLate(Survey survey, LocalDateTime at) {
        return at.isAfter(deadline(survey).atTime(Reminders.EVENING));
    }

    /** Doing it again changes nothing: schools are opened in several steps. */
    void open() {
        if (state == CampaignState.PROGRAMMEE) {
            state = CampaignState.OUVERTE;
        }
    }

    void openedUpTo(String uai) {
        openedUpTo = uai;
    }

    void plan() {
        enter(CampaignState.BROUILLON, CampaignState.PROGRAMMEE);
    }

    /** Before it opens. A project's campaign keeps the title of the project, and its circonscription. */
    void replan(CampaignDraft draft, String newTitle, String leadingUai) {
        if (!state.isToCome()) {
            throw new IllegalStateException("campaign " + id + " is " + state);
        }
        opensOn = draft.opensOn();
        deadline = draft.deadline();
        threshold = draft.threshold();
        if (projectId == null) {
            title = newTitle;
            circonscriptionUai = leadingUai;
        }
    }

    void callOff() {
        enter(CampaignState.PROGRAMMEE, CampaignState.ABANDONNEE);
    }

    void pause(LocalDate day) {
        enter(CampaignState.OUVERTE, CampaignState.OUVERTE);
        pausedOn = day;
    }

    /** @param newDeadline later by as many school days as the pause has lasted */
    void resume(LocalDate newDeadline) {
        pausedOn = null;
        deadline = newDeadline;
    }

    /** More time before the old deadline has come. */
    void moveDeadline(LocalDate newDeadline) {
        enter(CampaignState.OUVERTE, CampaignState.OUVERTE);
        deadline = newDeadline;
    }

    void close() {
        enter(CampaignState.OUVERTE, CampaignState.CLOSE);
    }

    void extendTo(LocalDate newDeadline) {
        enter(CampaignState.CLOSE, CampaignState.OUVERTE);
        deadline = newDeadline;
    }

    public void consolidated() {
        enter(CampaignState.CLOSE, CampaignState.DEPOUILLEE);
    }

    void integrated() {
        enter(CampaignState.DEPOUILLEE, CampaignState.INTEGREE);
    }

    void abandon() {
        state = CampaignState.ABANDONNEE;
    }

    /** The number of a new round of reminders: it makes the keys of its mails. */
    int nextRound() {
        return ++rounds;
    }

    int rounds() {
        return rounds;
    }

    private void enter(CampaignState from, CampaignState to) {
        if (state != from) {
            throw new IllegalStateException("campaign " + id + " is " + state + ", cannot become " + to);
        }
        state = to;
    }
}
