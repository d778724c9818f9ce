package fr.forment.evaluation.web;

import fr.forment.account.Role;
import fr.forment.account.SignedIn;
import fr.forment.catalogue.Catalogue;
import fr.forment.catalogue.TrainingModule;
import fr.forment.evaluation.AskedProfiles;
import fr.forment.evaluation.Audience;
import fr.forment.evaluation.Disclosure;
import fr.forment.evaluation.Followed;
import fr.forment.evaluation.Heard;
import fr.forment.evaluation.Readings;
import fr.forment.evaluation.Results;
import fr.forment.evaluation.Review;
import fr.forment.evaluation.SessionGivers;
import fr.forment.evaluation.WordsService;
import fr.forment.french.Refusal;
import fr.forment.french.Told;
import fr.forment.french.Typed;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.people.MyPerimeter;
import fr.forment.people.OutOfReach;
import fr.forment.people.Reach;
import fr.forment.people.TeamRights;
import fr.forment.project.Project;
import fr.forment.project.Projects;
import fr.forment.project.Vague;
import fr.forment.resource.MeetingPlace;
import fr.forment.selfstudy.SelfStudies;
import fr.forment.selfstudy.SelfStudy;
import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
import fr.forment.territory.School;
import fr.forment.territory.Schools;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Results by session and by project, for the circonscription's team. */
@Controller
@RequiredArgsConstructor
class ResultsController {

    private final Results results;
    private final WordsService texts;
    private final SessionGivers givers;
    private final Agents agents;
    private final Sessions sessions;
    private final SelfStudies studies;
    private final Projects projects;
    private final Catalogue catalogue;
    private final Schools schools;
    private final MyPerimeter perimeter;
    private final TeamRights team;
    private final SignedIn me;

    private static final String ALONE = "En autoformation";
    private static final String NO_VAGUE = "Circonscription";

    /** Several that were followed, read together. @param link null where it has no page */
    record Group(String title, String link, Heard.Hot hot, Heard.Cold cold) {}

    private record Vagues(Map<Long, Vague> known) {

        Name name(Long id) {
            Vague vague = id == null ? null : known.get(id);
            return vague == null
                    ? new Name(NO_VAGUE, "", null)
                    : new Name(vague.title(), "vague " + vague.rank(), null);
        }
    }

    /** One line of the page of a project: a session. */
    record Line(TrainingSession session, String title, Heard.Hot hot, Heard.Cold cold) {}

    /** One line of the page of a project: a module that was followed alone. @param vague its title */
    record AloneLine(SelfStudies.Progress progress, String title, String vague, Heard.Hot hot) {}

    @GetMapping("/projets/{id}/evaluations")
    String ofProject(@PathVariable long id, Model model) {
        Project project =
                Reach.of(projects.find(id), found -> perimeter.coversCirconscription(found.circonscriptionUai()));
        requireTeam(project.circonscriptionUai());
        List<TrainingSession> held = sessions.ofProject(id).stream()
                .filter(session -> session.state().wasHeld())
                .toList();
        List<SelfStudies.Progress> alone = studies.progressOf(id);
        var asked = new Results.Of(
                held.stream().map(TrainingSession::id).toList(),
                alone.stream().map(each -> each.study().id()).toList());
        boolean leads = me.has(Role.IEN, project.circonscriptionUai());
        Map<Followed, Set<Long>> gave = givers.among(held);
        Readings read = results.whole(asked, leads ? Audience.inspector() : Audience.of(me.agentId()), gave);
        boolean decides = team.isExpert(project.circonscriptionUai());
        List<WordsService.Word> toRead = decides ? texts.of(asked) : List.of();
        Disclosure page = new Disclosure(read);
        Vagues vagues = new Vagues(projects.vagues(id).stream().collect(Collectors.toMap(Vague::id, each -> each)));
        UnaryOperator<String> titles = titles();
        model.addAllAttributes(Map.of(
                "project",
                project,
                "threshold",
                Results.THRESHOLD,
                "hot",
                read.hot(),
                "cold",
                read.cold(),
                "words",
                decides ? WordsService.shown(toRead, read) : results.words(asked, read),
                "lines",
                held.stream()
                        .map(session -> new Line(
                                session,
                                titles.apply(session.moduleCode()),
                                read.hot(Followed.session(session.id())),
                                read.cold(Followed.session(session.id()))))
                        .toList(),
                "alone",
                alone.stream()
                        .map(each -> new AloneLine(
                                each,
                                titles.apply(each.study().moduleCode()),
                                vagues.name(each.study().vagueId()).title(),
                                read.hot(Followed.alone(each.study().id()))))
                        .toList()));
        model.addAttribute(
                "modules",
                groups(
                        held,
                        alone,
                        page,
                        TrainingSession::moduleCode,
                        SelfStudy::moduleCode,
                        code -> new Name(titles.apply(code), code, null)));
        model.addAttribute(
                "vagues", groups(held, alone, page, TrainingSession::vagueId, SelfStudy::vagueId, vagues::name));
        model.addAttribute(
                "sectors",
                groups(held, alone, page, sectors(held), study -> ALONE, sector -> new Name(sector, sector, null)));
        model.addAttribute("people", AskedProfiles.of(read));
        model.addAttribute("versions", read.versions());
        model.addAttribute("leads", leads);
        model.addAttribute("trainers", leads ? trainers(held, gave, page) : List.of());
        model.addAttribute("toRead", toRead);
        return "evaluation/results";
    }

