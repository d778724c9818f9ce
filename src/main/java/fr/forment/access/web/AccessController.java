package fr.forment.access.web;

import fr.forment.access.AccessLinkService;
import fr.forment.access.AccountService;
import fr.forment.account.SignedIn;
import fr.forment.database.Slice;
import fr.forment.french.French;
import fr.forment.french.Refusal;
import fr.forment.limits.Limit;
import fr.forment.limits.Limiter;
import fr.forment.limits.Patience;
import fr.forment.people.Agent;
import fr.forment.people.MyPerimeter;
import fr.forment.people.PeopleSearch;
import fr.forment.people.PeopleSearch.Search;
import fr.forment.people.Reach;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who can sign in: sending links to several persons at once, changing one's own password. */
@Controller
@RequiredArgsConstructor
class AccessController {

    /** @param hasPassword the person can sign in already; {@code mayGive} the signed-in person may open the account */
    record Access(Agent agent, String place, boolean hasPassword, boolean mayGive) {}

    private final AccountService accounts;
    private final AccessLinkService links;
    private final PeopleSearch people;
    private final Reach reach;
    private final MyPerimeter mine;
    private final SignedIn me;
    private final Limiter limiter;

    @GetMapping("/personnels/acces")
    String list(Search search, @RequestParam(defaultValue = "1") int page, Model model) {
        List<Access> rows = rows(search);
        model.addAttribute("rows", Slice.of(rows, page));
        model.addAttribute("open", rows.stream().filter(Access::hasPassword).count());
        model.addAttribute(
                "closed",
                rows.stream().filter(row -> row.mayGive() && !row.hasPassword()).count());
        model.addAttribute("search", search);
        model.addAttribute("circonscriptions", mine.circonscriptionsOfPeople());
        model.addAttribute("schools", people.schools(people.chosen(search)));
        return "access/access";
    }

    /** Who would be written to, before anything is sent. */
    @PostMapping("/personnels/acces/apercu")
    String preview(
            Search search,
            @RequestParam(required = false) long[] personne,
            @RequestParam(defaultValue = "false") boolean tous,
            Model model) {
        List<Long> chosen = chosen(search, personne, tous);
        if (chosen.isEmpty()) {
            throw new Refusal(
                    "Cochez au moins une personne, ou choisissez d'écrire à toutes celles qui n'ont pas encore d'accès.");
        }
        model.addAttribute("round", links.preview(chosen));
        model.addAttribute("search", search);
        return "access/links";
    }

    @PostMapping("/personnels/acces/liens")
    String send(Search search, @RequestParam(required = false) long[] personne, RedirectAttributes flash) {
        int sent = links.send(chosen(search, personne, false));
        flash.addFlashAttribute(
                "done",
                sent == 0
                        ? "Aucun lien n'est parti : ces personnes en ont reçu un aujourd'hui."
                        : French.count(sent, "lien d'accès va partir.", "liens d'accès vont partir."));
        flash.addAttribute("circonscription", search.circonscription());
        flash.addAttribute("ecole", search.ecole());
        return "redirect:/personnels/acces";
    }

    @GetMapping("/moi/mot-de-passe")
    String passwordForm(Model model) {
        model.addAttribute("provisional", accounts.hasProvisionalPassword(me.login()));
        return "access/password";
    }

    @PostMapping("/moi/mot-de-passe")
    String changePassword(
            @RequestParam("actuel") String present,
            @RequestParam("nouveau") String password,
            @RequestParam("encore") String again,
            HttpServletRequest request,
            RedirectAttributes flash) {
        if (!password.equals(again)) {
            flash.addFlashAttribute("problem", "Les deux saisies du nouveau mot de passe diffèrent.");
            return "redirect:/moi/mot-de-passe";
        }
        Duration wait = limiter.take(Limit.PRESENT_PASSWORD, me.login());
        if (!wait.isZero()) {
            flash.addFlashAttribute(
                    "problem",
                    "Trop d'essais à la suite : patientez " + Patience.inFrench(wait)
                            + ". Vous avez oublié votre mot de passe "
                            + "actuel ? Déconnectez-vous, puis demandez un lien depuis la page de connexion.");
            return "redirect:/moi/mot-de-passe";
        }
        try {
            if (!accounts.changePassword(me.login(), present, password)) {
                flash.addFlashAttribute(
                        "problem",
                        accounts.hasProvisionalPassword(me.login())
                                ? "Le mot de passe provisoire n'est pas le bon : recopiez celui que vous avez reçu."
                                : "Le mot de passe actuel n'est pas le bon.");
                return "redirect:/moi/mot-de-passe";
            }
        } catch (Refusal no) {
            limiter.forget(Limit.PRESENT_PASSWORD, me.login());
            flash.addFlashAttribute("problem", no.getMessage());
            return "redirect:/moi/mot-de-passe";
        }
        limiter.forget(Limit.PRESENT_PASSWORD, me.login());
        request.setAttribute(SignedIn.OWN_PASSWORD_CHANGED, true);
        flash.addFlashAttribute(
                "done", "Votre mot de passe est changé. Vous êtes déconnecté(e) de vos autres appareils.");
        return "redirect:/moi";
    }

    /** Of those that were ticked, or of everybody without access, only those the person may open an account for. */
    private List<Long> chosen(Search search, long[] ticked, boolean everybody) {
        List<Long> wanted =
                ticked == null ? List.of() : Arrays.stream(ticked).boxed().toList();
        List<Access> rows = rows(search);
        if (search.circonscription() != null && !search.circonscription().isBlank()) {
            reach.circonscription(search.circonscription());
        }
        wanted.forEach(reach::person);
        return rows.stream()
                .filter(Access::mayGive)
                .filter(row -> everybody
                        ? !row.hasPassword()
                        : wanted.contains(row.agent().id()))
                .map(row -> row.agent().id())
                .toList();
    }

    private List<Access> rows(Search search) {
        me.refuseUnless(mine.givesAccess());
        var found = people.find(search);
        var known =
                accounts.passwordsOf(found.stream().map(person -> person.id()).toList());
        var places = people.places(found);
        var openable = mine.openable(found);
        return found.stream()
                .filter(person -> known.containsKey(person.id()))
                .map(person -> new Access(
                        person, places.get(person.id()), known.get(person.id()), openable.contains(person.id())))
                .toList();
    }
}
