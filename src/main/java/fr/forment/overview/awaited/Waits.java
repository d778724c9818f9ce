package fr.forment.overview.awaited;

import fr.forment.account.Groups;
import fr.forment.account.Role;
import fr.forment.account.SignedIn;
import fr.forment.engine.Drawings;
import fr.forment.engine.FailedSteps;
import fr.forment.engine.OpenTask;
import fr.forment.engine.OpenTasks;
import fr.forment.engine.OpenTasks.Offered;
import fr.forment.french.French;
import fr.forment.people.MyPerimeter;
import fr.forment.post.LateTasks;
import fr.forment.project.Project;
import fr.forment.project.Projects;
import fr.forment.project.Vague;
import fr.forment.project.blocked.AwaitedPeople;
import fr.forment.project.blocked.Body;
import fr.forment.project.blocked.MissedOpenings;
import fr.forment.territory.Circonscription;
import fr.forment.territory.PlaceClocks;
import fr.forment.territory.School;
import fr.forment.territory.Schools;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * Reads what waits in a circonscription: every open task of every model, and vagues whose opening day has gone by. As
 * many statements for many as for one; what a school lacks stands on the page of its vague, where the lines lead.
 */
@Component
@RequiredArgsConstructor
public class Waits {

    static final List<Role> OFFICE =
            List.of(Role.IEN, Role.ERUN, Role.CPC, Role.SECRETAIRE, Role.DSI, Role.FOURNISSEUR);

    private final OpenTasks tasks;
    private final FailedCases failed;
    private final Drawings drawings;
    private final Schools schools;
    private final Projects projects;
    private final MissedOpenings late;
    private final AwaitedPeople awaited;
    private final MyPerimeter perimeter;
    private final SignedIn me;
    private final PlaceClocks clocks;

    /**
     * What waits in a circonscription.
     *
     * @param all what is late first, then what has waited longest
     * @param unasked vagues whose accounts and network nobody is asked for yet: the collectivité is, once their
     *     trainers are ready; in French, to stand in a sentence
     */
    public record InPlace(List<Wait> all, List<String> unasked) {}

