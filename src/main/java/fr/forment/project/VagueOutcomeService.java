package fr.forment.project;

import fr.forment.french.French;
import fr.forment.french.Refusal;
import fr.forment.journal.Journal;
import fr.forment.project.need.VagueOutcomeMails;
import fr.forment.project.need.VagueRedone;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How vagues follow each other: the next one begins, a vague settles, the IEN decides on its bilan, it closes. */
@Service
@Transactional
@RequiredArgsConstructor
public class VagueOutcomeService {

    /** Days of use before a vague is looked back upon. */
    public static final int STABILISATION_DAYS = 30;
    /** A vague that had to be added opens that long after the one before. */
    static final int DAYS_TO_ADDED_VAGUE = 90;

    private final VagueRepository vagues;
    private final VagueSchoolRepository places;
    private final ProjectRepository projects;
    private final ProjectDraft draft;
    private final Journal journal;
    private final ProjectProcess process;
    private final OpeningDates dates;
    private final PlanCourse plan;
    private final BilanService bilans;
    private final VagueOutcomeMails mails;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** Begins the next vague that has schools. False when there is none, or the IEN stopped the deployment. */
    public boolean launchNext(long projectId) {
        Project project = projects.findById(projectId).orElseThrow();
        if (project.state() == ProjectState.FORMATEURS) {
            project.enter(ProjectState.FORMATEURS, ProjectState.VAGUES);
            projects.save(project);
        }
        List<Vague> all = vagues.findByProjectIdOrderByRank(projectId);
        boolean stopped = all.stream().anyMatch(vague -> vague.decision() == VagueDecision.STOP);
        for (Vague vague : all) {
            if (vague.state() == VagueState.PREPARATION) {
                if (stopped) {
                    suspend(vague);
                } else if (places.inVague(vague.id()).stream()
                        .allMatch(place -> place.state().isGone())) {
                    enter(vague, VagueState.PREPARATION, VagueState.CLOSE, Milestone.VAGUE_EMPTY, null);
                } else {
                    journal.add(ProjectEvent.of(vague, Milestone.VAGUE_BEGUN, null, vague.state()));
                    process.beginVague(vague.id());
                    return true;
                }
            }
        }
        return false;
    }

    /** The vague after this one; added when there is none that has not begun. */
    public Vague after(Vague vague) {
        List<Vague> all = vagues.findByProjectIdOrderByRank(vague.projectId());
        Optional<Vague> next = all.stream()
                .filter(each -> each.rank() > vague.rank() && each.state() == VagueState.PREPARATION)
                .findFirst();
        return next.orElseGet(() -> add(vague, all.get(all.size() - 1).rank() + 1));
    }

    public void settle(long vagueId) {
        Vague vague = find(vagueId);
        VagueState before = vague.state();
        vague.settle();
        vagues.save(vague);
        journal.add(ProjectEvent.of(vague, Milestone.SCHOOLS_SETTLED, null, before));
    }

    /** A school day, 30 days after the last opening, or the last session held anew; today when no school opened. */
    @Transactional(readOnly = true)
    public LocalDate stabilisedOn(long vagueId) {
        LocalDate trained = find(vagueId).trainedOn();
        Optional<LocalDate> last = places.inVague(vagueId).stream()
                .map(VagueSchool::openedOn)
                .filter(Objects::nonNull)
                .max(LocalDate::compareTo)
                .map(day -> trained != null && trained.isAfter(day) ? trained : day);
        return last.map(day -> draft.schoolDay(circonscription(find(vagueId)), day.plusDays(STABILISATION_DAYS)))
                .orElse(today());
    }

    /**
     * When the decision on what follows is due: after the answers on the use, which are asked for on the day of the
     * bilan where a school opened; before the next vague opens.
     */
    @Transactional(readOnly = true)
    public LocalDate decisionDue(long vagueId) {
        boolean isUsed = places.inVague(vagueId).stream().anyMatch(place -> place.openedOn() != null);
        return dates.before(
                circonscription(find(vagueId)),
                isUsed ? OpeningDates.DECISION : OpeningDates.FIRST_REMINDER,
                following(vagueId).map(Vague::opensOn).orElse(null));
    }

