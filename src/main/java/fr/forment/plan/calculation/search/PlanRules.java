package fr.forment.plan.calculation.search;

import static ai.timefold.solver.core.api.score.stream.ConstraintCollectors.countDistinct;
import static ai.timefold.solver.core.api.score.stream.ConstraintCollectors.sum;
import static ai.timefold.solver.core.api.score.stream.Joiners.equal;
import static ai.timefold.solver.core.api.score.stream.Joiners.filtering;

import ai.timefold.solver.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import fr.forment.plan.calculation.PlanCalculator;
import fr.forment.plan.calculation.search.PlanStreams.Stay;

/** What no plan may break, and the people it leaves without a session. */
final class PlanRules {

    static final HardMediumSoftLongScore RULE = HardMediumSoftLongScore.ofHard(1_000_000);
    /** What concerns one session alone, so that no pin elsewhere is a reason to break it. */
    static final HardMediumSoftLongScore RULE_OF_ONE = HardMediumSoftLongScore.ofHard(1_000_000_000);
    /** What a person pinned is no reason to break another rule. */
    static final HardMediumSoftLongScore RULE_OF_A_PIN = HardMediumSoftLongScore.ONE_HARD;

    private PlanRules() {}

    static Constraint[] of(ConstraintFactory factory) {
        return new Constraint[] {
            places(factory),
            formateurEnUnSeulLieu(factory),
            formateurDisponible(factory),
            formateurEnRoute(factory),
            formateurHabilite(factory),
            formateurAttendu(factory),
            demiJourneesDuFormateur(factory),
            salleUneSeuleFois(factory),
            salleLibre(factory),
            ecoleDisponible(factory),
            ecoleEnRoute(factory),
            rythmeDeLEcole(factory),
            prerequis(factory),
            prerequisDUneSessionEpinglee(factory),
            groupeSuffisant(factory),
            personnesSansSession(factory),
            obligatoireApresOuverture(factory)
        };
    }

    /** A session takes so many people, and so does the room. */
    static Constraint places(ConstraintFactory factory) {
        return PlanStreams.filled(factory)
                .filter((sitting, people) -> people > places(sitting))
                .penalizeLong(RULE_OF_ONE, (sitting, people) -> people - places(sitting))
                .justifyWith((sitting, people, score) ->
                        new Reasons.Capacity(sitting.toString(), sitting.venue().name(), people, places(sitting)))
                .asConstraint("Places");
    }

    private static int places(Sitting sitting) {
        return sitting.course().module().isHeldBySchool()
                ? sitting.gathering().size()
                : Math.min(sitting.gathering().size(), sitting.venue().room(sitting.moment()));
    }

    /** Time to travel included. */
    static Constraint formateurEnUnSeulLieu(ConstraintFactory factory) {
        return factory.forEachUniquePair(Sitting.class, equal(Sitting::leader), equal(Sitting::day))
                .filter(Sitting::collides)
                .ifExists(Party.class, equal((one, other) -> one.gathering(), Party::gathering))
                .ifExists(Party.class, equal((one, other) -> other.gathering(), Party::gathering))
                .penalizeLong(RULE, (one, other) -> 1)
                .justifyWith((one, other, score) ->
                        new Reasons.TrainerInTwoPlaces(one.leader().key(), one.toString(), other.toString()))
                .asConstraint("Formateur en un seul lieu");
    }

    static Constraint formateurDisponible(ConstraintFactory factory) {
        return factory.forEach(Sitting.class)
                .filter(sitting -> sitting.leader().away().get(sitting.moment().index()))
                .ifExists(Party.class, equal(Sitting::gathering, Party::gathering))
                .penalizeLong(RULE_OF_ONE, sitting -> 1)
                .justifyWith((sitting, score) -> new Reasons.TrainerAway(
                        sitting.leader().key(),
                        sitting.toString(),
                        sitting.moment().date()))
                .asConstraint("Formateur disponible");
    }

    /** From or to a session of another plan on that day. */
    static Constraint formateurEnRoute(ConstraintFactory factory) {
        return factory.forEach(Sitting.class)
                .filter(sitting -> sitting.leader().isOnTheRoad(sitting.moment(), sitting.venue()))
                .ifExists(Party.class, equal(Sitting::gathering, Party::gathering))
                .penalizeLong(RULE_OF_ONE, sitting -> 1)
                .justifyWith((sitting, score) -> new Reasons.TrainerOnTheRoad(
                        sitting.leader().key(),
                        sitting.toString(),
                        sitting.moment().date()))
                .asConstraint("Formateur en route");
    }

