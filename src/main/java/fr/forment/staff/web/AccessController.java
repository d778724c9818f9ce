package fr.forment.staff.web;

import java.util.List;

import fr.forment.engine.Refusal;
import fr.forment.staff.AccountService;
import fr.forment.staff.Agent;
import fr.forment.staff.Agents;
import fr.forment.staff.MyPerimeter;
import fr.forment.staff.SignedIn;
import fr.forment.staff.web.PeopleList.Search;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who can sign in: giving somebody a first password, changing one's own. */
@Controller
class AccessController {

    /** @param hasPassword the person can sign in already; {@code mayGive} the signed-in person may give a new password */
    record Access(Agent agent, String place, String login, boolean hasPassword, boolean mayGive) {
    }

    private final AccountService accounts;
    private final Agents agents;
    private final PeopleList people;
    private final MyPerimeter mine;
    private final SignedIn me;

    AccessController(AccountService accounts, Agents agents, PeopleList people, MyPerimeter mine, SignedIn me) {
        this.accounts = accounts;
        this.agents = agents;
        this.people = people;
        this.mine = mine;
        this.me = me;
    }

    @GetMapping("/personnels/acces")
    String list(Search search, Model model) {
        me.refuseUnless(mine.givesAccess());
        var found = people.find(search);
        var known = accounts.ofAgents(found.stream().map(person -> person.agent().id()).toList());
        List<Access> rows = found.stream().filter(person -> known.containsKey(person.agent().id())).map(person -> {
            var account = known.get(person.agent().id());
            return new Access(person.agent(), person.place(), account.login(), account.passwordHash() != null,
                    mine.mayGiveAccess(account, person.agent()));
        }).toList();
        model.addAttribute("rows", rows);
        model.addAttribute("search", search);
        model.addAttribute("circonscriptions", mine.circonscriptions());
        return "staff/access";
    }

    /** Shown in the answer itself and nowhere else: neither stored nor kept by the browser. */
    @PostMapping("/personnels/{id:\\d+}/acces")
    String give(@PathVariable long id, Model model, HttpServletResponse response) {
        Agent agent = agents.find(id).filter(mine::covers).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var account = accounts.ofAgent(id).orElseThrow(() -> new Refusal("Cette fonction ne donne pas d'accès à FormENT."));
        me.refuseUnless(mine.mayGiveAccess(account, agent));
        model.addAttribute("agent", agent);
        model.addAttribute("login", account.login());
        model.addAttribute("password", accounts.giveAccess(id));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return "staff/given";
    }

    @GetMapping("/moi/mot-de-passe")
    String passwordForm() {
        return "staff/password";
    }

    @PostMapping("/moi/mot-de-passe")
    String changePassword(@RequestParam("actuel") String present, @RequestParam("nouveau") String password,
            @RequestParam("encore") String again, RedirectAttributes flash) {
        if (!password.equals(again)) {
            flash.addFlashAttribute("problem", "Les deux saisies du nouveau mot de passe diffèrent.");
            return "redirect:/moi/mot-de-passe";
        }
        try {
            accounts.changePassword(me.login(), present, password);
        } catch (Refusal no) {
            flash.addFlashAttribute("problem", no.getMessage());
            return "redirect:/moi/mot-de-passe";
        }
        flash.addFlashAttribute("done", "Votre mot de passe est changé.");
        return "redirect:/moi";
    }
}