    public void launchBilan(long vagueId) {
        Vague vague = find(vagueId);
        journal.add(ProjectEvent.of(vague, Milestone.BILAN_LAUNCHED, null, vague.state()));
        events.publishEvent(new BilanDue(vague.projectId(), vagueId));
    }

    /**
     * An answer on the use came, or a session ended: who is still to decide on the vague, or to sign the bilan of the
     * project, reads figures of today.
     *
     * @param vagueId null where it is of no vague
     */
    public void figuresMoved(long projectId, Long vagueId) {
        if (vagueId != null
                && find(vagueId).decision() == null
                && bilans.find(projectId, vagueId).isPresent()) {
            events.publishEvent(new BilanDue(projectId, vagueId));
        }
        if (projects.findById(projectId).orElseThrow().state() == ProjectState.BILAN) {
            events.publishEvent(new BilanDue(projectId, null));
        }
    }

    /**
     * @throws Refusal when a postponement has no date to come, on a school day, or nothing to put off, when anything
     *     but going on has no motive, or when sessions are to be held anew and no plan is in force to be amended
     */
    public VagueDecision decide(
            long vagueId, VagueDecision decision, LocalDate resumesOn, VagueDecision.Owner owner, String motive) {
        if (decision == null) {
            throw new Refusal("Choisissez la suite à donner.", "choice");
        }
        if (owner == null) {
            throw new Refusal("Choisissez dans la liste qui se charge de la suite.", "owner");
        }
        if (decision != VagueDecision.CONTINUE && (motive == null || motive.isBlank())) {
            throw new Refusal("Indiquez le motif de votre décision.", "motive");
        }
        if (decision == VagueDecision.POSTPONE && (resumesOn == null || !resumesOn.isAfter(today()))) {
            throw new Refusal("Indiquez la date de reprise, après aujourd'hui.", "resumesOn");
        }
        Vague vague = find(vagueId);
        if (decision == VagueDecision.POSTPONE) {
            refuseToPostpone(vague, resumesOn);
        }
        if (decision == VagueDecision.REDO) {
            plan.amend(vague.projectId(), "Sessions de " + vague.inSentence() + " à refaire : ", motive);
            events.publishEvent(new VagueRedone(vagueId));
        }
        LocalDate resumes = decision == VagueDecision.POSTPONE ? resumesOn : null;
        vague.decide(decision, resumes, owner);
        vagues.save(vague);
        String until = resumes == null ? "" : " jusqu'au " + French.date(resumes);
        journal.add(ProjectEvent.of(
                vague,
                Milestone.VAGUE_DECIDED,
                decision.label() + until + " (qui s'en charge : " + owner.label() + ")"
                        + (motive == null || motive.isBlank() ? "" : " : " + motive.strip()),
                vague.state()));
        if (decision != VagueDecision.CONTINUE) {
            mails.decided(
                    projects.findById(vague.projectId()).orElseThrow(),
                    vague,
                    decision,
                    motive,
                    waiting(vague, decision));
        }
        return decision;
    }

    /** The vague that begins after this one; empty where it is the last. */
    @Transactional(readOnly = true)
    public Optional<Vague> following(long vagueId) {
        Vague vague = find(vagueId);
        return vagues.findByProjectIdOrderByRank(vague.projectId()).stream()
                .filter(each -> each.rank() > vague.rank() && each.state() == VagueState.PREPARATION)
                .filter(each -> places.inVague(each.id()).stream()
                        .anyMatch(place -> !place.state().isGone()))
                .findFirst();
    }

