package fr.forment.plan.calculation;

import fr.forment.catalogue.Format;
import fr.forment.catalogue.Profile;
import fr.forment.catalogue.ResponsibleBody;
import fr.forment.catalogue.TrainerKind;
import fr.forment.plan.calculation.Conditions.Certified;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Circonscriptions nobody would wish for, drawn with a seed. */
public final class OddFacts {

    private final Random random;
    private final Circo circo = new Circo();

    private OddFacts(long seed) {
        this.random = new Random(seed);
    }

    public static PlanFacts drawn(long seed) {
        return new OddFacts(seed).facts();
    }

    private PlanFacts facts() {
        if (chance(4)) {
            circo.people.removeIf(person -> person.id() == Circo.CPC || chance(3));
        }
        List<LocalDate> openings = List.of(
                chance(5) ? LocalDate.of(2026, 9, 1) : LocalDate.of(2027, 1, 11),
                LocalDate.of(2027, 3, 15),
                LocalDate.of(2027, 6, 7));
        int vagues = random.nextInt(4);
        for (int vague = 1; vague <= vagues; vague++) {
            int schools = random.nextInt(9);
            for (int n = 0; n < schools; n++) {
                circo.school(
                        "035%d%03dX".formatted(vague, n),
                        "Commune " + random.nextInt(5),
                        chance(4) ? "rpi" + random.nextInt(2) : null,
                        chance(12) ? 80 : chance(3) ? 1 : 2 + random.nextInt(12));
            }
            circo.vague(vague, openings.get(vague - 1));
        }
        boolean mapped = !chance(5);
        boolean morning = chance(4);
        circo.schools.replaceAll(school -> new SchoolFacts(
                school.uai(),
                school.name(),
                school.commune(),
                school.rpi(),
                mapped && !chance(10) ? 48 + random.nextDouble() / 2 : null,
                mapped ? -2 + random.nextDouble() / 2 : null,
                school.classes(),
                morning && random.nextBoolean(),
                List.of(0, 0, 3, 8, 20, 25).get(random.nextInt(6))));
        modules();
        if (chance(5)) {
            circo.people.replaceAll(person -> new Person(
                    person.id(), person.function(), person.schoolUai(), random.nextInt(400), person.trained()));
        }
        if (chance(8)) {
            circo.needs.removeIf(need -> random.nextBoolean());
        }
        if (chance(6)) {
            Circo.FROM
                    .datesUntil(Circo.UNTIL)
                    .filter(day -> day.getDayOfWeek() == DayOfWeek.WEDNESDAY)
                    .forEach(circo.off::add);
        }
        if (chance(10)) {
            circo.schools.removeIf(school -> chance(4));
        }
        for (int n = random.nextInt(6); n > 0; n--) {
            LocalDate day = day();
            circo.busy.add(new Busy(
                    chance(2) ? null : Circo.ERUN,
                    circo.schools.isEmpty() ? "Bruz" : school(),
                    day,
                    LocalTime.of(13, 30),
                    LocalTime.of(18, 30)));
        }
        PlanFacts facts = circo.facts().with(conditions(List.of()));
        return chance(2) ? facts : facts.with(conditions(held(facts)));
    }

    private void modules() {
        circo.trainersModule("PRES-CADRES", 180, TrainerKind.IEN_NUMERIQUE, Profile.IEN, Profile.CPC, Profile.ERUN)
                .teacherModule("PRES-ECOLE", 90, 20, 0, true)
                .teacherModule("PEDA-1", 180, 20, 1, false, "PRES-ECOLE");
        circo.module(circo.module(
                "ADM-DIR", 180, 15, 0, TrainerKind.ERUN_DSI, Set.of(Profile.DIRECTEUR), true, Set.of("PRES-CADRES")));
        circo.schools.forEach(school -> circo.needs.add(new Need(school.uai(), "ADM-DIR", Profile.DIRECTEUR, 1)));
        if (chance(3)) {
            circo.teacherModule("STAGE", 360, 12, 0, false, "PEDA-1");
        }
        if (chance(3)) {
            circo.module(circo.module(
                    "PRES-PARENTS", 45, 60, 0, TrainerKind.ENSEIGNANT, Set.of(Profile.PARENT), false, Set.of()));
            circo.schools.forEach(school ->
                    circo.needs.add(new Need(school.uai(), "PRES-PARENTS", Profile.PARENT, 20 + random.nextInt(90))));
        }
        if (chance(3)) {
            circo.modules.replaceAll(module -> module.code().equals("PEDA-1") ? remote(module) : module);
        }
        if (chance(12)) {
            circo.modules.clear();
        }
    }

