package fr.forment.benchmark.plan;

import fr.forment.plan.calculation.Absence;
import fr.forment.plan.calculation.Busy;
import fr.forment.plan.calculation.Conditions;
import fr.forment.plan.calculation.Draft;
import fr.forment.plan.calculation.Held;
import fr.forment.plan.calculation.Need;
import fr.forment.plan.calculation.Person;
import fr.forment.plan.calculation.PlanCalculator;
import fr.forment.plan.calculation.PlanFacts;
import fr.forment.plan.calculation.RoomFacts;
import fr.forment.plan.calculation.SchoolFacts;
import fr.forment.plan.calculation.VagueFacts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;

/** Something happens to a published plan. */
enum Shock {
    TRAINER_ILL {
        @Override
        PlanFacts hits(PlanFacts facts, Random random) {
            List<Long> leading = sessions(facts).stream()
                    .map(Draft::trainerId)
                    .filter(Objects::nonNull)
                    .distinct()
                    .toList();
            LocalDate from = one(sessions(facts), random).day().minusDays(random.nextInt(15));
            Absence ill = Absence.wholeDays(one(leading, random), from, from.plusMonths(1));
            return facts.with(said(facts, List.of(ill), Map.of()));
        }
    },
    SNOW {
        @Override
        PlanFacts hits(PlanFacts facts, Random random) {
            LocalDate day = one(sessions(facts), random).day();
            Map<String, Set<LocalDate>> closed = new HashMap<>();
            facts.schools().forEach(school -> closed.put(school.uai(), Set.of(day)));
            return facts.with(said(facts, List.of(), closed));
        }
    },
    /** Some schools are on strike one day, and somebody who leads that day. */
    STRIKE {
        @Override
        PlanFacts hits(PlanFacts facts, Random random) {
            Draft session = one(sessions(facts), random);
            LocalDate day = session.day();
            Map<String, Set<LocalDate>> closed = new HashMap<>();
            facts.schools().stream()
                    .filter(school -> random.nextInt(3) == 0)
                    .forEach(school -> closed.put(school.uai(), Set.of(day)));
            List<Absence> away =
                    session.trainerId() == null ? List.of() : List.of(Absence.wholeDays(session.trainerId(), day, day));
            return facts.with(said(facts, away, closed));
        }
    },
    SCHOOL_LEAVES {
        @Override
        PlanFacts hits(PlanFacts facts, Random random) {
            String gone = one(facts.schools(), random).uai();
            return changed(
                    facts,
                    facts.vagues().stream()
                            .map(vague -> schools(
                                    vague,
                                    vague.schoolUais().stream()
                                            .filter(uai -> !uai.equals(gone))
                                            .toList()))
                            .toList(),
                    facts.schools().stream()
                            .filter(school -> !school.uai().equals(gone))
                            .toList(),
                    facts.people().stream()
                            .filter(person -> !gone.equals(person.schoolUai()))
                            .toList(),
                    facts.needs().stream()
                            .filter(need -> !need.schoolUai().equals(gone))
                            .toList());
        }
    },
    /**
     * With the people and the needs of one that is there already, who all need a seat; it may be expected elsewhere.
     */
    SCHOOL_JOINS {
        @Override
        PlanFacts hits(PlanFacts facts, Random random) {
            SchoolFacts like = one(facts.schools(), random);
            List<SchoolFacts> schools = new ArrayList<>(facts.schools());
            schools.add(new SchoolFacts(
                    JOINED,
                    "École nouvelle",
                    like.commune(),
                    null,
                    like.latitude(),
                    like.longitude(),
                    like.classes(),
                    random.nextInt(3) == 0,
                    0));
            List<Person> people = new ArrayList<>(facts.people());
            facts.people().stream()
                    .filter(person -> like.uai().equals(person.schoolUai()))
                    .forEach(person -> people.add(new Person(
                            900_000L + people.size(),
                            person.function(),
                            JOINED,
                            person.minutesLeft(),
                            person.trained())));
            List<Need> needs = new ArrayList<>(facts.needs());
            facts.needs().stream()
                    .filter(need -> need.schoolUai().equals(like.uai()))
                    .forEach(need -> needs.add(new Need(JOINED, need.moduleCode(), need.profile(), need.people())));
            List<VagueFacts> vagues = new ArrayList<>();
            for (VagueFacts vague : facts.vagues()) {
                List<String> uais = new ArrayList<>(vague.schoolUais());
                if (uais.contains(like.uai())) {
                    uais.add(JOINED);
                }
                vagues.add(schools(vague, uais));
            }
            PlanFacts joined = changed(facts, vagues, schools, people, needs);
            return random.nextInt(3) == 0 ? booked(joined, elsewhere(facts, random)) : joined;
        }

        private List<Busy> elsewhere(PlanFacts facts, Random random) {
            List<Busy> busy = new ArrayList<>(facts.busy());
            for (int n = 0; n < 3; n++) {
                Draft then = one(sessions(facts), random);
                busy.add(new Busy(null, "Ailleurs", then.day(), then.start(), then.end(), Map.of(JOINED, 1), Set.of()));
            }
            return busy;
        }
    },
    ROOM_LOST {
        @Override
        PlanFacts hits(PlanFacts facts, Random random) {
            List<String> used = sessions(facts).stream()
                    .map(Draft::place)
                    .filter(facts.schoolsByUai()::containsKey)
                    .distinct()
                    .toList();
            if (used.isEmpty()) {
                return facts;
            }
            SchoolFacts host = facts.schoolsByUai().get(one(used, random));
            LocalDate last = one(sessions(facts), random).day().minusDays(1);
            var lost = new RoomFacts(
                    host.uai(), host.commune(), host.latitude(), host.longitude(), host.room(), null, last);
            Conditions known = facts.conditions();
            return facts.with(new Conditions(
                    known.absences(),
                    known.halfDays(),
                    known.qualified(),
                    known.closed(),
                    known.wishes(),
                    known.priorities(),
                    known.held(),
                    List.of(lost)));
        }
    };

