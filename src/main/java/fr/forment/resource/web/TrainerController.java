package fr.forment.resource.web;

import fr.forment.access.FormAnswer;
import fr.forment.account.Role;
import fr.forment.account.Signatures;
import fr.forment.account.SignedIn;
import fr.forment.catalogue.TrainingModule;
import fr.forment.french.Refusal;
import fr.forment.french.Typed;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.people.PeopleSearch;
import fr.forment.resource.Certification;
import fr.forment.resource.CertificationService;
import fr.forment.resource.DayPart;
import fr.forment.resource.DaySpan;
import fr.forment.resource.GivenWeek;
import fr.forment.resource.ResourceRights;
import fr.forment.resource.Skills;
import fr.forment.resource.TrainerAbsence;
import fr.forment.resource.TrainerList;
import fr.forment.resource.TrainerResourceService;
import fr.forment.resource.TrainerResources;
import fr.forment.resource.TrainerWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What one trainer gives and may lead: said by himself or the team; certified by the inspector. */
@Controller
@RequiredArgsConstructor
class TrainerController {

    /** A module and where the right to lead it comes from; {@code before} what its trainers follow first. */
    record Skill(TrainingModule module, Skills.Origin origin, LocalDate until, List<String> before) {}

    /** A row of the week. */
    record Day(int number, String name) {}

    private final ResourceAccess access;
    private final ResourceRights rights;
    private final TrainerResources resources;
    private final TrainerResourceService service;
    private final CertificationService certifications;
    private final TrainerList trainers;
    private final Agents agents;
    private final PeopleSearch people;
    private final Signatures signatures;
    private final SignedIn me;

    /** For those who train: the others have nothing to say here. */
    @GetMapping("/moi/disponibilites")
    String myself(Model model) {
        Optional<Agent> agent = Optional.ofNullable(me.agentId()).flatMap(agents::find);
        return agent.filter(trainers::trains).isPresent() ? page(agent.get(), model) : "redirect:/moi";
    }

    @GetMapping("/ressources/formateurs/{id:\\d+}")
    String one(@PathVariable long id, Model model) {
        return page(access.trainer(id), model);
    }

    @PostMapping("/ressources/formateurs/{id:\\d+}/semaine")
    String give(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String du,
            @RequestParam(defaultValue = "") String au,
            @RequestParam(defaultValue = "") List<String> donne,
            @RequestParam(defaultValue = "") String demiJournees,
            RedirectAttributes next) {
        Agent agent = access.speaking(id);
        Map<String, String> typed = typed(
                "du", du, "au", au, "donne", String.join(",", donne), "demiJournees", demiJournees, "form", "semaine");
        return FormAnswer.then(home(agent), next, typed, () -> {
            Integer most = ResourceFields.number(demiJournees, "Le nombre de demi-journées", "demiJournees");
            return service.giveWeek(
                            id, ResourceFields.day(du, "du"), ResourceFields.day(au, "au"), GivenWeek.of(donne), most)
                    ? "Les jours donnés sont enregistrés."
                            + (donne.isEmpty() ? " Aucun moment n'est coché : personne ne comptera sur ces jours." : "")
                    : "C'était déjà dit ainsi : rien n'a changé.";
        });
    }

    @PostMapping("/ressources/formateurs/{id:\\d+}/semaine/{week:\\d+}/retirer")
    String withdraw(@PathVariable long id, @PathVariable long week, RedirectAttributes next) {
        Agent agent = access.speaking(id);
        service.requireRow("trainer_week", id, week);
        return FormAnswer.then(home(agent), next, Map.of(), () -> {
            service.withdrawWeek(id, week);
            return "La ligne est retirée ; elle reste dans l'historique.";
        });
    }

    @PostMapping("/ressources/formateurs/{id:\\d+}/absences")
    String away(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String du,
            @RequestParam(defaultValue = "") String au,
            @RequestParam(defaultValue = "") String moment,
            @RequestParam(defaultValue = "") String motif,
            RedirectAttributes next) {
        Agent agent = access.speaking(id);
        Map<String, String> typed = typed("du", du, "au", au, "moment", moment, "motif", motif, "form", "absence");
        return FormAnswer.then(
                home(agent),
                next,
                typed,
                () -> service.away(
                                id,
                                ResourceFields.day(du, "du"),
                                ResourceFields.day(au, "au"),
                                part(moment),
                                Typed.text(motif))
                        ? "L'absence est enregistrée."
                        : "Cette absence était déjà enregistrée.");
    }

    @PostMapping("/ressources/formateurs/{id:\\d+}/absences/{absence:\\d+}/retirer")
    String back(@PathVariable long id, @PathVariable long absence, RedirectAttributes next) {
        Agent agent = access.trainer(id);
        service.requireRow("trainer_absence", id, absence);
        access.takesBack(
                agent,
                resources.allAbsencesOf(id, LocalDate.MIN).stream()
                        .filter(each -> each.id() == absence)
                        .findFirst());
        return FormAnswer.then(home(agent), next, Map.of(), () -> {
            service.back(id, absence);
            return "L'absence est retirée ; elle reste dans l'historique.";
        });
    }

