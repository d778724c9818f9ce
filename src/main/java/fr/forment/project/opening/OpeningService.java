package fr.forment.project.opening;

import fr.forment.account.Groups;
import fr.forment.account.Role;
import fr.forment.account.SignedIn;
import fr.forment.engine.OpenTasks;
import fr.forment.french.French;
import fr.forment.french.Refusal;
import fr.forment.journal.Journal;
import fr.forment.project.GateReason;
import fr.forment.project.GateVerdict;
import fr.forment.project.Milestone;
import fr.forment.project.OpeningDates;
import fr.forment.project.OpeningGaps;
import fr.forment.project.OpeningGate;
import fr.forment.project.PlaceState;
import fr.forment.project.ProjectEvent;
import fr.forment.project.ProjectProcess;
import fr.forment.project.ResourcePersonNamed;
import fr.forment.project.Vague;
import fr.forment.project.VagueOutcomeService;
import fr.forment.project.VaguePlaces;
import fr.forment.project.VaguePlaces.Situation;
import fr.forment.project.VagueSchool;
import fr.forment.project.VagueSchoolRepository;
import fr.forment.project.VagueService;
import fr.forment.project.VagueState;
import fr.forment.project.need.SchoolOpened;
import fr.forment.project.need.SchoolPostponed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A school from its engagement to its opening, through the gate. */
@Service
@Transactional
@RequiredArgsConstructor
public class OpeningService {

    /** What the gate makes of a school. */
    public enum Passage {
        OPEN,
        EARLY,
        REFUSED
    }

    /** Of the policy's reminders, the one for a school that did not open in time. */
    public static final int LAST_REMINDER = 3;

    private final VaguePlaces places;
    private final VagueSchoolRepository repository;
    private final OpeningGate gate;
    private final OpeningGaps gaps;
    private final ResourcePersons resourcePersons;
    private final VagueOutcomeService outcomes;
    private final VagueService vagues;
    private final Journal journal;
    private final OpeningMails mails;
    private final CatchUpDates catchUps;
    private final CatchUpMails catchUpMails;
    private final OpeningDates dates;
    private final ProjectProcess process;
    private final OpenTasks tasks;
    private final SignedIn signedIn;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** @throws Refusal when the director leaves something open */
    public void engage(long placeId, Engagement engagement) {
        Situation it = places.find(placeId);
        refuseIf(
                !engagement.staffUpToDate(),
                "Vérifiez la liste des personnels de l'école, puis cochez qu'elle est à jour.",
                "staffUpToDate");
        resourcePersons.check(it.place().schoolUai(), engagement.resourcePersonId());
        refuseIf(
                engagement.charterSignedOn() == null && !engagement.charterUnderWay(),
                "Indiquez la date de signature de la charte, ou qu'elle est en cours.",
                "charterSignedOn",
                "charterUnderWay");
        checkSignature(engagement.charterSignedOn());
        PlaceState before = it.place().state();
        it.place().engage(engagement.resourcePersonId(), engagement.charterSignedOn());
        places.save(it.place());
        journal.add(ProjectEvent.of(
                it.vague(),
                it.place(),
                Milestone.SCHOOL_ENGAGED,
                engagement.charterSignedOn() == null ? "Charte en cours de signature" : null,
                before));
        tellNamed(it.place(), engagement.resourcePersonId());
    }

    /** As the policy says: first the director, then the E-RUN, who may then answer for the school. */
    public void remindEngagement(long placeId, int rank) {
        Situation it = places.find(placeId);
        Role reader = dates.reader(rank);
        if (reader == Role.ERUN) {
            tasks.addCandidateGroup(
                    "schoolOpening",
                    placeId,
                    "engage",
                    Groups.of(Role.ERUN, it.project().circonscriptionUai()));
        }
        mails.engagementAwaited(it.project(), it.vague(), it.place(), rank, reader);
    }

