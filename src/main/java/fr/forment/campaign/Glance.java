package fr.forment.campaign;

import fr.forment.survey.Survey;
import fr.forment.survey.SurveyRepository;
import fr.forment.territory.School;
import fr.forment.territory.Schools;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * What a whole chunk of surveys asks when it is opened, read in one query instead of several a school: while
 * {@link #over} runs, the thread that opens the chunk finds its surveys and schools here. Everywhere else the same
 * questions go to the database.
 */
@Component
@RequiredArgsConstructor
class Glance {

    private record Seen(Campaign campaign, String title, Map<Long, Survey> surveys, Map<String, School> schools) {}

    private final ThreadLocal<Seen> seen = new ThreadLocal<>();
    private final CampaignRepository campaigns;
    private final SurveyRepository surveys;
    private final Schools schools;
    private final CampaignFacts facts;

    void over(Campaign campaign, Collection<Survey> chunk, Runnable work) {
        seen.set(new Seen(
                campaign,
                facts.titleOf(campaign),
                chunk.stream().collect(Collectors.toMap(Survey::id, Function.identity())),
                schools.findAll(chunk.stream().map(Survey::schoolUai).toList())));
        try {
            work.run();
        } finally {
            seen.remove();
        }
    }

    Survey survey(long id) {
        Survey known = seen.get() == null ? null : seen.get().surveys().get(id);
        return known != null ? known : surveys.findById(id).orElseThrow();
    }

    Campaign campaign(Survey survey) {
        Seen now = seen.get();
        return now != null && now.campaign().id().equals(survey.campaignId())
                ? now.campaign()
                : campaigns.findById(survey.campaignId()).orElseThrow();
    }

    /** As people know the campaign of a survey. */
    String title(Survey survey) {
        Seen now = seen.get();
        return now != null && now.campaign().id().equals(survey.campaignId())
                ? now.title()
                : facts.titleOf(campaign(survey));
    }

    Optional<School> school(String uai) {
        School known = seen.get() == null ? null : seen.get().schools().get(uai);
        return known != null ? Optional.of(known) : schools.find(uai);
    }
}