    /** The schools that hear of it: of the vague that comes next, of all to come where none comes any more. */
    private List<VagueOutcomeMails.Waiting> waiting(Vague vague, VagueDecision decision) {
        List<Vague> later = decision == VagueDecision.STOP
                ? vagues.findByProjectIdOrderByRank(vague.projectId()).stream()
                        .filter(each ->
                                each.rank() > vague.rank() && !each.state().isOver())
                        .toList()
                : following(vague.id()).stream().toList();
        return later.stream()
                .flatMap(each -> places.inVague(each.id()).stream()
                        .filter(place -> !place.state().isGone())
                        .map(place -> new VagueOutcomeMails.Waiting(each, place)))
                .toList();
    }

    /** Nobody is asked again on that day: the vague that follows begins, so there must be one, and school. */
    private void refuseToPostpone(Vague vague, LocalDate resumesOn) {
        Optional<Vague> following = following(vague.id());
        if (following.isEmpty()) {
            throw new Refusal(
                    "Aucune vague ne suit " + vague.inSentence()
                            + " : il n'y a rien à ajourner. Choisissez « Lancer la vague suivante » pour la clore (le bilan du projet vous est alors demandé), ou faites refaire des sessions.",
                    "choice");
        }
        LocalDate opening = following.get().opensOn();
        if (!resumesOn.isBefore(opening)) {
            LocalDate last = dates.dayBefore(circonscription(vague), opening);
            LocalDate least = draft.schoolDay(circonscription(vague), resumesOn.plusDays(1));
            throw new Refusal(
                    "Ce jour-là, " + following.get().inSentence() + " devrait commencer, or ses écoles ouvrent le "
                            + French.day(opening) + " : "
                            + (last.isAfter(today()) ? "reprenez au plus tard le " + French.day(last) + ", ou " : "")
                            + "retardez d'abord l'ouverture de "
                            + following.get().inSentence() + ", sur la page du projet, au "
                            + French.day(least) + " au plus tôt.",
                    "resumesOn");
        }
        LocalDate next = draft.schoolDay(circonscription(vague), resumesOn);
        if (!next.equals(resumesOn)) {
            throw new Refusal(
                    "Le " + French.day(resumesOn) + " n'est pas un jour de classe : le premier qui suit est le "
                            + French.day(next) + ".",
                    "resumesOn");
        }
    }

    /** The amendment is decided: what it adds is held, and the vague is looked back upon again. */
    public void reopen(long vagueId) {
        Vague vague = find(vagueId);
        VagueState before = vague.state();
        vague.redo();
        vagues.save(vague);
        journal.add(ProjectEvent.of(vague, Milestone.VAGUE_REDONE, null, before));
    }

    public void close(long vagueId) {
        Vague vague = find(vagueId);
        enter(vague, VagueState.STABILISATION, VagueState.CLOSE, Milestone.VAGUE_CLOSED, null);
        if (!process.vagueClosed(vague.projectId())) {
            throw new IllegalStateException("the project does not wait for vague " + vagueId);
        }
    }

    private Vague add(Vague last, int rank) {
        LocalDate from = last.opensOn().isAfter(today()) ? last.opensOn() : today();
        Vague added = vagues.save(Vague.of(
                last.projectId(), rank, draft.schoolDay(circonscription(last), from.plusDays(DAYS_TO_ADDED_VAGUE))));
        journal.add(ProjectEvent.of(
                added,
                Milestone.VAGUE_ADDED,
                "Pour les écoles reportées ; ouverture prévue le " + French.date(added.opensOn()),
                null));
        return added;
    }

    private void suspend(Vague vague) {
        VagueState before = vague.state();
        vague.suspend();
        vagues.save(vague);
        journal.add(ProjectEvent.of(vague, Milestone.VAGUE_SUSPENDED, null, before));
    }

    private void enter(Vague vague, VagueState from, VagueState to, Milestone what, String why) {
        vague.enter(EnumSet.of(from), to);
        vagues.save(vague);
        journal.add(ProjectEvent.of(vague, what, why, from));
    }

    private String circonscription(Vague vague) {
        return projects.findById(vague.projectId()).orElseThrow().circonscriptionUai();
    }

    private Vague find(long vagueId) {
        return vagues.findById(vagueId).orElseThrow();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
