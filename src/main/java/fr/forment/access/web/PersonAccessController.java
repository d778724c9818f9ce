package fr.forment.access.web;

import fr.forment.access.AccessLinkService;
import fr.forment.access.AccountService;
import fr.forment.access.RoleGivingService;
import fr.forment.account.Account;
import fr.forment.account.AccountRole;
import fr.forment.account.GivenRole;
import fr.forment.account.Role;
import fr.forment.account.SignedIn;
import fr.forment.french.Refusal;
import fr.forment.people.AccessRights;
import fr.forment.people.Agent;
import fr.forment.people.Reach;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The keys of one person: link, provisional password, roles of the function and roles given by hand. */
@Controller
@RequestMapping("/personnels/{id:\\d+}/acces")
@RequiredArgsConstructor
class PersonAccessController {

    /** @param given null for a role of the function; {@code by} a name */
    record Held(Role role, String place, String perimeter, GivenRole given, String by, boolean mayTake) {}

    private final AccountService accounts;
    private final AccessLinkService links;
    private final RoleGivingService roles;
    private final AccessRights rights;
    private final Reach reach;
    private final RolePlaces places;
    private final SignedIn me;

    @GetMapping
    String show(@PathVariable long id, Model model) {
        me.refuseUnless(rights.givesAccess());
        Agent agent = agent(id);
        Account account = accounts.ofAgent(id).orElse(null);
        model.addAttribute("agent", agent);
        model.addAttribute("account", account);
        model.addAttribute("mayOpen", account != null && rights.mayGiveAccess(account, agent));
        model.addAttribute("held", account == null ? List.of() : held(agent, account));
        model.addAttribute(
                "givable",
                account == null || !account.enabled() || agent.id().equals(me.agentId())
                        ? List.of()
                        : rights.givable());
        model.addAttribute("places", places.all());
        return "access/keys";
    }

    @PostMapping("/lien")
    String send(@PathVariable long id, RedirectAttributes flash) {
        openable(id);
        links.sendTo(id);
        flash.addFlashAttribute("done", "Le lien d'accès est en route.");
        return "redirect:/personnels/" + id + "/acces";
    }

    /** Shown in the answer itself and nowhere else: neither stored nor kept by the browser. */
    @PostMapping
    String give(@PathVariable long id, Model model, HttpServletResponse response) {
        Account account = openable(id);
        model.addAttribute("agent", agent(id));
        model.addAttribute("login", account.login());
        model.addAttribute("password", accounts.giveAccess(id));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return "access/given";
    }

    @PostMapping("/roles")
    String giveRole(
            @PathVariable long id,
            @RequestParam Role role,
            @RequestParam("lieu") String perimeter,
            @RequestParam("motif") String motive,
            RedirectAttributes flash) {
        Account account = account(id);
        reached(role, perimeter);
        me.act(() -> rights.mayGive(agent(id), role, perimeter));
        roles.give(account.login(), role, perimeter, motive);
        flash.addFlashAttribute("done", "Le rôle est donné : la personne en dispose dès sa prochaine page.");
        return "redirect:/personnels/" + id + "/acces";
    }

    @PostMapping("/roles/retrait")
    String takeRole(
            @PathVariable long id,
            @RequestParam Role role,
            @RequestParam("lieu") String perimeter,
            @RequestParam("motif") String motive,
            RedirectAttributes flash) {
        Account account = account(id);
        reached(role, perimeter);
        me.act(() -> rights.mayGive(agent(id), role, perimeter));
        roles.take(account.login(), role, perimeter, motive);
        flash.addFlashAttribute("done", "Le rôle est retiré : la personne n'en dispose plus dès sa prochaine page.");
        return "redirect:/personnels/" + id + "/acces";
    }

    private List<Held> held(Agent agent, Account account) {
        List<GivenRole> given = roles.givenTo(account);
        List<Held> held = new ArrayList<>();
        for (AccountRole role : account.roles().stream()
                .sorted((one, other) -> one.role().compareTo(other.role()))
                .toList()) {
            GivenRole byHand = given.stream()
                    .filter(g -> g.role() == role.role() && g.perimeter().equals(role.perimeter()))
                    .findFirst()
                    .orElse(null);
            held.add(new Held(
                    role.role(),
                    places.name(role.perimeter()),
                    role.perimeter(),
                    byHand,
                    byHand == null ? null : accounts.nameOf(byHand.givenBy()),
                    byHand != null && rights.mayGive(agent, role.role(), role.perimeter())));
        }
        return held;
    }

    private Account openable(long id) {
        Agent agent = agent(id);
        Account account = account(id);
        me.act(() -> rights.mayGiveAccess(account, agent));
        return account;
    }

    private Account account(long id) {
        agent(id);
        return accounts.ofAgent(id).orElseThrow(() -> new Refusal("Cette fonction ne donne pas d'accès à FormENT."));
    }

    private Agent agent(long id) {
        return reach.person(id);
    }

    /** A place of elsewhere is none; whether the role may be given there is asked next. */
    private void reached(Role role, String perimeter) {
        switch (role.level()) {
            case SCHOOL -> reach.school(perimeter);
            case CIRCONSCRIPTION -> reach.circonscription(perimeter);
            case DEPARTEMENT, EVERYWHERE -> {}
        }
    }
}
