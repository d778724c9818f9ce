package fr.forment.campaign.web;

import fr.forment.account.SignedIn;
import fr.forment.campaign.Campaign;
import fr.forment.campaign.CampaignQuestions;
import fr.forment.campaign.CampaignRights;
import fr.forment.campaign.SurveyContentService;
import fr.forment.engine.Shown;
import fr.forment.french.Refusal;
import fr.forment.survey.OwnQuestion;
import fr.forment.survey.Question;
import fr.forment.survey.Questionnaire;
import fr.forment.survey.SurveyContent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the schools of a campaign are asked: sections to keep, questions to add, and how the whole reads. */
@Controller
@RequiredArgsConstructor
class SurveyContentController {

    private final CampaignRights rights;
    private final SurveyContentService contents;
    private final CampaignQuestions questions;
    private final Questionnaire questionnaire;
    private final SignedIn me;

    /** A section one may leave out. */
    public record Section(String block, String label, boolean asked) {}

    @GetMapping("/besoins/{id:\\d+}/questionnaire")
    String show(@PathVariable long id, Model model) {
        SurveyContent content = contents.of(id);
        return page(rights.followable(id), content.off(), texts(content), model);
    }

    @PostMapping("/besoins/{id:\\d+}/questionnaire")
    String change(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> form,
            Model model,
            RedirectAttributes next) {
        Campaign campaign = rights.followable(id);
        me.act(() -> rights.mayLead(campaign));
        Set<String> asked = Set.copyOf(form.getOrDefault("section", List.of()));
        List<SurveyContentService.Typed> typed = typed(form);
        try {
            contents.change(id, asked, typed, form.getFirst("vu"));
            next.addFlashAttribute("done", "Le questionnaire est enregistré. Voici comment les écoles le liront.");
            return "redirect:/besoins/{id}/questionnaire";
        } catch (Refusal no) { // what was typed stays on the page
            model.addAttribute("problem", no.getMessage());
            again(campaign, asked, typed, form.getFirst("vu"), model);
            model.addAttribute("shown", contents.of(id).shown().sentAfter(no, form.getFirst("vu")));
            return "campaign/questionnaire";
        }
    }

    /** What was typed, and what now stands wherever nobody typed; all as typed where it cannot be read. */
    private void again(
            Campaign campaign, Set<String> asked, List<SurveyContentService.Typed> typed, String seen, Model model) {
        try {
            SurveyContent merged =
                    SurveyContentService.read(asked, typed).over(Shown.read(seen), contents.of(campaign.id()));
            page(campaign, merged.off(), texts(merged), model);
        } catch (Refusal unreadable) {
            Set<String> off = new TreeSet<>(SurveyContent.OPTIONAL);
            off.removeAll(asked);
            page(campaign, off, typed, model);
        }
    }

    private static List<SurveyContentService.Typed> texts(SurveyContent content) {
        return content.own().stream()
                .map(own -> new SurveyContentService.Typed(
                        own.kind().name(), own.label(), String.join("\n", own.choices())))
                .toList();
    }

    private String page(Campaign campaign, Set<String> off, List<SurveyContentService.Typed> typed, Model model) {
        List<SurveyContentService.Typed> places = new ArrayList<>(typed);
        while (places.size() < OwnQuestion.MOST) {
            places.add(new SurveyContentService.Typed("TEXT", "", ""));
        }
        model.addAttribute("campaign", campaign);
        model.addAttribute("shown", contents.of(campaign.id()).shown().sent());
        model.addAttribute("mayChange", campaign.state().isToCome() && rights.mayLead(campaign));
        model.addAttribute("optional", optional(off));
        model.addAttribute("places", places);
        model.addAttribute("kinds", OwnQuestion.Kind.values());
        model.addAttribute("preview", preview(campaign));
        return "campaign/questionnaire";
    }

    private List<Section> optional(Set<String> off) {
        Map<String, String> labels = new LinkedHashMap<>();
        questionnaire.questions().stream()
                .filter(question -> SurveyContent.OPTIONAL.contains(question.block()))
                .forEach(question -> labels.put(question.block(), question.section()));
        return labels.entrySet().stream()
                .map(each -> new Section(each.getKey(), each.getValue(), !off.contains(each.getKey())))
                .toList();
    }

    /** As kept, section by section. */
    private Map<String, List<Question>> preview(Campaign campaign) {
        return questions.of(campaign).stream()
                .collect(Collectors.groupingBy(Question::section, LinkedHashMap::new, Collectors.toList()));
    }

    private static List<SurveyContentService.Typed> typed(MultiValueMap<String, String> form) {
        List<SurveyContentService.Typed> typed = new ArrayList<>();
        for (int place = 1; place <= OwnQuestion.MOST; place++) {
            typed.add(new SurveyContentService.Typed(
                    text(form, "genre" + place), text(form, "texte" + place), text(form, "choix" + place)));
        }
        return typed;
    }

    private static String text(MultiValueMap<String, String> form, String name) {
        String value = form.getFirst(name);
        return value == null ? "" : value;
    }
}
