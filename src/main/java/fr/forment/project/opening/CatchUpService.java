package fr.forment.project.opening;

import fr.forment.account.Role;
import fr.forment.account.SignedIn;
import fr.forment.french.French;
import fr.forment.french.Refusal;
import fr.forment.journal.Journal;
import fr.forment.project.Milestone;
import fr.forment.project.OpeningGap;
import fr.forment.project.OpeningGaps;
import fr.forment.project.ProjectEvent;
import fr.forment.project.ProjectProcess;
import fr.forment.project.ResourcePersonNamed;
import fr.forment.project.VaguePlaces;
import fr.forment.project.VaguePlaces.Situation;
import fr.forment.project.VagueSchool;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a waiver leaves open, until it is there: reminded, told to the IEN when its date has passed, decided anew. */
@Service
@Transactional
@RequiredArgsConstructor
public class CatchUpService {

    private final VaguePlaces places;
    private final OpeningGaps gaps;
    private final ResourcePersons resourcePersons;
    private final ProjectProcess process;
    private final CatchUpMails mails;
    private final CatchUpDates dates;
    private final Journal journal;
    private final SignedIn signedIn;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    public void remind(long placeId) {
        mails.tell(places.find(placeId), Role.ERUN, "catchUpSoon", "remindCatchUp");
        mails.owed(places.find(placeId), "remindCatchUp:owed", false, Role.ERUN);
    }

    public void tellLate(long placeId) {
        mails.tell(places.find(placeId), Role.IEN, "catchUpOver", "tellLate");
        mails.owed(places.find(placeId), "tellLate:owed", true, Role.IEN);
    }

    public void remindDecision(long placeId) {
        mails.tell(places.find(placeId), Role.IEN, "catchUpLate", "remindDecision");
    }

    /**
     * True when nothing is left to catch up on.
     *
     * @throws Refusal when something is left though the choice says otherwise, or when a new date is not the IEN's, has
     *     no motive or has passed
     */
    public boolean settle(long placeId, CatchUp decision) {
        Situation it = places.find(placeId);
        refuseIf(decision.choice() == null, "Choisissez ce qui est décidé pour cette école.", "choice");
        complete(it.place(), decision);
        List<OpeningGap> left = missing(it);
        if (decision.choice() == CatchUp.Choice.DONE) {
            refuseIf(
                    !left.isEmpty(),
                    "Il manque encore : "
                            + left.stream().map(gap -> gap.told(false)).collect(Collectors.joining(" ; ")) + ".",
                    "choice");
        } else {
            later(it, decision);
        }
        if (left.isEmpty()) {
            done(it);
        } else {
            places.save(it.place());
        }
        return left.isEmpty();
    }

    /** Somebody was trained, something was signed or prepared: perhaps that was the last thing missing. */
    void check(VagueSchool place) {
        if (place.isCatchingUp()) {
            Situation it = places.of(place);
            if (missing(it).isEmpty()) {
                done(it);
                process.caughtUp(place.id());
            }
        }
    }

    private List<OpeningGap> missing(Situation it) {
        return gaps.withCatchUps(it.project(), List.of(it.place()))
                .get(it.place().id());
    }

    private void done(Situation it) {
        it.place().caughtUp(today());
        places.save(it.place());
        journal.add(ProjectEvent.of(
                it.vague(), it.place(), Milestone.CAUGHT_UP, null, it.place().state()));
    }

    private void complete(VagueSchool place, CatchUp decision) {
        if (decision.charterSignedOn() != null) {
            CharterDay.check(decision.charterSignedOn(), today());
            place.signCharter(decision.charterSignedOn());
        }
        if (decision.resourcePersonId() != null) {
            resourcePersons.check(place.schoolUai(), decision.resourcePersonId());
            place.nameResourcePerson(decision.resourcePersonId());
            events.publishEvent(
                    new ResourcePersonNamed(place.vagueId(), place.schoolUai(), decision.resourcePersonId()));
        }
    }

    private void later(Situation it, CatchUp decision) {
        refuseIf(
                !signedIn.has(Role.IEN, it.project().circonscriptionUai()),
                "Seul l'IEN de la circonscription peut fixer une nouvelle date de rattrapage.");
        refuseIf(
                decision.motive() == null || decision.motive().isBlank(),
                "Indiquez pourquoi le rattrapage prend plus de temps.",
                "motive");
        dates.check(
                it.project().circonscriptionUai(),
                decision.catchUpOn(),
                "Indiquez la nouvelle date de rattrapage, après aujourd'hui.");
        it.place().catchUpLater(decision.catchUpOn(), decision.motive().strip(), signedIn.signature());
        journal.add(ProjectEvent.of(
                it.vague(),
                it.place(),
                Milestone.CATCH_UP_MOVED,
                decision.motive().strip() + " (rattrapage le " + French.date(decision.catchUpOn()) + ")",
                it.place().state()));
        mails.toFollow(it, Set.of());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static void refuseIf(boolean wrong, String message, String... fields) {
        if (wrong) {
            throw new Refusal(message, fields);
        }
    }
}
