package fr.forment.campaign;

import fr.forment.french.French;
import fr.forment.french.Refusal;
import fr.forment.french.Typed;
import fr.forment.journal.Journal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the team may do while schools answer: pause, go on, give more time. Answers come in during a pause too; only
 * letters and the deadline wait, and the deadline moves by as many school days as the pause has lasted.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class CampaignCourseService {

    private final CampaignRepository campaigns;
    private final Journal journal;
    private final CampaignDates dates;
    private final CampaignOverlaps overlaps;
    private final NeedsProcess process;
    private final Clock clock;

    /** @throws Refusal without a motive, or when it is not open */
    public void pause(long campaignId, String reason) {
        overlaps.oneAtATime();
        Campaign campaign = open(campaignId);
        if (campaign.isPaused()) {
            throw new Refusal("La campagne est déjà suspendue.");
        }
        String motive = Typed.required(
                reason, 1000, "Indiquez pourquoi la campagne est suspendue : l'équipe le lira dans l'historique.");
        overlaps.checkPause(campaign);
        campaign.pause(LocalDate.now(clock));
        campaigns.save(campaign);
        journal.add(campaignId, CampaignEvent.PAUSED, motive, null, null);
        if (!process.campaignPaused(campaignId)) {
            throw new Refusal(stillOpening());
        }
    }

    /**
     * Returns the new deadline; where it moves, tasks and silent schools are told as when more time is given.
     *
     * @param chosenDeadline ISO date; blank: later by as many school days as the pause has lasted
     * @throws Refusal when it would reach another survey of the same schools
     */
    public LocalDate resume(long campaignId, String chosenDeadline) {
        overlaps.oneAtATime();
        Campaign campaign = open(campaignId);
        if (!campaign.isPaused()) {
            throw new Refusal("La campagne n'est pas suspendue.");
        }
        LocalDate before = campaign.deadline();
        LocalDate to = chosenDeadline == null || chosenDeadline.isBlank()
                ? dates.afterPause(campaign)
                : dates.checkExtension(campaign, chosenDeadline);
        if (to.isBefore(before)) {
            throw new Refusal("Les écoles savent qu'elles ont jusqu'au " + French.day(before)
                    + " : l'échéance ne tombe pas plus tôt.");
        }
        overlaps.checkResumption(campaign, to);
        campaign.resume(to);
        campaigns.save(campaign);
        journal.add(campaignId, CampaignEvent.RESUMED, null, French.day(before), French.day(campaign.deadline()));
        process.campaignResumed(campaignId);
        if (to.isAfter(before)) {
            process.deadlineMoved(campaignId); // nobody waits for it any more where every school has answered
        }
        return campaign.deadline();
    }

    /** @param newDeadline ISO date; @throws Refusal saying which dates fit */
    public void extend(long campaignId, String newDeadline, String reason) {
        overlaps.oneAtATime();
        Campaign campaign = open(campaignId);
        if (campaign.isPaused()) {
            throw new Refusal(
                    "La campagne est suspendue : reprenez-la, l'échéance recule d'elle-même d'autant de jours de classe.");
        }
        LocalDate to = dates.checkExtension(campaign, newDeadline);
        if (!to.isAfter(campaign.deadline())) {
            throw new Refusal(
                    "L'échéance est déjà le " + French.day(campaign.deadline()) + " : choisissez un jour plus tard.");
        }
        overlaps.checkExtension(campaign, to);
        journal.add(
                campaignId,
                CampaignEvent.EXTENDED,
                Typed.optional(reason, 1000),
                French.day(campaign.deadline()),
                French.day(to));
        campaign.moveDeadline(to);
        campaigns.save(campaign);
        if (!process.deadlineMoved(campaignId)) {
            throw new Refusal(stillOpening());
        }
    }

    /** Another survey the same schools have within a fortnight of this one. */
    @Transactional(readOnly = true)
    public Optional<String> neighbour(Campaign campaign) {
        return campaign.state() != CampaignState.OUVERTE || campaign.isPaused()
                ? Optional.empty()
                : overlaps.neighbour(campaign);
    }

    /** What going on today would do. */
    @Transactional(readOnly = true)
    public Resumption resumption(Campaign campaign) {
        return new Resumption(
                dates.afterPause(campaign), overlaps.resumeBy(campaign).orElse(null));
    }

    /**
     * @param deadline the one of today, moved by as many school days as the pause has lasted
     * @param by the last day on which that keeps a fortnight before the next survey of the same schools; null when
     *     there is none
     */
    public record Resumption(LocalDate deadline, LocalDate by) {}

    private Campaign open(long campaignId) {
        Campaign campaign = campaigns.findWithLockById(campaignId).orElseThrow();
        if (campaign.state() != CampaignState.OUVERTE) {
            throw new Refusal(
                    "La campagne n'est pas ouverte (état : " + campaign.state().label() + ").");
        }
        return campaign;
    }

    private static String stillOpening() {
        return "Les enquêtes sont en cours d'envoi aux écoles, ou la campagne vient de changer d'étape. Réessayez dans quelques minutes.";
    }
}
