package fr.forment.waiting.web;

import fr.forment.access.FormAnswer;
import fr.forment.account.Role;
import fr.forment.account.SignedIn;
import fr.forment.catalogue.Catalogue;
import fr.forment.catalogue.TrainingModule;
import fr.forment.french.French;
import fr.forment.french.Refusal;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.people.Reach;
import fr.forment.waiting.Explanations;
import fr.forment.waiting.PlaceRequest;
import fr.forment.waiting.RequestService;
import fr.forment.waiting.WaitingLines;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own requests of places, and those a direction proposes to its team. */
@Controller
@RequiredArgsConstructor
class RequestController {

    private static final int TRIES = 4;

    private final RequestService service;
    private final WaitingLines lines;
    private final RequestRows rows;
    private final OpenDates dates;
    private final Catalogue catalogue;
    private final Agents agents;
    private final SignedIn me;

    @GetMapping("/demandes")
    String page(Model model) {
        Long own = me.agentId();
        List<Agent> directed = directed();
        Set<Long> team = directed.stream()
                .map(Agent::id)
                .filter(id -> !Objects.equals(id, own))
                .collect(Collectors.toSet());
        Set<Long> everybody = new java.util.HashSet<>(team);
        if (own != null) {
            everybody.add(own);
        }
        Explanations.Line all = lines.ofPeople(everybody);
        Map<Long, Integer> ranks = lines.ranks(all.requests());
        Map<Long, Agent> people = directed.stream().collect(Collectors.toMap(Agent::id, agent -> agent));
        List<TrainingModule> modules = catalogue.all();
        Map<String, String> known = titles(modules);
        UnaryOperator<String> titles = code -> known.getOrDefault(code, code);
        model.addAttribute("mayAsk", own != null);
        model.addAttribute(
                "mine", rows.of(all, ranks, of(all, own == null ? Set.of() : Set.of(own)), people, titles, true));
        model.addAttribute("closed", own == null ? List.of() : rows.closed(lines.ofAgent(own), titles));
        model.addAttribute("theirs", rows.of(all, ranks, of(all, team), people, titles, false));
        model.addAttribute(
                "team",
                directed.stream().filter(agent -> team.contains(agent.id())).toList());
        List<TrainingModule> offered = modules.stream()
                .filter(module -> module.isActive() && module.isHeldInSessions())
                .toList();
        model.addAttribute("modules", offered);
        model.addAttribute(
                "dates",
                directed.stream()
                        .findFirst()
                        .or(() -> Optional.ofNullable(own).flatMap(agents::find))
                        .map(Agent::circonscriptionUai)
                        .map(uai -> dates.of(uai, titles(offered)))
                        .orElse(List.of()));
        return "waiting/requests";
    }

    private static List<PlaceRequest> of(Explanations.Line all, Set<Long> people) {
        return all.requests().stream()
                .filter(request -> people.contains(request.agentId()))
                .toList();
    }

    private static Map<String, String> titles(List<TrainingModule> modules) {
        return modules.stream().collect(Collectors.toMap(TrainingModule::code, TrainingModule::title));
    }

    @PostMapping("/demandes")
    String ask(
            @RequestParam(defaultValue = "") String module,
            @RequestParam(defaultValue = "") String note,
            RedirectAttributes next) {
        me.refuseUnless(me.agentId() != null);
        return then(next, Map.of("module", module, "note", note), () -> {
            service.ask(me.agentId(), module, note);
            return "Votre demande est enregistrée. L'équipe de circonscription y répond ; un courriel vous prévient.";
        });
    }

    @PostMapping("/demandes/{requestId}/retirer")
    String withdraw(@PathVariable long requestId, RedirectAttributes next) {
        PlaceRequest request = Reach.of(lines.find(requestId), this::speaksFor);
        me.act(() -> speaksFor(request));
        return then(next, Map.of(), () -> {
            service.withdraw(requestId);
            return request.isActive()
                    ? "C'est noté : ce module n'est plus attendu."
                    : "Cette demande était déjà close.";
        });
    }

    @PostMapping("/demandes/proposer")
    String propose(
            @RequestParam(defaultValue = "") String module,
            @RequestParam(required = false) Set<Long> agent,
            RedirectAttributes next) {
        Set<Long> named = agent == null ? Set.of() : agent;
        Reach.within(named, directed().stream().map(Agent::id).toList());
        me.act(() -> me.hasAny(Role.DIRECTEUR));
        return then(next, Map.of("teamModule", module, "agents", named), () -> {
            if (named.isEmpty()) {
                throw new Refusal("Choisissez au moins une personne de votre école.");
            }
            var proposed = service.propose(agents.find(me.agentId()).orElseThrow(), module, named);
            if (proposed.added() == 0) {
                throw new Refusal("Rien n'a été proposé : " + String.join(" ; ", proposed.refused()) + ".");
            }
            return "Module proposé à " + French.count(proposed.added(), "personne") + ", prévenue"
                    + (proposed.added() > 1 ? "s" : "") + " par courriel."
                    + (proposed.refused().isEmpty()
                            ? ""
                            : " Non retenu : " + String.join(" ; ", proposed.refused()) + ".");
        });
    }

    /** One's own, or of somebody of one's school. */
    private boolean speaksFor(PlaceRequest request) {
        return Objects.equals(request.agentId(), me.agentId())
                || directed().stream().anyMatch(agent -> agent.id() == request.agentId());
    }

    private List<Agent> directed() {
        Set<String> schools = me.perimeters(Role.DIRECTEUR);
        return schools.isEmpty() ? List.of() : agents.inSchools(schools);
    }

    /** Requests that come at once wait for each other's rows: whoever was turned away there tries again at once. */
    private static String again(Supplier<String> act) {
        for (int more = TRIES - 1; more > 0; more--) {
            try {
                return act.get();
            } catch (ConcurrencyFailureException | DuplicateKeyException meanwhile) {
                Thread.onSpinWait();
            }
        }
        return act.get();
    }

    private static String then(RedirectAttributes next, Map<String, ?> typed, Supplier<String> act) {
        return FormAnswer.then("/demandes", next, typed, () -> again(act));
    }
}
