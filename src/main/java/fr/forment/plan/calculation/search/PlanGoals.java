package fr.forment.plan.calculation.search;

import static ai.timefold.solver.core.api.score.stream.ConstraintCollectors.countDistinct;
import static ai.timefold.solver.core.api.score.stream.ConstraintCollectors.max;
import static ai.timefold.solver.core.api.score.stream.ConstraintCollectors.min;
import static ai.timefold.solver.core.api.score.stream.ConstraintCollectors.sum;
import static ai.timefold.solver.core.api.score.stream.Joiners.equal;
import static ai.timefold.solver.core.api.score.stream.Joiners.filtering;

import ai.timefold.solver.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import fr.forment.plan.calculation.Goal;
import fr.forment.plan.calculation.search.Timetable.Partners;

/** One method per {@link Goal}. Each counts in units of its goal, times {@link Basis#KILOMETRE}. */
final class PlanGoals {

    private static final HardMediumSoftLongScore UNIT = HardMediumSoftLongScore.ONE_SOFT;
    private static final long ONE = Basis.KILOMETRE;

    private PlanGoals() {}

    static Constraint[] of(ConstraintFactory factory) {
        return new Constraint[] {
            creneauSouhaite(factory),
            formatSouhaite(factory),
            partenaireSouhaite(factory),
            trajetSouhaite(factory),
            personneKilometre(factory),
            colleguesReunis(factory),
            chargeDesFormateurs(factory),
            avancementDesEcoles(factory),
            precocite(factory),
            remplacement(factory),
            sousMinimum(factory),
            dateDeplacee(factory)
        };
    }

    static Constraint creneauSouhaite(ConstraintFactory factory) {
        return PlanStreams.seats(factory)
                .filter((gathering, team, people, sitting) ->
                        Wishes.missesSlot(team, gathering.course().module(), sitting.moment()))
                .penalizeLong(UNIT, (gathering, team, people, sitting) -> ONE)
                .justifyWith((gathering, team, people, sitting, score) ->
                        new Reasons.UnmetWish(Goal.VOEUX_CRENEAU, team.uai(), sitting.toString()))
                .asConstraint(Goal.VOEUX_CRENEAU.name());
    }

    static Constraint formatSouhaite(ConstraintFactory factory) {
        return PlanStreams.seats(factory)
                .filter((gathering, team, people, sitting) ->
                        Wishes.missesFormat(team, gathering.course().module(), sitting.venue()))
                .penalizeLong(UNIT, (gathering, team, people, sitting) -> ONE)
                .justifyWith((gathering, team, people, sitting, score) ->
                        new Reasons.UnmetWish(Goal.VOEUX_FORMAT, team.uai(), sitting.toString()))
                .asConstraint(Goal.VOEUX_FORMAT.name());
    }

    static Constraint trajetSouhaite(ConstraintFactory factory) {
        return PlanStreams.seats(factory)
                .filter((gathering, team, people, sitting) ->
                        Wishes.missesTravel(team, gathering.course().module(), sitting.venue()))
                .penalizeLong(UNIT, (gathering, team, people, sitting) -> ONE)
                .justifyWith((gathering, team, people, sitting, score) ->
                        new Reasons.UnmetWish(Goal.VOEUX_TRAJET, team.uai(), sitting.toString()))
                .asConstraint(Goal.VOEUX_TRAJET.name());
    }

    /** Once together is enough. */
    static Constraint partenaireSouhaite(ConstraintFactory factory) {
        return factory.forEach(Partners.class)
                .join(Party.class, equal(Partners::team, Party::team))
                .join(
                        Party.class,
                        equal((partners, one) -> partners.other(), Party::team),
                        equal((partners, one) -> one.gathering(), Party::gathering))
                .groupBy((partners, one, other) -> partners, count3())
                .complement(Partners.class, partners -> 0)
                .filter((partners, together) -> together == 0)
                .penalizeLong(UNIT, (partners, together) -> ONE)
                .justifyWith((partners, together, score) -> new Reasons.UnmetPartner(
                        partners.team().uai(), partners.other().uai()))
                .asConstraint(Goal.VOEUX_PARTENAIRE.name());
    }

    static Constraint personneKilometre(ConstraintFactory factory) {
        return PlanStreams.seats(factory)
                .penalizeLong(
                        UNIT,
                        (gathering, team, people, sitting) ->
                                (long) people * sitting.venue().distance(team))
                .justifyWith((gathering, team, people, sitting, score) -> new Reasons.Travel(
                        team.uai(),
                        sitting.venue().name(),
                        people,
                        sitting.venue().distance(team) / (double) Basis.KILOMETRE))
                .asConstraint(Goal.PERSONNE_KM.name());
    }