    /** @param vu what was decided when the page was shown */
    @PostMapping("/projets/{id}/evaluations/textes/{texte}")
    String review(
            @PathVariable long id,
            @PathVariable String texte,
            @RequestParam(defaultValue = "") String vu,
            @RequestParam(defaultValue = "") String decision,
            RedirectAttributes next) {
        Project project =
                Reach.of(projects.find(id), found -> perimeter.coversCirconscription(found.circonscriptionUai()));
        me.refuseUnless(team.isExpert(project.circonscriptionUai()));
        UUID text = idOf(texte);
        texts.projectOf(text).filter(Long.valueOf(id)::equals).orElseThrow(OutOfReach::new);
        Told.on(next, () -> {
            Review now = Typed.code(Review.class, decision)
                    .filter(choice -> choice != Review.A_LIRE)
                    .orElseThrow(() -> new Refusal("Choisissez d'afficher ce texte ou de l'écarter."));
            texts.review(id, text, Typed.code(Review.class, vu).orElse(Review.A_LIRE), now);
            return now == Review.MONTRE
                    ? "Le texte est affiché dans les résultats."
                    : "Le texte est écarté : il n'est montré à personne d'autre.";
        });
        return "redirect:/projets/" + id + "/evaluations";
    }

    private static UUID idOf(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException none) {
            throw new OutOfReach();
        }
    }

    /**
     * What was followed, put together by the id of one of its facts: two things of one name stay two, and say which
     * they are.
     */
    private static <K> List<Group> groups(
            List<TrainingSession> held,
            List<SelfStudies.Progress> alone,
            Disclosure page,
            Function<TrainingSession, K> ofSession,
            Function<SelfStudy, K> ofStudy,
            Function<K, Name> names) {
        Map<K, Set<Followed>> by = new HashMap<>();
        held.forEach(session -> by.computeIfAbsent(ofSession.apply(session), key -> new HashSet<>())
                .add(Followed.session(session.id())));
        alone.forEach(each -> by.computeIfAbsent(ofStudy.apply(each.study()), key -> new HashSet<>())
                .add(Followed.alone(each.study().id())));
        Disclosure.Part part = page.of(by.entrySet().stream()
                .sorted(Comparator.comparing(
                        group -> names.apply(group.getKey()).title()))
                .map(Map.Entry::getValue)
                .toList());
        Map<String, Long> same = by.keySet().stream()
                .collect(Collectors.groupingBy(key -> names.apply(key).title(), Collectors.counting()));
        return by.entrySet().stream()
                .map(group -> {
                    Name name = names.apply(group.getKey());
                    return new Group(
                            same.get(name.title()) == 1 ? name.title() : name.title() + " (" + name.mark() + ")",
                            name.link(),
                            part.hot(group.getValue()),
                            part.cold(group.getValue()));
                })
                .sorted(Comparator.comparing(Group::title))
                .toList();
    }

    /** @param mark tells it from others of the same title */
    private record Name(String title, String mark, String link) {}

    /**
     * For the IEN alone, of what one person gave without others; whoever trained reads the same of their own on a page
     * of theirs.
     */
    private List<Group> trainers(List<TrainingSession> held, Map<Followed, Set<Long>> gave, Disclosure page) {
        Function<TrainingSession, Set<Long>> by =
                session -> gave.getOrDefault(Followed.session(session.id()), Set.of());
        List<TrainingSession> led =
                held.stream().filter(session -> by.apply(session).size() == 1).toList();
        Map<Long, Agent> known =
                agents
                        .all(led.stream()
                                .flatMap(session -> by.apply(session).stream())
                                .collect(Collectors.toSet()))
                        .stream()
                        .collect(Collectors.toMap(Agent::id, each -> each));
        return groups(
                led,
                List.of(),
                page,
                session -> by.apply(session).iterator().next(),
                study -> null,
                id -> known.containsKey(id)
                        ? new Name(
                                known.get(id).fullName(),
                                known.get(id).function().label(),
                                "/formateurs/" + id + "/evaluations")
                        : new Name("Une personne partie", String.valueOf(id), null));
    }

    private Function<TrainingSession, String> sectors(List<TrainingSession> held) {
        Map<String, School> hosts = schools.findAll(
                held.stream().map(TrainingSession::place).distinct().toList());
        return session -> {
            School host = hosts.get(session.place());
            return MeetingPlace.sector(
                    session.place(),
                    session.format(),
                    host == null ? null : host.rpi(),
                    host == null ? null : host.commune());
        };
    }

    private UnaryOperator<String> titles() {
        Map<String, String> known =
                catalogue.all().stream().collect(Collectors.toMap(TrainingModule::code, TrainingModule::title));
        return code -> known.getOrDefault(code, code);
    }

    private void requireTeam(String circonscription) {
        me.refuseUnless(team.isOfTeamOrAdviser(circonscription));
    }
}
