package fr.forment.post.web;

import fr.forment.account.Signatures;
import fr.forment.french.French;
import fr.forment.french.Refusal;
import fr.forment.mail.MailBundle;
import fr.forment.mail.MailBundles;
import fr.forment.people.MyPerimeter;
import fr.forment.people.Reach;
import fr.forment.people.TeamRights;
import fr.forment.post.Beliefs;
import fr.forment.post.BundleService;
import fr.forment.territory.Circonscription;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Letters about a change, read again by somebody of the team and let go in one gesture. */
@Controller
@RequiredArgsConstructor
class BundleController {

    /** Of what letters are about, read one by one. */
    private static final int MOST_PAGES = 10;

    private final MailBundles bundles;
    private final BundleService service;
    private final TeamRights team;
    private final MyPerimeter perimeter;
    private final Signatures signatures;
    private final Beliefs beliefs;

    /** One that waits, with what it is about in words. */
    record Line(MailBundles.Waiting bundle, Kept kept) {}

    @GetMapping("/envois")
    String list(Model model) {
        model.addAttribute(
                "lines",
                bundles
                        .waiting(perimeter.circonscriptionsOfPeople().stream()
                                .map(Circonscription::uai)
                                .filter(team::isOfTeam)
                                .toList())
                        .stream()
                        .map(bundle -> new Line(bundle, Kept.of(bundle)))
                        .toList());
        return "post/bundles";
    }

    @GetMapping("/envois/{id}")
    String one(@PathVariable long id, @RequestParam(defaultValue = "1") int page, Model model) {
        MailBundle bundle = mine(id);
        model.addAttribute("bundle", bundle);
        model.addAttribute("kept", Kept.of(bundle));
        model.addAttribute("seen", bundles.shown(id));
        model.addAttribute("drafts", bundles.drafts(id, page));
        model.addAttribute(
                "beliefs",
                bundle.isOpen()
                        ? List.of()
                        : bundles.droppedAbout(id).stream()
                                .limit(MOST_PAGES)
                                .flatMap(about -> beliefs.stale(about).stream())
                                .toList());
        model.addAttribute("decidedBy", bundle.isOpen() ? null : signatures.read(bundle.decidedBy()));
        return "post/bundle";
    }

    @PostMapping("/envois/{id}/envoyer")
    String release(@PathVariable long id, @RequestParam(defaultValue = "") String vu, RedirectAttributes next) {
        MailBundle bundle = mine(id);
        OptionalInt left;
        try {
            left = service.release(bundle, vu);
        } catch (Refusal unread) {
            return refused(id, unread, next);
        }
        return answer(id, left, next, letters -> switch (letters) {
            case 0 -> "Aucun courriel n'est parti : il n'en restait pas.";
            case 1 -> "Un courriel part.";
            default -> French.count(letters, "courriel part", "courriels partent") + ".";
        });
    }

    @PostMapping("/envois/{id}/ecarter")
    String drop(@PathVariable long id, @RequestParam(defaultValue = "") String vu, RedirectAttributes next) {
        MailBundle bundle = mine(id);
        Optional<MailBundles.Dropped> done;
        try {
            done = service.drop(bundle, vu);
        } catch (Refusal unread) {
            return refused(id, unread, next);
        }
        int left = done.map(MailBundles.Dropped::left).orElse(0);
        return answer(
                id,
                done.map(letters -> OptionalInt.of(letters.dropped())).orElse(OptionalInt.empty()),
                next,
                letters -> French.count(letters, "courriel est écarté", "courriels sont écartés") + "."
                        + (left == 0
                                ? ""
                                : " " + French.capital(French.count(left, "courriel part", "courriels partent"))
                                        + " quand même : une nouvelle que quelqu'un avait déjà envoyée n'était pas encore partie, et serait fausse."));
    }

    private static String refused(long id, Refusal unread, RedirectAttributes next) {
        next.addFlashAttribute("problem", unread.getMessage());
        return "redirect:/envois/" + id;
    }

    private static String answer(long id, OptionalInt done, RedirectAttributes next, IntFunction<String> words) {
        if (done.isPresent()) {
            next.addFlashAttribute("done", words.apply(done.getAsInt()));
        } else {
            next.addFlashAttribute(
                    "problem", "Quelqu'un a déjà décidé de ces courriels : rien n'est parti une seconde fois.");
        }
        return "redirect:/envois/" + id;
    }

    private MailBundle mine(long id) {
        return Reach.of(bundles.find(id), found -> team.isOfTeam(found.circonscriptionUai()));
    }
}
