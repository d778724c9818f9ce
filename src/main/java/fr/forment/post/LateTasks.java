package fr.forment.post;

import fr.forment.account.Groups;
import fr.forment.account.Role;
import fr.forment.engine.OpenTask;
import fr.forment.engine.OpenTasks;
import fr.forment.french.French;
import fr.forment.territory.Circonscription;
import fr.forment.territory.Circonscriptions;
import fr.forment.territory.PlaceClocks;
import fr.forment.territory.Schools;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * A task that lies: whoever has it is reminded, then whoever answers for them hears since when it lies and on whom it
 * waits. For tasks whose feature has no words of its own for it. What is no longer open is not spoken of. In the
 * transaction of the engine, which asks.
 */
@Component
@RequiredArgsConstructor
public class LateTasks {

    /** Of both letters: "process:task:case:day". */
    public static final String REMINDED = "post/taskReminded";

    public static final String OVERDUE = "post/taskOverdue";

    private static final Map<Role, String> CALLED = new EnumMap<>(Map.of(
            Role.IEN,
            "l'IEN",
            Role.ERUN,
            "l'E-RUN",
            Role.CPC,
            "les CPC",
            Role.SECRETAIRE,
            "le secrétariat",
            Role.DIRECTEUR,
            "la direction de l'école",
            Role.DSI,
            "la collectivité",
            Role.FOURNISSEUR,
            "le fournisseur de l'ENT",
            Role.IEN_NUMERIQUE,
            "l'IEN en charge du numérique",
            Role.CPD,
            "l'équipe départementale"));

    private final OpenTasks tasks;
    private final Correspondence correspondence;
    private final Circonscriptions circonscriptions;
    private final Schools schools;
    private final PlaceClocks clocks;
    private final Clock clock;

    /** To each person the task is offered to. */
    public void remind(String process, long caseId, String task) {
        open(process, caseId, task).forEach(each -> each.groups().forEach(group -> Groups.role(group)
                .ifPresent(role -> correspondence.toGroup(
                        role,
                        Groups.perimeter(group),
                        letter(REMINDED, each, each.task().link())))));
    }

    /**
     * To whoever answers for those who have the task.
     *
     * @param above IEN, or IEN_NUMERIQUE of the département; where nobody holds that, the IEN
     */
    public void escalate(String process, long caseId, String task, Role above) {
        open(process, caseId, task).forEach(each -> place(each.groups()).ifPresent(place -> {
            Letter letter = letter(OVERDUE, each, "/retards?circonscription=" + place.uai());
            boolean heard =
                    above == Role.IEN_NUMERIQUE && correspondence.toGroup(above, place.departementCode(), letter) > 0;
            if (!heard) {
                correspondence.toGroup(Role.IEN, place.uai(), letter);
            }
        }));
    }

    /** Whom a task waits for, in French: "l'IEN ou l'E-RUN". */
    public static String called(List<Role> roles) {
        return String.join(
                " ou ",
                roles.stream()
                        .distinct()
                        .sorted()
                        .map(role -> CALLED.getOrDefault(role, role.label()))
                        .toList());
    }

    private Letter letter(String template, OpenTasks.Offered lying, String path) {
        OpenTask task = lying.task();
        String where = place(lying.groups()).map(Circonscription::uai).orElse(null);
        return new Letter(
                        template,
                        task.processId() + ":" + task.taskKey() + ":" + task.businessKey() + ":" + LocalDate.now(clock),
                        Map.of(
                                "tache",
                                task.name(),
                                "depuis",
                                French.day(LocalDate.ofInstant(task.createdOn(), clocks.of(where))),
                                "qui",
                                called(roles(lying.groups())),
                                "ou",
                                place(lying.groups()).map(Circonscription::name).orElse("")),
                        path,
                        null)
                .settling();
    }

    private List<OpenTasks.Offered> open(String process, long caseId, String task) {
        return tasks.offeredIn(process, caseId).stream()
                .filter(each -> each.task().is(process, task))
                .toList();
    }

    private static List<Role> roles(List<String> groups) {
        return groups.stream().flatMap(group -> Groups.role(group).stream()).toList();
    }

    private Optional<Circonscription> place(List<String> groups) {
        return groups.stream()
                .filter(group -> Groups.role(group).isPresent())
                .map(Groups::perimeter)
                .flatMap(perimeter -> circonscriptions
                        .find(perimeter)
                        .or(() -> schools.find(perimeter)
                                .flatMap(school -> circonscriptions.find(school.circonscriptionUai())))
                        .stream())
                .findFirst();
    }
}
