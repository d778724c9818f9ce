package fr.forment.campaign;

import fr.forment.french.French;
import fr.forment.project.SurveyCourse;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Tells a project where its campaign stands, with the deadline of today: extensions and pauses move it. */
@Component
@RequiredArgsConstructor
class ProjectSurvey implements SurveyCourse {

    private final CampaignRepository campaigns;
    private final CampaignCounts counts;
    private final JoinedSchoolService joined;

    @Override
    public Optional<LocalDate> ownDay(long projectId) {
        return joined.proposedDay(projectId);
    }

    @Override
    public Map<String, LocalDate> enterFrom(long projectId, Collection<String> uais) {
        return joined.enterFrom(projectId, uais);
    }

    @Override
    public Map<Long, Stage> of(Collection<Long> projectIds) {
        List<Campaign> found = projectIds.isEmpty() ? List.of() : campaigns.findByProjectIdIn(projectIds);
        Map<Long, ResponseRate> rates =
                counts.rates(found.stream().map(Campaign::id).toList());
        return found.stream()
                .collect(Collectors.toMap(Campaign::projectId, campaign -> stage(campaign, rates.get(campaign.id()))));
    }

    private static Stage stage(Campaign campaign, ResponseRate rate) {
        String deadline = French.day(campaign.deadline());
        String answers =
                French.count(rate.answered(), "école a", "écoles ont") + " répondu sur " + rate.expected() + ".";
        return switch (campaign.state()) {
            case BROUILLON, PROGRAMMEE ->
                new Stage(
                        "L'enquête ouvre le " + French.day(campaign.opensOn())
                                + " ; les directions répondront jusqu'au " + deadline + ".",
                        "Personne : l'enquête s'ouvre d'elle-même ce jour-là.");
            case OUVERTE ->
                new Stage(
                        campaign.isPaused()
                                ? "L'enquête est suspendue depuis le " + French.day(campaign.pausedOn()) + ". "
                                        + answers
                                : "Les directions répondent à l'enquête jusqu'au " + deadline + ". " + answers,
                        campaign.isPaused()
                                ? "L'équipe de circonscription, qui reprend l'enquête."
                                : "Les directions qui n'ont pas encore répondu à l'enquête.");
            case CLOSE ->
                new Stage(
                        "L'échéance de l'enquête est passée le " + deadline + ". " + answers,
                        "L'IEN, qui décide de clore l'enquête ou de la prolonger.");
            case DEPOUILLEE ->
                new Stage(
                        "L'enquête est close et dépouillée. " + answers,
                        "Les CPC et les E-RUN, qui relisent la grille des besoins.");
            case INTEGREE ->
                new Stage("Les besoins sont recueillis.", "Personne : le plan de formation va se préparer.");
            case ABANDONNEE -> new Stage("L'enquête est arrêtée.", "L'IEN, qui décide de la suite.");
        };
    }
}