    public InPlace in(Circonscription place) {
        boolean names = perimeter.seesPeopleOf(place);
        Map<String, School> all = schools.inCirconscription(place.uai()).stream()
                .collect(Collectors.toMap(School::uai, school -> school));
        AwaitedPeople.Known known = awaited.in(place.uai(), all.keySet(), names);
        List<Wait> found = new ArrayList<>();
        List<Offered> open = tasks.offeredTo(groups(place, all.keySet()));
        Map<String, String> labels = names ? Map.of() : labels(open);
        List<Project> under = projects.inCirconscriptions(List.of(place.uai()));
        Map<Long, List<Vague>> vagues =
                projects.vagues(under.stream().map(Project::id).toList());
        open.stream()
                .map(each ->
                        of(each, place, all, known, labels, names, since(each.task(), vagues, clocks.of(place.uai()))))
                .forEach(found::add);
        LocalDate today = clocks.today(place.uai());
        late.in(List.of(place.uai())).stream()
                .map(vague -> opening(vague, known.of(List.of(Role.IEN), place.uai()), place))
                .forEach(found::add);
        failed.in(List.of(place.uai())).map(each -> of(each, place, today)).forEach(found::add);
        found.sort(Comparator.comparing((Wait each) -> !each.late())
                .thenComparing(Wait::since, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(Wait::about));
        return new InPlace(
                found,
                under.stream()
                        .flatMap(project -> vagues.getOrDefault(project.id(), List.of()).stream()
                                .filter(vague -> vague.state().isBeforeAccounts())
                                .map(vague -> vague.inSentence() + " (" + project.title() + ")"))
                        .toList());
    }

    private static List<String> groups(Circonscription place, Set<String> schools) {
        return Stream.concat(
                        OFFICE.stream().map(role -> Groups.of(role, place.uai())),
                        schools.stream().map(uai -> Groups.of(Role.DIRECTEUR, uai)))
                .toList();
    }

    private Wait of(
            Offered offered,
            Circonscription place,
            Map<String, School> schools,
            AwaitedPeople.Known known,
            Map<String, String> labels,
            boolean names,
            LocalDate since) {
        OpenTask task = offered.task();
        List<Role> roles = roles(offered);
        String at = offered.groups().stream()
                .map(Groups::perimeter)
                .filter(schools::containsKey)
                .findFirst()
                .orElse(place.uai());
        boolean mine = offered.groups().stream().anyMatch(group -> Groups.role(group)
                .filter(role -> me.has(role, Groups.perimeter(group)))
                .isPresent());
        LocalDate today = clocks.today(place.uai());
        LocalDate due = day(task.dueOn(), place);
        return new Wait(
                body(offered),
                schools.containsKey(at) ? schools.get(at).displayName() : place.shortName(),
                labels.getOrDefault(task.processId() + ":" + task.taskKey(), task.name()),
                French.capital(LateTasks.called(roles)),
                who(offered, mine && roles.size() == 1, names, known),
                since,
                due,
                due != null && due.isBefore(today),
                mine ? task.link() : null,
                "Ouvrir la tâche");
    }

    /** Whoever has taken it in charge alone can do it now, whomever it is open to. */
    private String who(Offered offered, boolean minesAlone, boolean names, AwaitedPeople.Known known) {
        if (offered.holder() != null && offered.holder().equals(me.login())) {
            return "vous, qui l'avez prise en charge";
        }
        if (offered.holder() != null) {
            return names ? String.join(", ", offered.people()) + ", qui l'a prise en charge" : null;
        }
        return minesAlone && offered.people().isEmpty() ? "vous" : names ? people(offered, known) : null;
    }

    /**
     * As their models call them, for who sees no people: names of tasks say whom they are about. By process and task.
     */
    private Map<String, String> labels(List<Offered> all) {
        Map<String, String> found = new HashMap<>();
        all.stream().map(each -> each.task().processId()).distinct().forEach(process -> drawings.latest(process)
                .nodes()
                .forEach(node -> found.put(process + ":" + node.id(), node.name())));
        return found;
    }

    /** Whom it is offered to by name first. */
    private static String people(Offered offered, AwaitedPeople.Known known) {
        String names = Stream.concat(
                        offered.people().stream(),
                        offered.groups().stream()
                                .flatMap(
                                        group -> Groups.role(group)
                                                .map(role -> known.of(List.of(role), Groups.perimeter(group)))
                                                .stream()))
                .distinct()
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? null : names;
    }

    /** No task says it: the IEN gives another day, what it waits for stands on its page. */
    private Wait opening(MissedOpenings.Missed vague, String inspector, Circonscription place) {
        boolean mine = me.has(Role.IEN, place.uai());
        return new Wait(
                Body.EDUCATION_NATIONALE,
                vague.title() + ", " + vague.project(),
                "Jour d'ouverture prévu passé : " + vague.told(),
                French.capital(LateTasks.called(List.of(Role.IEN))),
                mine ? "vous" : inspector,
                vague.opensOn(),
                vague.opensOn(),
                true,
                vague.link() + (mine ? "#ouverture" : ""),
                mine ? "Changer la date d'ouverture" : "Voir ce qui bloque");
    }

    /** Nobody has a task: FormENT could not go on, and its administrator has to see to it. */
    private Wait of(FailedCases.Of each, Circonscription place, LocalDate today) {
        return new Wait(
                Body.EDUCATION_NATIONALE,
                each.about() == null ? place.shortName() : each.about(),
                FailedSteps.TOLD,
                Role.ADMIN.label(),
                null,
                day(each.since(), place),
                null,
                true,
                each.link(),
                "Voir où");
    }

    private static List<Role> roles(Offered offered) {
        return offered.groups().stream()
                .flatMap(group -> Groups.role(group).stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** What a partner shares with the Éducation nationale waits on the latter. */
    static Body body(Offered offered) {
        List<Role> roles = roles(offered);
        return offered.task().is("technicalReadiness", "declareReady") || roles.equals(List.of(Role.DSI))
                ? Body.COLLECTIVITE
                : roles.equals(List.of(Role.FOURNISSEUR)) ? Body.FOURNISSEUR : Body.EDUCATION_NATIONALE;
    }

    /** What the collectivité declares comes back to it after each part: it has waited since it was asked first. */
    static LocalDate since(OpenTask task, Map<Long, List<Vague>> vagues, ZoneId zone) {
        return (task.is("technicalReadiness", "declareReady")
                        ? vagues.values().stream().flatMap(List::stream)
                        : Stream.<Vague>empty())
                .filter(vague -> vague.id() == task.caseId())
                .map(Vague::accountsAskedOn)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> LocalDate.ofInstant(task.createdOn(), zone));
    }

    private LocalDate day(Instant at, Circonscription place) {
        return at == null ? null : LocalDate.ofInstant(at, clocks.of(place.uai()));
    }
}
