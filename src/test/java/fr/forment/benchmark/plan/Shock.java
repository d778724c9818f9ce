package fr.forment.benchmark.plan;

import fr.forment.account.AgentFunction;
import fr.forment.catalogue.Profile;
import fr.forment.plan.calculation.Absence;
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
    SCHOOL_JOINS {
        @Override
        PlanFacts hits(PlanFacts facts, Random random) {
            SchoolFacts like = one(facts.schools(), random);
            List<SchoolFacts> schools = new ArrayList<>(facts.schools());
            int teachers = 1 + random.nextInt(6);
            schools.add(new SchoolFacts(
                    "JOINED",
                    "École nouvelle",
                    like.commune(),
                    null,
                    like.latitude(),
                    like.longitude(),
                    teachers,
                    false,
                    0));
            List<Person> people = new ArrayList<>(facts.people());
            for (int n = 0; n < teachers; n++) {
                AgentFunction function = n == 0 ? AgentFunction.DIRECTEUR : AgentFunction.ADJOINT;
                people.add(new Person(900_000L + n, function, "JOINED", 360, Set.of()));
            }
            List<Need> needs = new ArrayList<>(facts.needs());
            needs.add(new Need("JOINED", "PRES-ECOLE", Profile.DIRECTEUR, 1));
            needs.add(new Need("JOINED", "ADM-DIR", Profile.DIRECTEUR, 1));
            if (teachers > 1) {
                needs.add(new Need("JOINED", "PRES-ECOLE", Profile.ENSEIGNANT, teachers - 1));
            }
            int last = facts.vagues().size() - 1;
            List<VagueFacts> vagues = new ArrayList<>(facts.vagues());
            List<String> uais = new ArrayList<>(vagues.get(last).schoolUais());
            uais.add("JOINED");
            vagues.set(last, schools(vagues.get(last), uais));
            return changed(facts, vagues, schools, people, needs);
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
