package fr.forment.plan.calculation;

import fr.forment.account.AgentFunction;
import fr.forment.catalogue.Format;
import fr.forment.catalogue.Profile;
import fr.forment.catalogue.ResponsibleBody;
import fr.forment.catalogue.TrainerKind;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** A circonscription to plan for, built up by a test. */
final class Circo {

    static final LocalDate FROM = LocalDate.of(2026, 11, 2);
    static final LocalDate UNTIL = LocalDate.of(2027, 7, 2);
    static final String UAI = "0350060A";
    /** The usual figures of the house. */
    static final Pace PACE = new Pace(30, 5, 1, 15);

    static final long IEN = 1;
    static final long ERUN = 2;
    static final long CPC = 3;

    final List<ModuleFacts> modules = new ArrayList<>();
    final List<VagueFacts> vagues = new ArrayList<>();
    final List<SchoolFacts> schools = new ArrayList<>();
    final List<Person> people = new ArrayList<>();
    final List<Need> needs = new ArrayList<>();
    final List<Busy> busy = new ArrayList<>();
    final Set<LocalDate> off = new HashSet<>();
    boolean beyondHours;
    private long nextPerson = 100;

    Circo() {
        person(IEN, AgentFunction.IEN, null);
        person(ERUN, AgentFunction.ERUN, null);
        person(CPC, AgentFunction.CPC, null);
        LocalDate.of(2026, 12, 19).datesUntil(LocalDate.of(2027, 1, 4)).forEach(off::add);
        off.add(LocalDate.of(2026, 11, 11));
    }

    /** Schools of so many teachers, each school with a director among them, in a commune each. */
    Circo schools(int number, int teachers) {
        for (int n = 0; n < number; n++) {
            school("S%02d".formatted(schools.size()), "Commune " + (char) ('A' + schools.size() % 26), null, teachers);
        }
        return this;
    }

    Circo school(String uai, String commune, String rpi, int teachers) {
        schools.add(new SchoolFacts(uai, "École " + uai, commune, rpi, null, null, teachers, false, 0));
        person(nextPerson++, AgentFunction.DIRECTEUR, uai);
        for (int n = 1; n < teachers; n++) {
            person(nextPerson++, AgentFunction.ADJOINT, uai);
        }
        return this;
    }

    Circo person(long id, AgentFunction function, String school) {
        people.add(new Person(id, function, school, 360, Set.of()));
        return this;
    }

    Circo vague(int rank, LocalDate opensOn) {
        Set<String> taken = new HashSet<>();
        vagues.forEach(vague -> taken.addAll(vague.schoolUais()));
        vagues.add(new VagueFacts(
                rank,
                opensOn,
                schools.stream()
                        .map(SchoolFacts::uai)
                        .filter(uai -> !taken.contains(uai))
                        .toList()));
        return this;
    }

    /** Everybody of every school needs it; {@code compulsory} decides its place in the order. */
    Circo teacherModule(String code, int minutes, int group, int level, boolean compulsory, String... prerequisites) {
        modules.add(module(
                code,
                minutes,
                group,
                level,
                TrainerKind.EQUIPE_CIRCONSCRIPTION,
                EnumSet.of(Profile.DIRECTEUR, Profile.ENSEIGNANT),
                compulsory,
                Set.of(prerequisites)));
        schools.forEach(school -> {
            needs.add(new Need(school.uai(), code, Profile.DIRECTEUR, 1));
            needs.add(new Need(school.uai(), code, Profile.ENSEIGNANT, school.classes() - 1));
        });
        return this;
    }

    Circo module(ModuleFacts module) {
        modules.add(module);
        return this;
    }

    ModuleFacts module(
            String code,
            int minutes,
            int group,
            int level,
            TrainerKind kind,
            Set<Profile> profiles,
            boolean compulsory,
            Set<String> prerequisites) {
        boolean ofTrainers = compulsory && profiles.stream().anyMatch(Profile::isTrainer);
        return new ModuleFacts(
                code,
                "Module " + code,
                modules.size() * 10,
                level,
                minutes,
                group,
                Format.PRESENTIEL,
                kind,
                ResponsibleBody.EDUCATION_NATIONALE,
                profiles,
                compulsory ? profiles : Set.of(),
                prerequisites,
                ofTrainers);
    }

    Circo trainersModule(String code, int minutes, TrainerKind kind, Profile... profiles) {
        for (Profile profile : profiles) {
            int number = (int) people.stream()
                    .filter(person -> person.function().name().equals(profile.name()))
                    .count();
            needs.add(new Need(UAI, code, profile, number));
        }
        return module(module(code, minutes, 20, 0, kind, Set.of(profiles), true, Set.of()));
    }

    PlanFacts facts() {
        Predicate<LocalDate> schoolDay =
                day -> day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0 && !off.contains(day);
        return new PlanFacts(
                UAI,
                FROM,
                UNTIL,
                "Bruz",
                schoolDay,
                modules,
                vagues,
                schools,
                people,
                needs,
                busy,
                PACE,
                Map.of(),
                Conditions.NONE.withBeyondHours(beyondHours));
    }

    List<Draft> plan() {
        return PlanCalculator.propose(facts());
    }
}
