package fr.forment.evaluation.web;

import fr.forment.access.FormAnswer;
import fr.forment.account.Role;
import fr.forment.account.SignedIn;
import fr.forment.engine.Shown;
import fr.forment.evaluation.AskedQuestion;
import fr.forment.evaluation.QuestionKind;
import fr.forment.evaluation.QuestionnaireKind;
import fr.forment.evaluation.QuestionnaireService;
import fr.forment.evaluation.QuestionnaireService.TypedQuestion;
import fr.forment.evaluation.QuestionnaireVersion;
import fr.forment.evaluation.QuestionnaireVersions;
import fr.forment.french.Recorded;
import fr.forment.french.Refusal;
import fr.forment.french.Told;
import fr.forment.french.Typed;
import fr.forment.people.Reach;
import fr.forment.people.TeamRights;
import fr.forment.territory.Circonscription;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What a circonscription asks after its trainings, in versions. The team and its advisers read it; the IEN and the CPC
 * write it, whoever is evaluated by it (an E-RUN who trains) does not.
 */
@Controller
@RequiredArgsConstructor
class QuestionnairesController {

    private final QuestionnaireVersions versions;
    private final QuestionnaireService service;
    private final Reach reach;
    private final TeamRights team;
    private final SignedIn me;

    /**
     * One of the questionnaires.
     *
     * @param draft null while nobody prepares the next version
     * @param kinds of questions that may be added
     */
    record Sheet(
            QuestionnaireKind kind,
            QuestionnaireVersion inForce,
            QuestionnaireVersion draft,
            List<QuestionnaireVersion> before,
            List<QuestionKind> kinds) {}

    @GetMapping("/questionnaires/{circonscription}")
    String show(@PathVariable String circonscription, Model model) {
        Circonscription where = reach.circonscription(circonscription);
        me.refuseUnless(team.isOfTeamOrAdviser(where));
        return page(where, model);
    }

    private String page(Circonscription where, Model model) {
        List<QuestionnaireVersion> all = versions.all(where.uai());
        model.addAllAttributes(Map.of(
                "where",
                where,
                "sheets",
                Arrays.stream(QuestionnaireKind.values())
                        .map(kind -> sheet(kind, all))
                        .toList(),
                "mayWrite",
                mayWrite(where.uai())));
        return "evaluation/questionnaires";
    }

    private static Sheet sheet(QuestionnaireKind kind, List<QuestionnaireVersion> all) {
        QuestionnaireVersion inForce = QuestionnaireVersions.inForce(kind, all);
        return new Sheet(
                kind,
                inForce,
                QuestionnaireVersions.draft(kind, all).orElse(null),
                all.stream()
                        .filter(each -> each.kind() == kind && !each.isDraft() && each.id() != inForce.id())
                        .toList(),
                kind.kinds());
    }

    /**
     * @param vu what the page showed of the draft
     * @param geste what to do with the draft, or with one of its questions
     */
    @PostMapping("/questionnaires/{circonscription}")
    String act(
            @PathVariable String circonscription,
            @RequestParam(defaultValue = "") String sorte,
            @RequestParam(defaultValue = "") String vu,
            @RequestParam(defaultValue = "") String geste,
            @RequestParam(defaultValue = "") String code,
            RedirectAttributes next) {
        Circonscription where = reach.circonscription(circonscription);
        me.act(() -> mayWrite(where.uai()));
        return FormAnswer.then(page(where, sorte), next, () -> {
            QuestionnaireKind kind = kind(sorte);
            switch (geste) {
                case "commencer" -> {
                    service.begin(where.uai(), kind);
                    return "Une nouvelle version est en préparation : rien ne change pour personne avant sa mise en vigueur.";
                }
                case "monter", "descendre" -> {
                    service.move(where.uai(), kind, vu, code, geste.equals("monter") ? -1 : 1);
                    return "L'ordre des questions est enregistré dans le brouillon.";
                }
                case "retirer" -> {
                    service.remove(where.uai(), kind, vu, code);
                    return "La question est retirée du brouillon. Les réponses déjà données gardent la leur.";
                }
                case "publier" -> {
                    return "C'est en vigueur : "
                            + service.publish(where.uai(), kind, vu).name()
                            + ". Les personnes déjà invitées gardent les questions de leur lien.";
                }
                case "abandonner" -> {
                    service.abandon(where.uai(), kind, vu);
                    return "Le brouillon est abandonné ; la version en vigueur reste.";
                }
                default -> throw new Refusal("Choisissez ce qu'il faut faire de ce questionnaire.");
            }
        });
    }

