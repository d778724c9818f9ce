package fr.forment.campaign.web;

import fr.forment.account.SignedIn;
import fr.forment.campaign.Campaign;
import fr.forment.campaign.CampaignDraft;
import fr.forment.campaign.CampaignDraftService;
import fr.forment.campaign.CampaignRights;
import fr.forment.campaign.Perimeter;
import fr.forment.campaign.PerimeterZones;
import fr.forment.engine.Shown;
import fr.forment.french.French;
import fr.forment.french.Refusal;
import fr.forment.french.Typed;
import fr.forment.people.MyPerimeter;
import fr.forment.people.OutOfReach;
import fr.forment.people.Reach;
import fr.forment.project.Project;
import fr.forment.project.Projects;
import fr.forment.project.Vague;
import fr.forment.territory.Circonscription;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * The form that says whom a campaign asks and when: its choices, what it is filled with, and what was typed into it.
 */
@Component
@RequiredArgsConstructor
class DraftForm {

    /** Fields that say together which schools are asked. */
    private static final List<String> SCOPE = List.of("perimetre", "vague", "ecoles", "circonscription");

    private final CampaignRights rights;
    private final PerimeterZones zones;
    private final Projects projects;
    private final Reach reach;
    private final MyPerimeter perimeter;
    private final SignedIn me;

    /** A vague one may choose. */
    public record Choice(Long id, String label) {}

    List<Circonscription> askable() {
        return perimeter.circonscriptions().stream().filter(rights::mayPrepare).toList();
    }

    /** @param campaign the one to change; null for a new one */
    String page(Campaign campaign, Model model) {
        List<Circonscription> askable = askable();
        model.addAttribute("campaign", campaign);
        model.addAttribute("circonscriptions", askable);
        List<Project> underway = projects.inCirconscriptions(
                askable.stream().map(Circonscription::uai).toList());
        Map<Long, List<Vague>> vagues =
                projects.vagues(underway.stream().map(Project::id).toList());
        model.addAttribute(
                "vagues",
                underway.stream()
                        .flatMap(project -> vagues.getOrDefault(project.id(), List.of()).stream()
                                .map(vague -> new Choice(vague.id(), project.title() + " – " + vague.title())))
                        .toList());
        return "campaign/newCampaign";
    }

    String again(
            Refusal refusal, Map<String, String> typed, List<String> circonscriptions, Campaign campaign, Model model) {
        model.addAttribute("problem", refusal.getMessage());
        model.addAttribute("typed", typed);
        model.addAttribute("chosen", circonscriptions);
        return page(campaign, model);
    }

    void fill(Campaign campaign, Perimeter asked, String title, Model model) {
        Map<String, String> was = new HashMap<>(Map.of(
                "titre",
                title,
                "perimetre",
                asked.kind().name(),
                "ouverture",
                campaign.opensOn().toString(),
                "echeance",
                campaign.deadline().toString(),
                "seuil",
                String.valueOf(campaign.threshold())));
        if (asked.kind() == Perimeter.Kind.VAGUE) {
            was.put("vague", String.join("", asked.refs()));
        } else if (asked.kind() == Perimeter.Kind.ECOLE) {
            was.put("ecoles", String.join("\n", asked.refs()));
        }
        model.addAttribute("typed", was);
        model.addAttribute("chosen", asked.kind() == Perimeter.Kind.CIRCONSCRIPTION ? asked.refs() : List.of());
    }

    /** What was typed, with what now stands wherever the page is as it was shown. */
    void fillOver(
            Shown seen,
            Campaign now,
            Perimeter asked,
            String title,
            Map<String, String> typed,
            List<String> circonscriptions,
            Model model) {
        fill(now, asked, title, model);
        Map<String, String> fields = new HashMap<>(typed);
        @SuppressWarnings("unchecked")
        Map<String, String> standing = (Map<String, String>) model.getAttribute("typed");
        Perimeter wanted = wanted(typed, circonscriptions);
        if (wanted == null || !seen.says(CampaignDraftService.SCHOOLS, CampaignDraftService.told(wanted))) {
            model.addAttribute("chosen", circonscriptions);
        } else {
            SCOPE.forEach(fields::remove);
        }
        if (seen.says(CampaignDraftService.TITLE, typed.get("titre"))) {
            fields.remove("titre");
        }
        if (seen.says(CampaignDraftService.THRESHOLD, typed.get("seuil") + " %")) {
            fields.remove("seuil");
        }
        if (seen.says(CampaignDraftService.OPENING, day(typed.get("ouverture")))) {
            fields.remove("ouverture");
        }
        if (seen.says(CampaignDraftService.DEADLINE, day(typed.get("echeance")))) {
            fields.remove("echeance");
        }
        Map<String, String> merged = new HashMap<>(standing);
        merged.putAll(fields);
        model.addAttribute("typed", merged);
    }