    private static ModuleFacts remote(ModuleFacts module) {
        return new ModuleFacts(
                module.code(),
                module.title(),
                module.position(),
                module.level(),
                module.minutes(),
                module.groupSize(),
                Format.DISTANCE,
                module.trainerKind(),
                ResponsibleBody.EDUCATION_NATIONALE,
                module.profiles(),
                module.beforeOpening(),
                module.prerequisites(),
                false);
    }

    private Conditions conditions(List<Held> held) {
        Random other = new Random(random.nextLong());
        List<Absence> absences = new ArrayList<>();
        Map<Long, List<Conditions.Bound>> halfDays = new HashMap<>();
        Map<Long, Set<Certified>> qualified = new HashMap<>();
        Map<String, Set<LocalDate>> closed = new HashMap<>();
        List<Wish> wishes = new ArrayList<>();
        Map<String, Integer> priorities = new HashMap<>();
        if (other.nextInt(3) == 0) {
            LocalDate day = day();
            absences.add(Absence.wholeDays(Circo.ERUN, day, day.plusDays(40)));
            absences.add(new Absence(Circo.CPC, day, day.plusDays(100), LocalTime.of(13, 0), LocalTime.of(16, 0)));
        }
        if (other.nextInt(4) == 0) {
            halfDays.put(Circo.CPC, Conditions.Bound.of(other.nextInt(5)));
        }
        if (other.nextInt(4) == 0) {
            qualified.put(Circo.CPC, other.nextBoolean() ? Set.of() : Set.of(spell(other)));
        }
        if (other.nextInt(9) == 0) {
            qualified.put(Circo.ERUN, Set.of());
        }
        circo.schools.forEach(school -> {
            if (other.nextInt(5) == 0) {
                closed.put(school.uai(), new HashSet<>(List.of(day(), day(), day())));
            }
            if (other.nextInt(4) == 0) {
                wishes.add(new Wish(school.uai(), Wish.Kind.SLOT, other.nextBoolean() ? "MERCREDI_MATIN" : "SOIR"));
                wishes.add(new Wish(school.uai(), Wish.Kind.FORMAT, "ECOLE"));
                wishes.add(new Wish(school.uai(), Wish.Kind.PARTNER, school()));
                wishes.add(new Wish(school.uai(), Wish.Kind.TRAVEL, "15"));
            }
            if (other.nextInt(3) == 0) {
                priorities.put(school.uai(), 1 + other.nextInt(4));
            }
        });
        return new Conditions(absences, halfDays, qualified, closed, wishes, priorities, held);
    }

    private Certified spell(Random other) {
        return switch (other.nextInt(3)) {
            case 0 -> new Certified("PEDA-1", null, null);
            case 1 -> new Certified("PEDA-1", day(), null);
            default -> new Certified("PEDA-1", null, day());
        };
    }

    /** Some of what the proposal holds, pinned or announced; sometimes pins that contradict each other. */
    private List<Held> held(PlanFacts facts) {
        List<Held> held = new ArrayList<>();
        List<Draft> plan = PlanCalculator.propose(facts);
        boolean contradict = chance(3);
        for (int n = 0; n < plan.size(); n++) {
            if (chance(2)) {
                Draft draft = plan.get(n);
                boolean fixed = chance(3);
                held.add(new Held(
                        n + 1, contradict && fixed ? on(draft, plan.get(0).day()) : draft, fixed, chance(2)));
            }
        }
        return held;
    }

    private static Draft on(Draft draft, LocalDate day) {
        return new Draft(
                draft.vagueRank(),
                draft.module(),
                day,
                draft.start(),
                draft.place(),
                draft.capacity(),
                draft.trainerId(),
                draft.profiles(),
                draft.seats(),
                draft.expected());
    }

    private String school() {
        return circo.schools.get(random.nextInt(circo.schools.size())).uai();
    }

    private LocalDate day() {
        return Circo.FROM.plusDays(random.nextInt(200));
    }

    private boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }
}
