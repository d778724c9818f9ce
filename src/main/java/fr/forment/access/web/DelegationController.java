package fr.forment.access.web;

import fr.forment.access.DelegationRules;
import fr.forment.access.DelegationService;
import fr.forment.account.Delegation;
import fr.forment.account.NewDelegation;
import fr.forment.account.SignedIn;
import fr.forment.database.Slice;
import fr.forment.french.Told;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.people.Reach;
import fr.forment.territory.Circonscription;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who decides for an absent IEN: naming, prolonging, ending; and what was entrusted to me. */
@Controller
@RequestMapping("/moi/delegation")
@RequiredArgsConstructor
class DelegationController {

    /** A delegation with names. */
    record Row(Delegation delegation, String absent, String delegate, Delegation.State state) {}

    private final DelegationService delegations;
    private final DelegationRules rules;
    private final Agents agents;
    private final Reach reach;
    private final SignedIn me;
    private final Clock clock;

    @GetMapping
    String show(
            @RequestParam(required = false) String circonscription,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        List<Circonscription> mine = rules.mine();
        List<Delegation> received = me.agentId() == null ? List.of() : delegations.receivedBy(me.agentId());
        me.refuseUnless(!mine.isEmpty() || !received.isEmpty());
        Circonscription where = mine.stream()
                .filter(c -> c.uai().equals(circonscription))
                .findFirst()
                .orElse(mine.isEmpty() ? null : mine.get(0));
        model.addAttribute("received", rows(received));
        model.addAttribute("circonscriptions", mine);
        model.addAttribute("where", where);
        model.addAttribute("today", LocalDate.now(clock));
        if (where != null) {
            model.addAttribute(
                    "rows", Slice.of(delegations.of(where.uai()), page).with(this::rows));
            model.addAttribute("givers", rules.givers(where.uai()));
            model.addAttribute("candidates", rules.candidates(where.uai()));
        }
        return "access/delegation";
    }

    @PostMapping
    String name(
            @RequestParam String circonscription,
            @RequestParam("absent") long giver,
            @RequestParam("delegue") long delegate,
            @RequestParam(value = "debut", required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    LocalDate first,
            @RequestParam(value = "fin", required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    LocalDate last,
            @RequestParam("motif") String motive,
            RedirectAttributes flash) {
        reach.circonscription(circonscription);
        me.refuseUnless(rules.mayName(circonscription));
        // who may be named is often of another circonscription: those that the page offers are within reach, and those
        // one sees
        offeredOrSeen(giver, rules.givers(circonscription));
        offeredOrSeen(delegate, rules.candidates(circonscription));
        return tried(
                circonscription,
                flash,
                "La délégation est enregistrée ; les deux personnes sont prévenues.",
                () -> delegations.name(new NewDelegation(circonscription, giver, delegate, first, last, motive)));
    }

    private void offeredOrSeen(long id, List<Agent> offered) {
        if (offered.stream().noneMatch(agent -> agent.id() == id)) {
            reach.person(id);
        }
    }

    @PostMapping("/{id:\\d+}/prolongation")
    String prolong(
            @PathVariable long id,
            @RequestParam(value = "fin", required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    LocalDate last,
            RedirectAttributes flash) {
        return tried(mine(id).perimeter(), flash, "La délégation est prolongée.", () -> delegations.prolong(id, last));
    }

    @PostMapping("/{id:\\d+}/fin")
    String end(@PathVariable long id, RedirectAttributes flash) {
        return tried(
                mine(id).perimeter(),
                flash,
                "La délégation est terminée : ses droits sont retirés dès maintenant.",
                () -> delegations.end(id));
    }

    /** Somebody else's delegation and nobody's look the same from outside. */
    private Delegation mine(long id) {
        return Reach.of(delegations.find(id), delegation -> rules.mayName(delegation.perimeter()));
    }

    private static String tried(String circonscription, RedirectAttributes flash, String done, Runnable action) {
        Told.on(flash, done, action);
        flash.addAttribute("circonscription", circonscription);
        return "redirect:/moi/delegation";
    }

    private List<Row> rows(List<Delegation> some) {
        Map<Long, String> names = agents
                .all(some.stream()
                        .flatMap(each -> Stream.of(each.giverId(), each.delegateId()))
                        .distinct()
                        .toList())
                .stream()
                .collect(Collectors.toMap(Agent::id, Agent::fullName));
        return some.stream()
                .map(each -> new Row(
                        each,
                        names.getOrDefault(each.giverId(), "?"),
                        names.getOrDefault(each.delegateId(), "?"),
                        each.state(LocalDate.now(clock))))
                .toList();
    }
}
