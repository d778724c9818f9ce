package fr.forment.campaign;

import fr.forment.account.Role;
import fr.forment.french.French;
import fr.forment.journal.Journal;
import fr.forment.people.Agents;
import fr.forment.survey.Survey;
import fr.forment.survey.SurveyRepository;
import fr.forment.territory.School;
import fr.forment.territory.Schools;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * After the deadline, those who stand in for a silent school see its survey and may answer it: the E-RUN, the CPC where
 * there is none.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class EscalationService {

    private final CampaignRepository campaigns;
    private final SurveyRepository surveys;
    private final SurveyFacts facts;
    private final Glance glance;
    private final Journal journal;
    private final NeedsProcess process;
    private final NeedsMails mails;
    private final Schools schools;
    private final Agents agents;

    @Value("${forment.needs.chunk:100}")
    private final int chunk;

    /** Opens the next silent surveys to those who stand in, at most one chunk. True while some are left. */
    public boolean entrustSurveys(long campaignId) {
        List<Survey> some = notEntrusted(campaignId, chunk);
        if (!some.isEmpty()) {
            glance.over(campaigns.findById(campaignId).orElseThrow(), some, () -> entrust(some));
        }
        return !notEntrusted(campaignId, 1).isEmpty();
    }

    private List<Survey> notEntrusted(long campaignId, int most) {
        List<Survey> directors = surveys.someSilentWithoutBackup(campaignId, most);
        return directors.isEmpty() ? surveys.someSilentWithBackup(campaignId, Role.IEN.name(), most) : directors;
    }

    private void entrust(List<Survey> some) {
        var roles = new HashMap<String, Role>();
        Map<Long, String> places = some.stream().collect(Collectors.toMap(Survey::id, facts::circonscription));
        some.forEach(survey -> survey.entrustTo(roles.computeIfAbsent(places.get(survey.id()), this::standIn)));
        process.entrusted(some.stream()
                .collect(Collectors.toMap(
                        Survey::id, survey -> new NeedsProcess.Reader(survey.backup(), places.get(survey.id())))));
        surveys.saveAll(some);
    }

    /** Writes to those who stand in, and once more to the IEN, each about the own schools. */
    public void escalate(long campaignId) {
        Campaign campaign = campaigns.findWithLockById(campaignId).orElseThrow();
        Collection<School> silent = schools.findAll(surveys.silent(campaignId).stream()
                        .map(Survey::schoolUai)
                        .toList())
                .values();
        if (silent.isEmpty()) {
            return;
        }
        silent.stream()
                .collect(Collectors.groupingBy(school -> school.circonscriptionUai() == null
                        ? campaign.circonscriptionUai()
                        : school.circonscriptionUai()))
                .forEach((uai, some) -> mails.escalated(campaign, uai, standIn(uai), some));
        journal.add(campaignId, CampaignEvent.ESCALATED, null, null, French.count(silent.size(), "école"));
    }

    private Role standIn(String circonscriptionUai) {
        return agents.withRole(Role.ERUN, circonscriptionUai).isEmpty() ? Role.CPC : Role.ERUN;
    }
}
