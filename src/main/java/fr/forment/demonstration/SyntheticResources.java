package fr.forment.demonstration;

import fr.forment.account.AgentFunction;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.resource.CertificationService;
import fr.forment.resource.ClosureService;
import fr.forment.resource.GivenWeek;
import fr.forment.resource.Room;
import fr.forment.resource.RoomService;
import fr.forment.resource.Rooms;
import fr.forment.resource.TrainerResourceService;
import fr.forment.territory.Circonscription;
import fr.forment.territory.School;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What the plans of the demonstration rest on: invented, plausible, said once. */
@Component
@Profile("demo")
@RequiredArgsConstructor
class SyntheticResources {

    private static final LocalDate YEAR = LocalDate.of(2026, 9, 1);
    private static final int HALF_DAYS_OF_THE_ERUN = 70;
    private static final int HALF_DAYS_OF_A_CPC = 40;

    private final TrainerResourceService trainers;
    private final CertificationService certifications;
    private final RoomService service;
    private final Rooms rooms;
    private final ClosureService closures;
    private final Agents agents;
    private final Persona persona;

    /** Changes nothing when it was said before. */
    void say(Circonscription where, List<School> schools, Agent ien) {
        if (!rooms.of(where.uai()).isEmpty()) {
            return;
        }
        persona.does(ien.id(), () -> {
            team(where);
            service.add(room(where, "Médiathèque", null, where.shortName(), 30, "vidéoprojecteur, wifi"));
            service.add(room(where, "Maison du numérique", null, where.shortName(), 16, "16 ordinateurs"));
            schools.stream()
                    .sorted(Comparator.comparing((School school) -> school.classes() == null ? 0 : school.classes())
                            .reversed())
                    .limit(3)
                    .forEach(school ->
                            service.add(room(where, "Salle informatique", school.uai(), null, 24, "12 ordinateurs")));
            closures.close(
                    where.uai(),
                    schools.get(0).uai(),
                    LocalDate.of(2026, 12, 9),
                    LocalDate.of(2026, 12, 9),
                    "Marché de Noël de l'école");
        });
    }

    private void team(Circonscription where) {
        Agent erun = first(where, AgentFunction.ERUN);
        trainers.giveWeek(
                erun.id(),
                YEAR,
                null,
                GivenWeek.of(
                        List.of("1M", "1A", "1S", "2M", "2A", "2S", "3M", "3A", "3S", "4M", "4A", "4S", "5M", "5A")),
                HALF_DAYS_OF_THE_ERUN);
        trainers.away(
                erun.id(), LocalDate.of(2026, 11, 16), LocalDate.of(2026, 11, 18), null, "Regroupement départemental");
        List<Agent> advisers = agents.withFunction(where.uai(), AgentFunction.CPC);
        for (Agent adviser : advisers) {
            trainers.giveWeek(
                    adviser.id(),
                    YEAR,
                    null,
                    GivenWeek.of(List.of("1S", "2M", "2S", "3M", "3A", "4A", "4S")),
                    HALF_DAYS_OF_A_CPC);
        }
        advisers.stream().limit(1).forEach(adviser -> certifications.decide(adviser.id(), "ADM-DIR", true, YEAR, null));
    }

    private Agent first(Circonscription where, AgentFunction function) {
        return agents.withFunction(where.uai(), function).get(0);
    }

    private static Room room(
            Circonscription where, String name, String school, String commune, int seats, String equipment) {
        return new Room(0, 0, where.uai(), name, school, commune, seats, equipment, null, null, null, null);
    }
}
