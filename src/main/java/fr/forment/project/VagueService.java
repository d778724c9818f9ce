package fr.forment.project;

import fr.forment.account.Role;
import fr.forment.account.SignedIn;
import fr.forment.french.Refusal;
import fr.forment.journal.Journal;
import fr.forment.project.readiness.ReadinessProcess;
import fr.forment.project.readiness.ReadinessService;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A vague from its trainers to its last school; what comes after is {@link VagueOutcomeService}. */
@Service
@Transactional
@RequiredArgsConstructor
public class VagueService {

    private static final Set<VagueState> BEFORE_TRAINERS =
            EnumSet.of(VagueState.PREPARATION, VagueState.FORMATEURS_EN_FORMATION);

    private final VagueRepository vagues;
    private final VagueSchoolRepository places;
    private final Projects projects;
    private final TrainerReadiness trainers;
    private final PlanCourse plan;
    private final List<TrainerReadiness.ModuleCare> cares;
    private final Journal journal;
    private final ProjectProcess process;
    private final ProjectMails mails;
    private final ReadinessService readiness;
    private final ReadinessProcess preparation;
    private final ApplicationEventPublisher events;
    private final SignedIn signedIn;
    private final Clock clock;

    /**
     * Gate 1. True when everybody who trains the schools is trained and no module waits for a review; otherwise IEN and
     * E-RUN are told.
     */
    public boolean checkTrainers(long vagueId) {
        Vague vague = find(vagueId);
        List<TrainerGap> gaps = trainers.gaps(project(vague).circonscriptionUai());
        List<String> lacks = plan.trainerLacks(vague.projectId(), vague.rank());
        List<String> modules = modules(vague);
        vague.trainersChecked(lacks, modules);
        boolean ready = gaps.isEmpty() && lacks.isEmpty() && modules.isEmpty();
        enter(
                vague,
                BEFORE_TRAINERS,
                ready ? VagueState.FORMATEURS_PRETS : VagueState.FORMATEURS_EN_FORMATION,
                ready ? Milestone.TRAINERS_READY : Milestone.TRAINERS_MISSING,
                ready
                        ? null
                        : "Formations à suivre : " + gaps.size()
                                + (lacks.isEmpty()
                                        ? ""
                                        : " ; demi-journées qui manquent : " + String.join(" ; ", lacks))
                                + (modules.isEmpty() ? "" : " ; modules à revoir : " + String.join(" ; ", modules)));
        if (!ready) {
            mails.trainersMissing(
                    project(vague),
                    vague,
                    gaps,
                    Stream.concat(lacks.stream(), modules.stream()).toList());
        }
        return ready;
    }

    /**
     * @param choice RECHECK or GO_ON. True when the vague goes on as it is.
     * @throws Refusal without choice; to check again while something is still missing, which says what; going on
     *     without motive or by somebody else than the IEN: the fiche wants trainers trained first
     */
    public boolean settleTrainers(long vagueId, String choice, String motive) {
        boolean goOn = "GO_ON".equals(choice);
        if (!goOn && !"RECHECK".equals(choice)) {
            throw new Refusal("Choisissez de vérifier à nouveau ou de poursuivre.", "choice");
        }
        if (goOn && !signedIn.has(Role.IEN, project(find(vagueId)).circonscriptionUai())) {
            throw new Refusal(
                    "Seul l'IEN de la circonscription peut commencer la vague sans attendre. Choisissez de vérifier à nouveau quand tout est là.",
                    "choice");
        }
        if (goOn && (motive == null || motive.isBlank())) {
            throw new Refusal(
                    "Indiquez pourquoi la vague commence malgré ce qui manque encore : formateurs, demi-journées ou supports.",
                    "motive");
        }
        if (!goOn) {
            Vague vague = find(vagueId);
            refuseWhileMissing(vague);
            journal.add(ProjectEvent.of(vague, Milestone.TRAINERS_RECHECKED, motive, vague.state()));
        }
        if (goOn) {
            enter(find(vagueId), BEFORE_TRAINERS, VagueState.FORMATEURS_PRETS, Milestone.TRAINERS_WAIVED, motive);
        }
        return goOn;
    }