    /** On that very day. */
    static Constraint formateurHabilite(ConstraintFactory factory) {
        return factory.forEach(Sitting.class)
                .filter(sitting -> !sitting.leader().mayLead(sitting.course().module(), sitting.moment()))
                .ifExists(Party.class, equal(Sitting::gathering, Party::gathering))
                .penalizeLong(RULE_OF_ONE, sitting -> 1)
                .justifyWith((sitting, score) -> new Reasons.TrainerNotQualified(
                        sitting.leader().key(),
                        sitting.toString(),
                        sitting.moment().date()))
                .asConstraint("Formateur habilité");
    }

    /** Nobody follows what he leads: of his own people, one less can come. */
    static Constraint formateurAttendu(ConstraintFactory factory) {
        return PlanStreams.seats(factory)
                .filter((gathering, team, people, sitting) -> sitting.leader()
                        .isExpectedAmong(people, team, sitting.course().module()))
                .penalizeLong(RULE_OF_ONE, (gathering, team, people, sitting) -> 1)
                .justifyWith((gathering, team, people, sitting, score) ->
                        new Reasons.TrainerExpected(sitting.leader().key(), sitting.toString(), team.uai()))
                .asConstraint("Formateur attendu");
    }

    static Constraint demiJourneesDuFormateur(ConstraintFactory factory) {
        return PlanStreams.held(factory)
                .filter(sitting -> sitting.leader().bound(sitting.moment()) != null)
                .groupBy(
                        Sitting::leader,
                        sitting -> sitting.leader().bound(sitting.moment()),
                        countDistinct(sitting -> sitting.moment().part()),
                        sum(sitting -> sitting.moment().isAllDay() ? 1 : 0))
                .filter((leader, bound, parts, more) -> parts + more > bound.most())
                .penalizeLong(RULE, (leader, bound, parts, more) -> parts + more - bound.most())
                .justifyWith((leader, bound, parts, more, score) ->
                        new Reasons.TrainerHalfDays(leader.key(), parts + more, bound.most()))
                .asConstraint("Demi-journées du formateur");
    }

    static Constraint salleUneSeuleFois(ConstraintFactory factory) {
        return factory.forEach(Sitting.class)
                .filter(sitting -> sitting.venue().single())
                .join(
                        Sitting.class,
                        equal(Sitting::venue),
                        equal(Sitting::day),
                        filtering((one, other) ->
                                one.gathering().index() < other.gathering().index() && one.overlaps(other)))
                .ifExists(Party.class, equal((one, other) -> one.gathering(), Party::gathering))
                .ifExists(Party.class, equal((one, other) -> other.gathering(), Party::gathering))
                .penalizeLong(RULE, (one, other) -> 1)
                .justifyWith((one, other, score) ->
                        new Reasons.RoomTwice(one.venue().name(), one.toString(), other.toString()))
                .asConstraint("Salle une seule fois");
    }

    static Constraint salleLibre(ConstraintFactory factory) {
        return factory.forEach(Sitting.class)
                .filter(sitting -> sitting.venue().taken().get(sitting.moment().index()))
                .ifExists(Party.class, equal(Sitting::gathering, Party::gathering))
                .penalizeLong(RULE_OF_ONE, sitting -> 1)
                .justifyWith((sitting, score) -> new Reasons.RoomTaken(
                        sitting.venue().name(),
                        sitting.toString(),
                        sitting.moment().date()))
                .asConstraint("Salle libre");
    }

    /** Neither in class nor closed, nor expected elsewhere. */
    static Constraint ecoleDisponible(ConstraintFactory factory) {
        return PlanStreams.seats(factory)
                .filter((gathering, team, people, sitting) -> !team.canCome(sitting.moment())
                        || !team.canSend(people, sitting.course().module(), sitting.moment()))
                .penalizeLong(RULE_OF_ONE, (gathering, team, people, sitting) -> 1)
                .justifyWith((gathering, team, people, sitting, score) -> new Reasons.SchoolAway(
                        team.uai(), sitting.toString(), sitting.moment().date()))
                .asConstraint("École disponible");
    }