    /** The planned day has gone by and the school is still kept closed. */
    public void remindSettlement(long placeId) {
        Situation it = places.find(placeId);
        mails.settlementAwaited(it.project(), it.vague(), it.place(), dates.reader(LAST_REMINDER));
    }

    /**
     * Whether its vague is past gate 1, sessions launched. The vague is held: launched in the same moment, it either is
     * seen or finds the school waiting.
     */
    public boolean isVagueAtWork(long placeId) {
        VagueState state = places.held(placeId).state();
        return !state.isOver() && state.compareTo(VagueState.FORMATION) >= 0;
    }

    /** Whether the sessions of its vague are over. */
    @Transactional(readOnly = true)
    public boolean isVagueTrained(long placeId) {
        return places.find(placeId).vague().trainedOn() != null;
    }

    /** Gate 2, noted on the place. A refusal is told to E-RUN and IEN. */
    public Passage checkGate(long placeId) {
        Situation it = places.find(placeId);
        GateVerdict verdict = gate.ask(it.project(), it.place());
        PlaceState before = it.place().state();
        boolean wasRefused = !it.place().gateReasons().isEmpty();
        it.place().check(verdict, today());
        places.save(it.place());
        if (verdict.isOpen() && wasRefused && !it.place().isWaived()) {
            journal.add(ProjectEvent.of(it.vague(), it.place(), Milestone.OPENING_CLEARED, null, before));
        }
        if (verdict.isOpen()) {
            return it.vague().opensOn().isAfter(today()) ? Passage.EARLY : Passage.OPEN;
        }
        journal.add(ProjectEvent.of(it.vague(), it.place(), Milestone.OPENING_REFUSED, missing(it), before));
        mails.openingRefused(it.project(), it.vague(), it.place());
        events.publishEvent(
                new SchoolTrainingRefused(it.vague().id(), it.place().schoolUai()));
        return Passage.REFUSED;
    }

    /** To those who advise the schools of the whole département; there may be none. */
    public void copyRefusal(long placeId) {
        Situation it = places.find(placeId);
        mails.openingRefusedCopied(it.project(), it.vague(), it.place());
    }

    /** Without names: not everybody who reads the history sees people. */
    private String missing(Situation it) {
        return gaps.of(it.project(), it.place()).stream()
                .map(gap -> gap.told(false))
                .collect(Collectors.joining(" ; "));
    }

    /** @throws Refusal when the choice lacks what it needs, or a waiver is not the IEN's */
    public void settle(long placeId, Settlement settlement) {
        Situation it = places.find(placeId);
        refuseIf(settlement.choice() == null, "Choisissez ce qui est décidé pour cette école.", "choice");
        complete(it.place(), settlement);
        switch (settlement.choice()) {
            case RECHECK -> recheck(it, settlement);
            case POSTPONE -> postpone(it, settlement.motive());
            case WAIVE -> waive(it, settlement);
        }
    }

    /** The school is in service from today. @throws Refusal unless the gate is open now */
    public void open(long placeId) {
        Situation it = places.find(placeId);
        PlaceState before = it.place().state();
        it.place().open(gate.ask(it.project(), it.place()), today());
        places.save(it.place());
        journal.add(ProjectEvent.of(
                it.vague(), it.place(), Milestone.SCHOOL_OPENED, it.place().waiverMotive(), before));
        mails.schoolOpened(it.project(), it.vague(), it.place());
        catchUpMails.toldByTheOpening(it.place());
        events.publishEvent(new SchoolOpened(it.vague().id(), it.place().schoolUai()));
        vagues.schoolSettled(it.vague().id());
    }

    private void complete(VagueSchool place, Settlement settlement) {
        if (settlement.charterSignedOn() != null) {
            checkSignature(settlement.charterSignedOn());
            place.signCharter(settlement.charterSignedOn());
        }
        if (settlement.resourcePersonId() != null) {
            resourcePersons.check(place.schoolUai(), settlement.resourcePersonId());
            place.nameResourcePerson(settlement.resourcePersonId());
            places.save(place);
            tellNamed(place, settlement.resourcePersonId());
        }
    }