    /** Nothing comes of looking again at what has not changed: whoever asks reads what is still missing. */
    private void refuseWhileMissing(Vague vague) {
        List<String> missing = Stream.of(
                        trainers.gaps(project(vague).circonscriptionUai()).stream()
                                .collect(Collectors.groupingBy(
                                        TrainerGap::moduleTitle,
                                        LinkedHashMap::new,
                                        Collectors.mapping(
                                                gap -> gap.function().label(), Collectors.toCollection(TreeSet::new))))
                                .entrySet()
                                .stream()
                                .map(each -> each.getKey() + " (" + String.join(", ", each.getValue()) + ")"),
                        plan.trainerLacks(vague.projectId(), vague.rank()).stream(),
                        modules(vague).stream())
                .flatMap(each -> each)
                .map(each -> each.replaceFirst("\\.$", ""))
                .toList();
        if (!missing.isEmpty()) {
            throw new Refusal(
                    "Il manque encore : " + String.join(" ; ", missing)
                            + ". La tâche reste ouverte : vérifiez de nouveau quand c'est fait.",
                    "choice");
        }
    }

    private List<String> modules(Vague vague) {
        return cares.stream()
                .flatMap(care ->
                        care.before(vague.projectId(), project(vague).circonscriptionUai(), vague.rank()).stream())
                .toList();
    }

    /** Nobody else changes it until the transaction ends. */
    public Vague hold(long vagueId) {
        return vagues.findWithLockById(vagueId).orElseThrow();
    }

    /** Its schools are to open on another day. The caller holds it and has asked whether they may. */
    public void openOn(Vague vague, LocalDate day, String why) {
        vague.openOn(day);
        vagues.save(vague);
        places.inVague(vague.id()).stream()
                .filter(place -> place.askedOn() != null && !place.state().isSettled())
                .forEach(place -> process.openingMoved(place.id()));
        journal.add(ProjectEvent.of(vague, Milestone.OPENING_MOVED, why, vague.state()));
    }

    /** The IEN has let a task of the vague lie. */
    public void remind(long vagueId, String task) {
        Vague vague = find(vagueId);
        mails.vagueAwaits(project(vague), vague, task);
    }

    /**
     * Each school that is still in and was not asked yet gets its own opening, and its director is written to: long
     * before the sessions, which are for the people it names.
     */
    public void askSchools(long vagueId) {
        Vague vague = hold(vagueId);
        List<VagueSchool> asked = places.inVague(vagueId).stream()
                .filter(place -> !place.state().isSettled() && place.askedOn() == null)
                .toList();
        if (asked.isEmpty()) {
            return;
        }
        LocalDate today = LocalDate.now(clock);
        asked.forEach(place -> place.ask(today));
        places.saveAll(asked);
        process.beginOpenings(asked.stream().map(VagueSchool::id).toList());
        asked.forEach(place -> mails.engagementAsked(project(vague), vague, place));
        journal.add(ProjectEvent.of(vague, Milestone.SCHOOLS_ASKED, null, vague.state()));
    }

    /**
     * Entered while others of the vague are at it already: it is asked now. Before the vague has begun it is asked with
     * the others.
     */
    public void askAlso(Vague vague) {
        boolean begun = vague.state() != VagueState.PREPARATION
                || places.inVague(vague.id()).stream().anyMatch(place -> place.askedOn() != null);
        if (begun) {
            askSchools(vague.id());
        }
        if (vague.state() == VagueState.ECOLES_ENGAGEES || vague.state() == VagueState.FORMATION) {
            readiness.askAgain(vague.id());
        }
    }

    /** The same of the first vague to come. */
    public void askFirstSchools(long projectId) {
        projects.vagues(projectId).stream()
                .filter(vague -> vague.state() == VagueState.PREPARATION)
                .min(Comparator.comparingInt(Vague::rank))
                .ifPresent(vague -> askSchools(vague.id()));
    }