    /** From or to a session of another plan on that day. */
    static Constraint ecoleEnRoute(ConstraintFactory factory) {
        return PlanStreams.seats(factory)
                .filter((gathering, team, people, sitting) ->
                        team.canSend(people, sitting.course().module(), sitting.moment())
                                && !team.canReach(
                                        people,
                                        sitting.course().module(),
                                        sitting.moment(),
                                        sitting.venue().name()))
                .penalizeLong(RULE_OF_ONE, (gathering, team, people, sitting) -> 1)
                .justifyWith((gathering, team, people, sitting, score) -> new Reasons.SchoolOnTheRoad(
                        team.uai(), sitting.toString(), sitting.moment().date()))
                .asConstraint("École en route");
    }

    /** One module a week; a day where the opening is near. */
    static Constraint rythmeDeLEcole(ConstraintFactory factory) {
        return PlanStreams.seats(factory)
                .filter((gathering, team, people, sitting) -> team.school() != null)
                .groupBy(
                        (gathering, team, people, sitting) -> team,
                        (gathering, team, people, sitting) ->
                                gathering.course().rhythm().of(sitting.moment()),
                        countDistinct((gathering, team, people, sitting) -> gathering.course()))
                .filter((team, when, modules) -> modules > 1)
                .penalizeLong(RULE, (team, when, modules) -> modules - 1)
                .justifyWith((team, when, modules, score) -> new Reasons.SchoolTwice(team.uai(), modules))
                .asConstraint("Rythme de l'école");
    }

    static Constraint prerequis(ConstraintFactory factory) {
        return PlanStreams.stays(factory)
                .join(PlanStreams.stays(factory), equal(Stay::team), filtering(Stay::isNotBefore))
                .filter((before, after) -> !after.sitting().isPinned())
                .penalizeLong(RULE, (before, after) -> 1)
                .justifyWith((before, after, score) -> new Reasons.PrerequisiteLater(
                        before.team().uai(),
                        before.sitting().toString(),
                        after.sitting().toString()))
                .asConstraint("Prérequis");
    }

    static Constraint prerequisDUneSessionEpinglee(ConstraintFactory factory) {
        return PlanStreams.stays(factory)
                .join(PlanStreams.stays(factory), equal(Stay::team), filtering(Stay::isNotBefore))
                .filter((before, after) -> after.sitting().isPinned())
                .penalizeLong(RULE_OF_A_PIN, (before, after) -> 1)
                .justifyWith((before, after, score) -> new Reasons.PrerequisiteLater(
                        before.team().uai(),
                        before.sitting().toString(),
                        after.sitting().toString()))
                .asConstraint("Prérequis d'une session épinglée");
    }

    /** A handful of people wait for the continuous phase, unless they must be trained now. */
    static Constraint groupeSuffisant(ConstraintFactory factory) {
        return PlanStreams.filled(factory)
                .filter((sitting, people) ->
                        !sitting.isPinned() && sitting.course().needsAGroup() && people < PlanCalculator.FEWEST)
                .penalizeLong(RULE, (sitting, people) -> PlanCalculator.FEWEST - people)
                .justifyWith((sitting, people, score) -> new Reasons.Handful(sitting.toString(), people))
                .asConstraint("Groupe suffisant");
    }

    static Constraint personnesSansSession(ConstraintFactory factory) {
        return factory.forEachIncludingUnassigned(Party.class)
                .filter(party -> party.gathering() == null)
                .penalizeLong(HardMediumSoftLongScore.ONE_MEDIUM, party -> (long) party.people() * party.priority())
                .justifyWith((party, score) -> new Reasons.Unplaced(
                        party.team().uai(), party.course().module().code(), party.people()))
                .asConstraint("Personnes sans session");
    }

    static Constraint obligatoireApresOuverture(ConstraintFactory factory) {
        return factory.forEach(Party.class)
                .filter(Party::isCompulsory)
                .join(
                        Sitting.class,
                        equal(Party::gathering, Sitting::gathering),
                        filtering((party, sitting) ->
                                sitting.day() >= party.course().opensOn()))
                .penalizeLong(HardMediumSoftLongScore.ONE_MEDIUM, (party, sitting) -> party.people())
                .justifyWith((party, sitting, score) ->
                        new Reasons.Late(party.team().uai(), sitting.toString(), party.people()))
                .asConstraint("Obligatoire après l'ouverture");
    }
}
