package fr.forment.benchmark.plan;

import fr.forment.account.AgentFunction;
import fr.forment.catalogue.Format;
import fr.forment.catalogue.Profile;
import fr.forment.catalogue.ResponsibleBody;
import fr.forment.catalogue.TrainerKind;
import fr.forment.plan.calculation.Busy;
import fr.forment.plan.calculation.Conditions;
import fr.forment.plan.calculation.ModuleFacts;
import fr.forment.plan.calculation.Need;
import fr.forment.plan.calculation.Person;
import fr.forment.plan.calculation.PlanFacts;
import fr.forment.plan.calculation.SchoolFacts;
import fr.forment.plan.calculation.VagueFacts;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.IntUnaryOperator;

/** A circonscription drawn with a seed, to be changed before it is planned for. Nobody and no school of it is real. */
final class Ground {

    static final String CIRCO = "CIRCO";

    final Random random;
    final List<SchoolFacts> schools = new ArrayList<>();
    final List<Person> people = new ArrayList<>();
    final List<ModuleFacts> modules = new ArrayList<>();
    final List<Need> needs = new ArrayList<>();
    final List<VagueFacts> vagues = new ArrayList<>();
    final List<Busy> busy = new ArrayList<>();
    final Set<LocalDate> off = new HashSet<>();
    Conditions conditions = Conditions.NONE;
    IntUnaryOperator minutesLeft = teacher -> 360;
    Set<String> trained = Set.of();

    Ground(long seed) {
        random = new Random(seed);
        LocalDate.of(2026, 12, 19).datesUntil(LocalDate.of(2027, 1, 4)).forEach(off::add);
        LocalDate.of(2027, 2, 20).datesUntil(LocalDate.of(2027, 3, 8)).forEach(off::add);
        LocalDate.of(2027, 4, 17).datesUntil(LocalDate.of(2027, 5, 3)).forEach(off::add);
        off.add(LocalDate.of(2026, 11, 11));
    }

    Ground schools(int number, int least, int most) {
        for (int n = 0; n < number; n++) {
            int teachers = least + random.nextInt(most - least + 1);
            school(teachers, teachers >= 8 ? 25 : teachers >= 5 ? 20 : 0, null, false);
        }
        return this;
    }

    void school(int teachers, int room, String rpi, boolean wednesday) {
        int n = schools.size();
        String uai = "S%03d".formatted(n);
        schools.add(new SchoolFacts(
                uai,
                "École " + uai,
                "Commune " + (n - (n > 0 && random.nextInt(4) == 0 ? 1 : 0)),
                rpi,
                47.8 + random.nextDouble() * 0.3,
                -2.1 + random.nextDouble() * 0.4,
                teachers,
                wednesday,
                room));
    }

    Ground trainers(AgentFunction... functions) {
        people.removeIf(person -> person.schoolUai() == null);
        for (AgentFunction function : functions) {
            people.add(new Person(people.size() + 1, function, null, 0, Set.of()));
        }
        return this;
    }

    /** The five modules of the files; {@code format} of those for schools. */
    Ground modules(Format format) {
        Set<Profile> cadres = Set.of(Profile.CPC, Profile.CPD, Profile.ERUN, Profile.IEN);
        Set<Profile> school = Set.of(Profile.DIRECTEUR, Profile.ENSEIGNANT);
        Set<Profile> teachers = Set.of(Profile.ENSEIGNANT);
        Set<Profile> directors = Set.of(Profile.DIRECTEUR);
        modules.add(module(
                "PRES-CADRES",
                10,
                0,
                180,
                Format.PRESENTIEL,
                TrainerKind.IEN_NUMERIQUE,
                cadres,
                cadres,
                Set.of(),
                true));
        modules.add(module(
                "SENS-CHGT",
                20,
                0,
                90,
                format,
                TrainerKind.EQUIPE_CIRCONSCRIPTION,
                school,
                directors,
                Set.of(),
                false));
        modules.add(module(
                "PRES-ECOLE", 30, 0, 90, format, TrainerKind.EQUIPE_CIRCONSCRIPTION, school, school, Set.of(), false));
        modules.add(module(
                "PEDA-1",
                50,
                1,
                180,
                format,
                TrainerKind.EQUIPE_CIRCONSCRIPTION,
                teachers,
                Set.of(),
                Set.of("PRES-ECOLE"),
                false));
        modules.add(module(
                "ADM-DIR",
                100,
                0,
                180,
                format,
                TrainerKind.ERUN_DSI,
                Set.of(Profile.ADMINISTRATEUR, Profile.DIRECTEUR),
                directors,
                Set.of("PRES-CADRES"),
                false));
        return this;
    }

    private static ModuleFacts module(
            String code,
            int position,
            int level,
            int minutes,
            Format format,
            TrainerKind kind,
            Set<Profile> profiles,
            Set<Profile> beforeOpening,
            Set<String> prerequisites,
            boolean trainsTrainers) {
        return new ModuleFacts(
                code,
                code,
                position,
                level,
                minutes,
                20,
                format,
                kind,
                ResponsibleBody.EDUCATION_NATIONALE,
                profiles,
                beforeOpening,
                prerequisites,
                trainsTrainers);
    }

    /** The schools in equal parts, one for each opening. */
    Ground vagues(LocalDate... openings) {
        vagues.clear();
        for (int rank = 1; rank <= openings.length; rank++) {
            int from = schools.size() * (rank - 1) / openings.length;
            int until = schools.size() * rank / openings.length;
            vagues.add(new VagueFacts(
                    rank,
                    openings[rank - 1],
                    schools.subList(from, until).stream().map(SchoolFacts::uai).toList()));
        }
        return this;
    }

    /** Staff of the schools, and what everybody needs who did not follow it. */
    Ground staff() {
        long next = 1_000;
        int teacher = 0;
        for (SchoolFacts school : schools) {
            for (int n = 0; n < school.classes(); n++) {
                AgentFunction function = n == 0 ? AgentFunction.DIRECTEUR : AgentFunction.ADJOINT;
                people.add(new Person(next++, function, school.uai(), minutesLeft.applyAsInt(teacher++), trained));
            }
            for (ModuleFacts module : modules) {
                if (!module.trainsTrainers() && !trained.contains(module.code())) {
                    boolean directors = module.profiles().contains(Profile.DIRECTEUR);
                    need(school.uai(), module, Profile.DIRECTEUR, directors ? 1 : 0);
                    need(school.uai(), module, Profile.ENSEIGNANT, school.classes() - (directors ? 1 : 0));
                }
            }
        }
        for (ModuleFacts module : modules) {
            for (AgentFunction function : List.of(AgentFunction.CPC, AgentFunction.ERUN, AgentFunction.IEN)) {
                int number = (int) people.stream()
                        .filter(person -> person.function() == function)
                        .count();
                if (module.trainsTrainers() && !trained.contains(module.code())) {
                    need(CIRCO, module, Profile.valueOf(function.name()), number);
                }
            }
        }
        return this;
    }

    private void need(String school, ModuleFacts module, Profile profile, int people) {
        if (people > 0 && module.profiles().contains(profile)) {
            needs.add(new Need(school, module.code(), profile, people));
        }
    }

    PlanFacts facts() {
        Set<LocalDate> closed = Set.copyOf(off);
        return new PlanFacts(
                CIRCO,
                LocalDate.of(2026, 11, 2),
                LocalDate.of(2027, 6, 30),
                schools.get(0).commune(),
                day -> day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0 && !closed.contains(day),
                modules,
                vagues,
                schools,
                people,
                needs,
                busy,
                Instances.PACE,
                Map.of(),
                conditions);
    }
}