    static final String JOINED = "9999999J";

    abstract PlanFacts hits(PlanFacts facts, Random random);

    /** The first proposal, published and held. */
    static PlanFacts published(PlanFacts facts) {
        List<Held> held = new ArrayList<>();
        for (Draft draft : PlanCalculator.propose(facts)) {
            int line = held.size() + 1;
            held.add(new Held(
                    line,
                    new Draft(
                            draft.vagueRank(),
                            draft.module(),
                            draft.day(),
                            draft.start(),
                            draft.place(),
                            draft.capacity(),
                            draft.trainerId(),
                            draft.profiles(),
                            draft.seats(),
                            draft.expected(),
                            line),
                    false,
                    true));
        }
        Conditions none = Conditions.NONE;
        return facts.with(new Conditions(
                none.absences(),
                none.halfDays(),
                none.qualified(),
                none.closed(),
                none.wishes(),
                none.priorities(),
                held));
    }

    private static Conditions said(PlanFacts facts, List<Absence> absences, Map<String, Set<LocalDate>> closed) {
        Conditions known = facts.conditions();
        return new Conditions(
                absences,
                known.halfDays(),
                known.qualified(),
                closed,
                known.wishes(),
                known.priorities(),
                known.held());
    }

    private static PlanFacts changed(
            PlanFacts facts,
            List<VagueFacts> vagues,
            List<SchoolFacts> schools,
            List<Person> people,
            List<Need> needs) {
        return new PlanFacts(
                facts.circonscriptionUai(),
                facts.from(),
                facts.until(),
                facts.town(),
                facts.schoolDay(),
                facts.modules(),
                vagues,
                schools,
                people,
                needs,
                facts.busy(),
                facts.pace(),
                facts.inForce(),
                facts.conditions());
    }

    private static PlanFacts booked(PlanFacts facts, List<Busy> busy) {
        return new PlanFacts(
                facts.circonscriptionUai(),
                facts.from(),
                facts.until(),
                facts.town(),
                facts.schoolDay(),
                facts.modules(),
                facts.vagues(),
                facts.schools(),
                facts.people(),
                facts.needs(),
                busy,
                facts.pace(),
                facts.inForce(),
                facts.conditions());
    }

    private static VagueFacts schools(VagueFacts vague, List<String> uais) {
        return new VagueFacts(vague.rank(), vague.opensOn(), vague.lastOpening(), vague.begun(), uais);
    }

    private static List<Draft> sessions(PlanFacts facts) {
        return facts.conditions().held().stream().map(Held::session).toList();
    }

    private static <T> T one(List<T> some, Random random) {
        return some.get(random.nextInt(some.size()));
    }
}