    @PostMapping("/ressources/formateurs/{id:\\d+}/habilitations")
    String certify(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String module,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String du,
            @RequestParam(defaultValue = "") String au,
            RedirectAttributes next) {
        Agent agent = access.certified(id);
        Map<String, String> typed =
                typed("module", module, "decision", decision, "du", du, "au", au, "form", "habilitation");
        return FormAnswer.then(home(agent), next, typed, () -> {
            boolean granted = granted(decision);
            return certifications.decide(
                            id, module, granted, ResourceFields.day(du, "du"), ResourceFields.day(au, "au"))
                    ? (granted ? "L'habilitation est enregistrée." : "Le retrait est enregistré.")
                    : "C'était déjà décidé ainsi : rien n'a changé.";
        });
    }

    @PostMapping("/ressources/formateurs/{id:\\d+}/habilitations/{certification:\\d+}/retirer")
    String takeBack(@PathVariable long id, @PathVariable long certification, RedirectAttributes next) {
        Agent agent = access.certified(id);
        service.requireRow("trainer_certification", id, certification);
        return FormAnswer.then(home(agent), next, Map.of(), () -> {
            certifications.takeBack(id, certification);
            return "La décision est annulée : la fonction et les formations suivies s'appliquent de nouveau.";
        });
    }

    private String page(Agent agent, Model model) {
        LocalDate today = agents.today();
        List<Long> one = List.of(agent.id());
        List<Certification> decided = resources.certifications(one).getOrDefault(agent.id(), List.of());
        Skills skills = trainers.skills(List.of(agent));
        model.addAttribute("agent", agent);
        model.addAttribute("place", people.places(List.of(agent)).get(agent.id()));
        model.addAttribute("isMe", rights.isSelf(agent));
        model.addAttribute(
                "readsEvaluations",
                rights.isSelf(agent)
                        || agent.circonscriptionUai() != null && me.has(Role.IEN, agent.circonscriptionUai()));
        model.addAttribute("mayEdit", rights.edits(agent));
        model.addAttribute("mayCertify", rights.certifies(agent));
        model.addAttribute("seesReasons", rights.seesReasons(agent));
        model.addAttribute("today", today);
        model.addAttribute(
                "days",
                GivenWeek.DAYS.stream()
                        .map(day -> new Day(day.getValue(), GivenWeek.name(day)))
                        .toList());
        model.addAttribute("parts", DayPart.values());
        List<TrainerWeek> weeks = resources.weeksOf(agent.id());
        Optional<TrainerWeek> now =
                weeks.stream().filter(week -> week.period().covers(today)).findFirst();
        model.addAttribute("weeks", weeks);
        model.addAttribute("weekParts", comingFirst(weeks, TrainerWeek::period, today));
        model.addAttribute("given", now.map(week -> week.given().codes()).orElse(Set.of()));
        model.addAttribute("most", now.map(TrainerWeek::mostHalfDays).orElse(null));
        List<TrainerAbsence> absences = resources.allAbsencesOf(agent.id(), today.minusYears(1)).stream()
                .filter(absence -> rights.seesAbsence(agent, absence))
                .toList();
        model.addAttribute("absences", absences);
        model.addAttribute(
                "takesBack",
                absences.stream()
                        .filter(absence -> rights.takesBack(agent, absence))
                        .map(TrainerAbsence::id)
                        .toList());
        model.addAttribute("absenceParts", comingFirst(absences, TrainerAbsence::period, today));
        model.addAttribute("decided", decided);
        model.addAttribute(
                "signed",
                signatures.readAll(
                        decided.stream().map(Certification::decidedBy).toList()));
        List<Skill> may = skills.modules().stream()
                .map(module -> new Skill(
                        module,
                        skills.origin(agent, module, today),
                        skills.until(agent, module, today),
                        skills.trainingOf(module).stream().sorted().toList()))
                .toList();
        model.addAttribute("skills", may);
        model.addAttribute(
                "skillsGiven",
                may.stream().filter(skill -> skill.origin().isGiven()).count());
        return "resource/trainer";
    }

    /** What counts today or later, then what is past. */
    private static <T> List<List<T>> comingFirst(List<T> all, Function<T, DaySpan> period, LocalDate today) {
        return Stream.of(false, true)
                .map(past -> all.stream()
                        .filter(each -> past
                                == (period.apply(each).until() != null
                                        && period.apply(each).until().isBefore(today)))
                        .toList())
                .toList();
    }

    private String home(Agent agent) {
        return rights.isSelf(agent) ? "/moi/disponibilites" : "/ressources/formateurs/" + agent.id();
    }

    /** Empty: the whole day. */
    private static DayPart part(String moment) {
        return moment.isBlank()
                ? null
                : Arrays.stream(DayPart.values())
                        .filter(part -> part.name().equals(moment))
                        .findFirst()
                        .orElseThrow(() -> new Refusal("Choisissez la journée, le matin ou l'après-midi.", "moment"));
    }

    private static boolean granted(String decision) {
        if (!List.of("oui", "non").contains(decision)) {
            throw new Refusal("Choisissez d'habiliter ou de retirer.", "decision");
        }
        return decision.equals("oui");
    }

    private static Map<String, String> typed(String... namesAndValues) {
        Map<String, String> typed = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            typed.put(namesAndValues[i], Objects.toString(namesAndValues[i + 1], ""));
        }
        return typed;
    }
}