    private Perimeter wanted(Map<String, String> typed, List<String> circonscriptions) {
        try {
            return asked(typed, circonscriptions == null ? List.of() : circonscriptions);
        } catch (Refusal unknown) {
            return null;
        }
    }

    /** As the page told it; as typed where it is no date. */
    private static String day(String typed) {
        return Typed.day(typed).map(French::day).orElse(typed);
    }

    /** @throws Refusal when a school is unknown; access is denied to who may not ask all these schools */
    CampaignDraft read(
            Map<String, String> typed, List<String> circonscriptions, LocalDate opensOn, LocalDate deadline) {
        me.refuseUnless(!askable().isEmpty());
        Perimeter asked = asked(typed, circonscriptions == null ? List.of() : circonscriptions);
        List<String> where = reached(asked);
        me.act(() -> where.isEmpty() || rights.mayPrepare(where));
        return new CampaignDraft(typed.get("titre"), asked, opensOn, deadline, threshold(typed));
    }

    /** The circonscriptions asked. One that is elsewhere, or holds a school or a vague that was named, is like none. */
    private List<String> reached(Perimeter asked) {
        List<String> where = zones.circonscriptions(asked);
        where.forEach(reach::circonscription);
        if (asked.kind() == Perimeter.Kind.CIRCONSCRIPTION) {
            Reach.within(asked.refs(), where);
        } else if (asked.kind() == Perimeter.Kind.VAGUE && !asked.refs().isEmpty() && where.isEmpty()) {
            throw new OutOfReach();
        }
        return where;
    }

    /** For the campaign of a project, which decides the rest. */
    CampaignDraft dates(Map<String, String> typed, LocalDate opensOn, LocalDate deadline) {
        return new CampaignDraft(null, null, opensOn, deadline, threshold(typed));
    }

    private static Integer threshold(Map<String, String> typed) {
        return Typed.number(typed.get("seuil")).orElse(null);
    }

    private Perimeter asked(Map<String, String> typed, List<String> circonscriptions) {
        return switch (typed.getOrDefault("perimetre", "")) {
            case "VAGUE" ->
                new Perimeter(
                        Perimeter.Kind.VAGUE,
                        Stream.of(typed.getOrDefault("vague", ""))
                                .filter(id -> !id.isBlank())
                                .map(id -> id.matches("\\d{1,18}") ? id : "0")
                                .toList());
            case "ECOLE" -> listed(typed.getOrDefault("ecoles", ""));
            default -> new Perimeter(Perimeter.Kind.CIRCONSCRIPTION, circonscriptions);
        };
    }

    private Perimeter listed(String text) {
        List<String> uais = Arrays.stream(text.toUpperCase(Locale.ROOT).split("[\\s,;]+"))
                .filter(uai -> !uai.isEmpty())
                .distinct()
                .toList();
        List<String> closed = zones.unknown(uais);
        List<String> unknown = uais.stream()
                .filter(uai -> closed.contains(uai) || !perimeter.coversSchool(uai))
                .toList();
        if (!unknown.isEmpty()) {
            throw new Refusal("Ces UAI ne sont pas ceux d'écoles ouvertes de votre périmètre : "
                    + String.join(", ", unknown.subList(0, Math.min(10, unknown.size())))
                    + (unknown.size() > 10 ? "…" : "") + ". Corrigez-les ou retirez-les.");
        }
        return new Perimeter(Perimeter.Kind.ECOLE, uais);
    }
}
