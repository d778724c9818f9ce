package fr.forment.plan.calculation.search;

import fr.forment.account.AgentFunction;
import fr.forment.catalogue.Format;
import fr.forment.catalogue.Profile;
import fr.forment.catalogue.ResponsibleBody;
import fr.forment.catalogue.TrainerKind;
import fr.forment.plan.calculation.ModuleFacts;
import fr.forment.plan.calculation.Need;
import fr.forment.plan.calculation.Pace;
import fr.forment.plan.calculation.Person;
import fr.forment.plan.calculation.PlanFacts;
import fr.forment.plan.calculation.SchoolFacts;
import fr.forment.plan.calculation.VagueFacts;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Six schools and one module that stand nowhere: something to compute when nobody asked yet. */
public final class InventedFacts {

    private static final LocalDate FROM = LocalDate.of(2026, 11, 2);
    private static final int SCHOOLS = 6;
    private static final int TEACHERS = 9;
    private static final int MINUTES = 90;
    private static final int GROUP = 20;

    private InventedFacts() {}

    public static PlanFacts facts() {
        List<SchoolFacts> schools = IntStream.range(0, SCHOOLS)
                .mapToObj(n -> new SchoolFacts(
                        "S" + n, "S" + n, "C" + n % 3, null, 48 + n / 10.0, -2 + n % 2 / 10.0, TEACHERS, false, GROUP))
                .toList();
        var module = new ModuleFacts(
                "M",
                "M",
                1,
                0,
                MINUTES,
                GROUP,
                Format.PRESENTIEL,
                TrainerKind.EQUIPE_CIRCONSCRIPTION,
                ResponsibleBody.EDUCATION_NATIONALE,
                Set.of(Profile.ENSEIGNANT),
                Set.of(Profile.ENSEIGNANT),
                Set.of(),
                false);
        return new PlanFacts(
                "C",
                FROM,
                FROM.plusMonths(6),
                "C0",
                day -> day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0,
                List.of(module),
                List.of(new VagueFacts(
                        1,
                        FROM.plusMonths(5),
                        schools.stream().map(SchoolFacts::uai).toList())),
                schools,
                List.of(
                        new Person(1, AgentFunction.ERUN, null, 0, Set.of()),
                        new Person(2, AgentFunction.CPC, null, 0, Set.of())),
                schools.stream()
                        .map(school -> new Need(school.uai(), "M", Profile.ENSEIGNANT, TEACHERS))
                        .toList(),
                List.of(),
                new Pace(0, 0, 0, 0),
                Map.of());
    }
}