    private void tellNamed(VagueSchool place, Long agentId) {
        events.publishEvent(new ResourcePersonNamed(place.vagueId(), place.schoolUai(), agentId));
    }

    /** What is given with it counts at once; without anything new the gate would say the same. */
    private void recheck(Situation it, Settlement settlement) {
        refuseIf(
                settlement.charterSignedOn() == null
                        && settlement.resourcePersonId() == null
                        && !gate.ask(it.project(), it.place()).isOpen(),
                "Il manque encore : " + missing(it)
                        + ". La tâche reste ouverte, et l'ouverture reprend d'elle-même dès que c'est fait.",
                "choice");
        places.save(it.place());
        List<String> said = new ArrayList<>();
        if (settlement.charterSignedOn() != null) {
            said.add("charte signée le " + French.date(settlement.charterSignedOn()));
        }
        if (settlement.resourcePersonId() != null) {
            said.add("personne ressource désignée");
        }
        if (!isBlank(settlement.motive())) {
            said.add(settlement.motive().strip());
        }
        journal.add(ProjectEvent.of(
                it.vague(),
                it.place(),
                Milestone.OPENING_RECHECKED,
                String.join(" ; ", said),
                it.place().state()));
    }

    private void postpone(Situation it, String motive) {
        refuseIf(isBlank(motive), "Indiquez le motif du report.", "motive");
        PlaceState before = it.place().state();
        Vague next = outcomes.after(it.vague());
        VagueSchool moved = it.place().postponeTo(next.id(), motive.strip());
        process.endCatchUp(it.place().id(), motive);
        places.save(it.place());
        if (repository.ofSchool(it.project().id(), moved.schoolUai()).stream()
                .noneMatch(place -> place.vagueId().equals(next.id()))) {
            places.save(moved);
        }
        journal.add(ProjectEvent.of(it.vague(), it.place(), Milestone.SCHOOL_POSTPONED, motive, before));
        events.publishEvent(new SchoolPostponed(it.vague().id(), it.place().schoolUai()));
        mails.schoolPostponed(next, it.place(), it.vague().opensOn());
        if (!signedIn.has(Role.IEN, it.project().circonscriptionUai())) {
            mails.postponementNoted(it, next, motive.strip(), signedIn.signature());
        }
        vagues.schoolSettled(it.vague().id());
    }

    private void waive(Situation it, Settlement settlement) {
        refuseIf(
                !signedIn.has(Role.IEN, it.project().circonscriptionUai()),
                "Seul l'IEN de la circonscription peut accorder une dérogation.");
        refuseIf(isBlank(settlement.motive()), "Indiquez le motif de la dérogation.", "motive");
        catchUps.check(
                it.project().circonscriptionUai(),
                settlement.catchUpOn(),
                "Indiquez la date, après aujourd'hui, à laquelle ce qui manque sera rattrapé.");
        it.place().waive(settlement.motive().strip(), signedIn.signature(), settlement.catchUpOn());
        GateVerdict verdict = gate.ask(it.project(), it.place());
        refuseIf(
                !verdict.isOpen(),
                verdict.reasons().contains(GateReason.NOBODY_TRAINED)
                        ? French.capital(verdict.sentence()) + "."
                        : "Dérogation impossible : " + verdict.sentence() + ".");
        places.save(it.place());
        process.beginCatchUp(it.place().id());
        catchUpMails.toFollow(it, catchUpMails.owed(it, "waived", false, Role.IEN));
        journal.add(ProjectEvent.of(
                it.vague(),
                it.place(),
                Milestone.OPENING_WAIVED,
                settlement.motive().strip() + " (rattrapage le " + French.date(settlement.catchUpOn()) + ")",
                it.place().state()));
    }

    private void checkSignature(LocalDate signedOn) {
        if (signedOn != null) {
            CharterDay.check(signedOn, today());
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    private static void refuseIf(boolean wrong, String message, String... fields) {
        if (wrong) {
            throw new Refusal(message, fields);
        }
    }
}