    /** Its trainers are ready: the collectivité is asked for accounts and network. */
    public void engageSchools(long vagueId) {
        askSchools(vagueId); // those of a vague that began before schools were asked first
        Vague vague = find(vagueId);
        vague.enter(EnumSet.of(VagueState.FORMATEURS_PRETS), VagueState.ECOLES_ENGAGEES);
        vagues.save(vague);
        readiness.ask(vagueId);
    }

    /** The team looked at the need again before the sessions. */
    public void needReviewed(long vagueId, boolean amended, String why) {
        Vague vague = find(vagueId);
        vague.needReviewed(LocalDate.now(clock));
        vagues.save(vague);
        journal.add(ProjectEvent.of(
                vague, amended ? Milestone.NEED_AMENDED : Milestone.NEED_CONFIRMED, why, vague.state()));
    }

    /** Its sessions open once an amendment that gives them dates is decided. */
    public void awaitPlan(long vagueId, String why) {
        Vague vague = find(vagueId);
        vague.awaitPlan(LocalDate.now(clock));
        vagues.save(vague);
        journal.add(ProjectEvent.of(vague, Milestone.DATES_ASKED, why, vague.state()));
    }

    /** Nobody did in time. */
    public void needUnreviewed(long vagueId) {
        Vague vague = find(vagueId);
        journal.add(ProjectEvent.of(vague, Milestone.NEED_UNREVIEWED, null, vague.state()));
    }

    public void openSessions(long vagueId) {
        enter(
                find(vagueId),
                EnumSet.of(VagueState.ECOLES_ENGAGEES),
                VagueState.FORMATION,
                Milestone.SESSIONS_LAUNCHED,
                null);
        places.inVague(vagueId).forEach(place -> process.vagueAtWork(place.id()));
        events.publishEvent(new VagueEngaged(vagueId));
    }

    /** The last session of the vague is over. Telling it again changes nothing. */
    public void trained(long vagueId) {
        Vague vague = find(vagueId);
        if (!vague.state().isOver() && vague.isTrained(LocalDate.now(clock))) {
            vagues.save(vague);
            journal.add(ProjectEvent.of(
                    vague,
                    vague.isRedone() ? Milestone.VAGUE_TRAINED_ANEW : Milestone.VAGUE_TRAINED,
                    null,
                    vague.state()));
            process.vagueTrained(vagueId); // nobody waits yet when there was no session: the model asks again
        }
    }

    /** The schools may now go through the gate. */
    public void tellSchools(long vagueId) {
        Vague vague = find(vagueId);
        vague.enter(EnumSet.of(VagueState.FORMATION), VagueState.PRETE);
        vagues.save(vague);
        places.inVague(vagueId).forEach(place -> process.schoolTrained(place.id()));
    }

    /** Whether each school is in service, postponed or out. */
    @Transactional(readOnly = true)
    public boolean areSchoolsSettled(long vagueId) {
        return places.inVague(vagueId).stream().allMatch(place -> place.state().isSettled());
    }

    /** After each school that settles: the last one lets the vague go on. */
    public void schoolSettled(long vagueId) {
        if (readiness.isComplete(vagueId)) {
            preparation.settled(vagueId);
        }
        if (areSchoolsSettled(vagueId)) {
            process.schoolsSettled(vagueId); // not heard while sessions still run: the model asks again
        }
    }

    private void enter(Vague vague, Set<VagueState> from, VagueState to, Milestone what, String why) {
        VagueState before = vague.state();
        vague.enter(from, to);
        vagues.save(vague);
        journal.add(ProjectEvent.of(vague, what, why, before));
    }

    private Project project(Vague vague) {
        return projects.find(vague.projectId()).orElseThrow();
    }

    private Vague find(long vagueId) {
        return vagues.findById(vagueId).orElseThrow();
    }
}
