package fr.forment.campaign;

import fr.forment.french.French;
import fr.forment.french.Refusal;
import fr.forment.journal.Journal;
import fr.forment.survey.OwnQuestion;
import fr.forment.survey.SurveyContent;
import fr.forment.survey.SurveyContents;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The owner of a campaign chooses its sections and adds his questions, until the first school is asked. */
@Service
@Transactional
@RequiredArgsConstructor
public class SurveyContentService {

    private final SurveyContents contents;
    private final CampaignRepository campaigns;
    private final Journal journal;

    /** A question as typed; left out when its words are blank. */
    public record Typed(String kind, String label, String choices) {}

    @Transactional(readOnly = true)
    public SurveyContent of(long campaignId) {
        return contents.of(campaignId);
    }

    /**
     * @param seen what the page showed. @throws Refusal when the campaign has begun, somebody composed meanwhile, or a
     *     question cannot be asked so
     */
    public void change(long campaignId, Collection<String> asked, List<Typed> questions, String seen) {
        if (!campaigns
                .findWithLockById(campaignId)
                .orElseThrow()
                .state()
                .isToCome()) { // held: no school is asked meanwhile
            throw new Refusal(
                    "L'enquête est ouverte : ses questions ne changent plus, toutes les écoles répondent aux mêmes.");
        }
        SurveyContent content = read(asked, questions);
        SurveyContent now = contents.of(campaignId);
        now.shown().refuseUnlessSeen(seen, now.equals(content));
        contents.replace(campaignId, content);
        journal.add(
                campaignId,
                CampaignEvent.CONTENT_CHANGED,
                null,
                null,
                described(content.off(), content.own().size()));
    }

    /** @throws Refusal when a question cannot be asked so */
    public static SurveyContent read(Collection<String> asked, List<Typed> questions) {
        Set<String> off = new TreeSet<>(SurveyContent.OPTIONAL);
        off.removeAll(asked);
        List<OwnQuestion> own = new ArrayList<>();
        questions.stream()
                .filter(question -> !question.label().isBlank())
                .limit(OwnQuestion.MOST)
                .forEach(question -> own.add(
                        OwnQuestion.typed(own.size() + 1, question.kind(), question.label(), question.choices())));
        return new SurveyContent(off, own);
    }

    private static String described(Set<String> off, int own) {
        return (off.isEmpty() ? "toutes les sections" : "sans " + String.join(", ", off))
                + (own == 0 ? "" : ", " + French.count(own, "question ajoutée"));
    }
}
