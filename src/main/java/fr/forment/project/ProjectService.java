package fr.forment.project;

import fr.forment.french.French;
import fr.forment.french.Refusal;
import fr.forment.journal.Journal;
import fr.forment.project.readiness.ReadinessProcess;
import fr.forment.territory.SchoolCalendar;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The stages of a project. The features above hear {@link NeedsDue}, {@link PlanDue} and {@link TrainersDue}, and call
 * back when theirs is done; a second call changes nothing.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class ProjectService {

    private final ProjectRepository projects;
    private final VagueRepository vagues;
    private final VagueSchoolRepository places;
    private final ProjectDraft draft;
    private final Journal journal;
    private final ProjectProcess process;
    private final ReadinessProcess preparation;
    private final ProjectMails mails;
    private final List<SurveyRule> surveyRules;
    private final SchoolCalendar calendar;
    private final PlanCourse plan;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /**
     * Opening days that fall outside of school days are moved to the next one.
     *
     * @throws Refusal when something is missing or wrong, or a school is in a project under way
     */
    public Project create(NewProject asked) {
        draft.check(asked);
        projects.lockCirconscription(asked.circonscriptionUai());
        int busy = places.underway(asked.vagues().stream()
                .flatMap(vague -> vague.schoolUais().stream())
                .toList());
        if (busy > 0) {
            throw new Refusal((busy == 1 ? "Une école choisie suit" : busy + " écoles choisies suivent")
                    + " déjà un projet en cours : une école ne peut suivre qu'un projet à la fois.");
        }
        Project project = projects.save(
                Project.of(asked.title().strip(), asked.circonscriptionUai(), calendar.schoolYear(today()), today()));
        int rank = 1;
        for (NewProject.NewVague each : asked.vagues()) {
            Vague vague = vagues.save(
                    Vague.of(project.id(), rank++, draft.schoolDay(asked.circonscriptionUai(), each.opensOn())));
            places.saveAll(each.schoolUais().stream()
                    .map(uai -> VagueSchool.of(vague.id(), uai))
                    .toList());
        }
        journal.add(ProjectEvent.of(project, Milestone.CREATED, null, null));
        process.begin(project.id());
        return project;
    }

    /** @throws Refusal when a date or a threshold makes no sense, or the convention is not signed */
    public void frame(long projectId, Framing framing) {
        Project project = find(projectId);
        draft.check(
                framing, vagues.findByProjectIdOrderByRank(projectId).get(0).opensOn(), project.circonscriptionUai());
        surveyRules.forEach(rule -> rule.objection(projectId, framing.surveyOpensOn(), framing.surveyDeadline())
                .ifPresent(problem -> {
                    throw new Refusal(problem);
                }));
        project.frame(framing);
        projects.save(project);
        journal.add(ProjectEvent.of(
                project,
                Milestone.FRAMED,
                "Enquête du " + French.date(framing.surveyOpensOn()) + " au " + French.date(framing.surveyDeadline()),
                project.state()));
    }

    public void launchNeeds(long projectId) {
        enter(projectId, ProjectState.CADRAGE, ProjectState.BESOINS, Milestone.NEEDS_LAUNCHED, null);
        events.publishEvent(new NeedsDue(projectId));
    }

    public void needsGathered(long projectId) {
        if (find(projectId).state() == ProjectState.BESOINS) {
            enter(projectId, ProjectState.BESOINS, ProjectState.PLAN, Milestone.NEEDS_GATHERED, null);
            awaited(process.needsGathered(projectId));
        }
    }

    public void launchPlan(long projectId) {
        note(projectId, Milestone.PLAN_LAUNCHED, null);
        events.publishEvent(new PlanDue(projectId));
    }

    public void planApproved(long projectId) {
        if (find(projectId).state() == ProjectState.PLAN) {
            Project project = find(projectId);
            project.enter(ProjectState.PLAN, ProjectState.FORMATEURS);
            projects.save(project);
            noteDecision(project, Milestone.PLAN_APPROVED, ProjectState.PLAN);
            awaited(process.planApproved(projectId));
        }
    }

    public void planRejected(long projectId) {
        if (find(projectId).state() == ProjectState.PLAN) {
            noteDecision(find(projectId), Milestone.PLAN_REJECTED, ProjectState.PLAN);
            awaited(process.planRejected(projectId));
        }
    }

    /** The plan goes back to those who make it. In the transaction of who decides. */
    public void planSentBack(long projectId, String remarks) {
        note(projectId, Milestone.PLAN_SENT_BACK, remarks);
    }

    /**
     * An amendment is in force, or is not: the project itself stands where it stood. In the transaction of who decides.
     */
    public void amendmentDecided(long projectId, boolean approved, String why) {
        note(projectId, approved ? Milestone.AMENDMENT_APPROVED : Milestone.AMENDMENT_REJECTED, why);
        amendmentOver(projectId, approved);
    }

    /** Nobody wants it any more: what waited for it goes on with the plan in force. */
    public void amendmentAbandoned(long projectId, String why) {
        note(projectId, Milestone.AMENDMENT_ABANDONED, why);
        amendmentOver(projectId, false);
    }

    private void amendmentOver(long projectId, boolean approved) {
        Project project = find(projectId);
        if (project.planAwaitedSince() != null) {
            project.planIsDecided(approved);
            projects.save(project);
            awaited(process.projectReplanned(projectId));
        }
        vagues.findByProjectIdOrderByRank(projectId).stream()
                .filter(vague -> vague.decision() == VagueDecision.REDO)
                .forEach(vague -> awaited(process.vagueAmended(vague.id())));
        vagues.findByProjectIdOrderByRank(projectId).stream()
                .filter(vague -> vague.planAwaitedSince() != null)
                .forEach(vague -> {
                    vague.planIsDecided();
                    vagues.save(vague);
                    process.vagueReplanned(vague.id()); // not heard before it waits: the model asks again
                });
    }

    /** @param choice REDO or ABANDON. True when another plan is to be made. @throws Refusal without choice or motive */
    public boolean decideAfterRejection(long projectId, String choice, String motive) {
        boolean redo = "REDO".equals(choice);
        if (!redo && !"ABANDON".equals(choice)) {
            throw new Refusal("Choisissez de refaire le plan ou d'abandonner le projet.", "choice");
        }
        if (redo) {
            note(projectId, Milestone.PLAN_TO_REDO, motive);
        } else {
            giveUp(projectId, motive);
        }
        return redo;
    }

    /** The IEN has let a task of the project lie. */
    public void remind(long projectId, String task) {
        mails.projectAwaits(find(projectId), task);
    }

    /** The sessions of its trainers open once an amendment that gives them dates is decided. */
    public void awaitPlan(long projectId, String why) {
        Project project = find(projectId);
        project.awaitPlan(today());
        projects.save(project);
        note(projectId, Milestone.DATES_ASKED, why);
    }

    public void launchTrainers(long projectId) {
        note(projectId, Milestone.TRAINERS_LAUNCHED, null);
        events.publishEvent(new TrainersDue(projectId));
    }

    public void trainersTrained(long projectId) {
        Project project = find(projectId);
        if (project.state() == ProjectState.FORMATEURS && project.trainersTrainedOn() == null) {
            project.trainersAreTrained(today());
            projects.save(project);
            journal.add(ProjectEvent.of(project, Milestone.TRAINERS_TRAINED, null, project.state()));
            process.trainersTrained(projectId); // nobody waits yet when there was nobody to train: the model asks again
        }
    }

    /** The vagues are over: the bilan of the whole is due. */
    public void launchBilan(long projectId) {
        enter(projectId, ProjectState.VAGUES, ProjectState.BILAN, Milestone.BILAN_LAUNCHED, null);
        events.publishEvent(new BilanDue(projectId, null));
    }

    /** @throws Refusal without visa */
    public void validateBilan(long projectId, boolean visa, String remarks) {
        if (!visa) {
            throw new Refusal("Cochez le visa pour valider le bilan ; vos remarques y seront jointes.", "visa");
        }
        Project project = find(projectId);
        project.validateBilan(remarks);
        projects.save(project);
        journal.add(ProjectEvent.of(project, Milestone.BILAN_VALIDATED, remarks, project.state()));
    }

    public void enterContinuousPhase(long projectId) {
        enter(projectId, ProjectState.BILAN, ProjectState.CONTINU, Milestone.CONTINUOUS, null);
    }

    /** From the page, at any stage: everything that runs for the project ends. */
    public void abandon(long projectId, String motive) {
        giveUp(projectId, motive);
        process.end(projectId, motive);
    }

    /** As {@link #abandon}, when the process itself ends next. */
    public void giveUp(long projectId, String motive) {
        if (motive == null || motive.isBlank()) {
            throw new Refusal("Indiquez le motif de l'abandon.", "motive");
        }
        Project project = find(projectId);
        ProjectState before = project.state();
        project.abandon();
        projects.save(project);
        journal.add(ProjectEvent.of(project, Milestone.ABANDONED, motive, before));
        vagues.findByProjectIdOrderByRank(projectId).forEach(vague -> stop(vague, motive));
        events.publishEvent(new ProjectAbandoned(projectId));
    }

    private void stop(Vague vague, String motive) {
        places.inVague(vague.id()).forEach(place -> {
            process.endOpening(place.id(), motive);
            process.endCatchUp(place.id(), motive);
        });
        process.endVague(vague.id(), motive);
        preparation.end(vague.id(), motive);
        vague.suspend();
        vagues.save(vague);
    }

    private void enter(long projectId, ProjectState from, ProjectState to, Milestone what, String why) {
        Project project = find(projectId);
        project.enter(from, to);
        projects.save(project);
        journal.add(ProjectEvent.of(project, what, why, from));
    }

    /** The person who decided on the plan is the author, though a job tells the project. */
    private void noteDecision(Project project, Milestone what, ProjectState before) {
        PlanCourse.Decided decided = plan.decided(project.id()).orElse(new PlanCourse.Decided(null, null));
        journal.add(ProjectEvent.of(project, what, decided.remarks(), before).by(decided.by()));
    }

    private void note(long projectId, Milestone what, String why) {
        Project project = find(projectId);
        journal.add(ProjectEvent.of(project, what, why, project.state()));
    }

    private Project find(long projectId) {
        return projects.findById(projectId).orElseThrow();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    /** News that nobody waits for must not be lost: the caller's transaction fails and is tried again. */
    private static void awaited(boolean heard) {
        if (!heard) {
            throw new IllegalStateException("the project does not wait for this yet");
        }
    }
}