    static Constraint colleguesReunis(ConstraintFactory factory) {
        return factory.forEach(Party.class)
                .groupBy(party -> party.team().group(), Party::course, countDistinct(Party::gathering))
                .filter((group, course, sessions) -> sessions > 1)
                .penalizeLong(UNIT, (group, course, sessions) -> (sessions - 1) * ONE)
                .justifyWith((group, course, sessions, score) ->
                        new Reasons.Apart(group, course.module().code(), sessions))
                .asConstraint(Goal.ECOLES_REUNIES.name());
    }

    static Constraint chargeDesFormateurs(ConstraintFactory factory) {
        return PlanStreams.held(factory)
                .filter(sitting -> sitting.leader().fairShare() < Integer.MAX_VALUE)
                .groupBy(
                        Sitting::leader,
                        sum(sitting -> sitting.course().module().minutes()))
                .filter((leader, minutes) -> minutes > leader.fairShare())
                .penalizeLong(UNIT, (leader, minutes) -> (minutes - leader.fairShare()) * ONE / Basis.HOUR)
                .justifyWith((leader, minutes, score) -> new Reasons.Load(leader.key(), minutes, leader.fairShare()))
                .asConstraint(Goal.ECART_FORMATEURS.name());
    }

    static Constraint avancementDesEcoles(ConstraintFactory factory) {
        return PlanStreams.held(factory)
                .filter(sitting -> sitting.course().vague() != null)
                .groupBy(Sitting::course, min(Sitting::day), max(Sitting::day))
                .filter((course, first, last) -> last > first)
                .penalizeLong(UNIT, (course, first, last) -> (last - first) * ONE)
                .justifyWith((course, first, last, score) ->
                        new Reasons.Span(course.module().code(), course.vagueRank(), last - first))
                .asConstraint(Goal.ECART_VAGUES.name());
    }

    static Constraint precocite(ConstraintFactory factory) {
        return PlanStreams.seats(factory)
                .filter((gathering, team, people, sitting) -> team.urgency() > 0 && weeks(sitting) > 0)
                .penalizeLong(UNIT, (gathering, team, people, sitting) -> team.urgency() * weeks(sitting) * ONE)
                .justifyWith((gathering, team, people, sitting, score) ->
                        new Reasons.Wait(team.uai(), sitting.toString(), weeks(sitting)))
                .asConstraint(Goal.PRECOCITE.name());
    }

    static int weeks(Sitting sitting) {
        return Math.max(0, (sitting.day() - sitting.course().from()) / 7);
    }

    static Constraint remplacement(ConstraintFactory factory) {
        return PlanStreams.seats(factory)
                .filter((gathering, team, people, sitting) -> Wishes.halfDaysOfClass(team, sitting) > 0)
                .penalizeLong(
                        UNIT,
                        (gathering, team, people, sitting) -> people * Wishes.halfDaysOfClass(team, sitting) * ONE)
                .justifyWith((gathering, team, people, sitting, score) -> new Reasons.Replacement(
                        team.uai(), sitting.toString(), people * Wishes.halfDaysOfClass(team, sitting)))
                .asConstraint(Goal.REMPLACEMENT.name());
    }

    static Constraint sousMinimum(ConstraintFactory factory) {
        return PlanStreams.filled(factory)
                .filter((sitting, people) -> people < sitting.course().wellFilled())
                .penalizeLong(UNIT, (sitting, people) -> (sitting.course().wellFilled() - people) * ONE)
                .justifyWith((sitting, people, score) -> new Reasons.Few(
                        sitting.toString(), people, sitting.course().wellFilled()))
                .asConstraint(Goal.SOUS_MINIMUM.name());
    }

    static Constraint dateDeplacee(ConstraintFactory factory) {
        return factory.forEach(Party.class)
                .filter(party -> party.announced() != null)
                .join(
                        Sitting.class,
                        equal(Party::gathering, Sitting::gathering),
                        filtering((party, sitting) -> party.announced() != sitting.moment()))
                .penalizeLong(UNIT, (party, sitting) -> party.people() * ONE)
                .justifyWith((party, sitting, score) -> new Reasons.DateMoved(
                        party.team().uai(),
                        party.course().module().code(),
                        party.announced().date(),
                        sitting.moment().date()))
                .asConstraint(Goal.DATES_DEPLACEES.name());
    }

    private static ai.timefold.solver.core.api.score.stream.tri.TriConstraintCollector<
                    Partners, Party, Party, ?, Integer>
            count3() {
        return ai.timefold.solver.core.api.score.stream.ConstraintCollectors.countTri();
    }
}