    /** @param code blank for one more question */
    @PostMapping("/questionnaires/{circonscription}/questions")
    String save(
            @PathVariable String circonscription,
            @RequestParam(defaultValue = "") String sorte,
            @RequestParam(defaultValue = "") String vu,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String genre,
            @RequestParam(defaultValue = "") String libelle,
            @RequestParam(defaultValue = "") String un,
            @RequestParam(defaultValue = "") String quatre,
            @RequestParam(defaultValue = "") String sens,
            Model model,
            RedirectAttributes next) {
        Circonscription where = reach.circonscription(circonscription);
        me.act(() -> mayWrite(where.uai()));
        var typed = new TypedQuestion(code, genre, libelle, un, quatre, Typed.flag(sens));
        try {
            next.addFlashAttribute(
                    "done",
                    service.save(where.uai(), kind(sorte), vu, typed)
                            ? "La question est enregistrée dans le brouillon ; ses réponses se comparent aux précédentes."
                            : "La question est enregistrée dans le brouillon ; c'est une nouvelle question, ses moyennes commencent avec elle.");
            return "redirect:" + page(where, sorte);
        } catch (Recorded twice) {
            next.addFlashAttribute("done", twice.getMessage());
            return "redirect:" + page(where, sorte);
        } catch (Refusal no) {
            return again(where, sorte, vu, typed, no, model);
        } catch (TransientDataAccessException | DuplicateKeyException meanwhile) {
            return again(where, sorte, vu, typed, new Refusal(Told.MEANWHILE), model);
        }
    }

    /** The page with what was typed, and what now stands wherever nobody typed. */
    private String again(Circonscription where, String sorte, String vu, TypedQuestion typed, Refusal no, Model model) {
        QuestionnaireVersion draft = Typed.code(QuestionnaireKind.class, sorte)
                .flatMap(kind -> QuestionnaireVersions.draft(kind, versions.all(where.uai())))
                .orElse(null);
        model.addAttribute(
                "problem",
                draft == null
                        ? no.getMessage() + " Vous aviez écrit : « " + Typed.text(typed.label()) + " »."
                        : no.getMessage());
        AskedQuestion its = draft == null ? null : draft.question(typed.code()).orElse(null);
        Shown seen = Shown.read(vu);
        Map<String, String> fields = new HashMap<>();
        fields.put("sorte", sorte);
        fields.put("genre", typed.kind());
        fields.put("sens", String.valueOf(typed.sameMeaning()));
        fields.put("code", its == null ? "" : its.code()); // gone: what was typed may become one more
        fields.put("libelle", typed.label());
        fields.put("un", typed.lowest());
        fields.put("quatre", typed.highest());
        if (draft != null) {
            fields.put("vu", (its == null ? draft.shown() : draft.shown(its.code())).sentAfter(no, vu));
        }
        if (its != null) {
            stands(fields, "libelle", seen, QuestionnaireVersion.QUESTION, its.label());
            stands(fields, "un", seen, QuestionnaireVersion.LOWEST, its.lowest());
            stands(fields, "quatre", seen, QuestionnaireVersion.HIGHEST, its.highest());
        }
        model.addAttribute("typed", fields);
        return page(where, model);
    }

    private static void stands(Map<String, String> fields, String field, Shown seen, String label, String now) {
        if (seen.says(label, fields.get(field))) {
            fields.put(field, now);
        }
    }

    private static String page(Circonscription where, String sorte) {
        return "/questionnaires/" + where.uai()
                + Typed.code(QuestionnaireKind.class, sorte)
                        .map(kind -> "#" + kind.name())
                        .orElse("");
    }

    private static QuestionnaireKind kind(String sorte) {
        return Typed.code(QuestionnaireKind.class, sorte)
                .orElseThrow(() -> new Refusal("Choisissez de quel questionnaire il s'agit."));
    }

    private boolean mayWrite(String circonscriptionUai) {
        return team.answersFor(circonscriptionUai) || me.has(Role.CPC, circonscriptionUai);
    }
}
