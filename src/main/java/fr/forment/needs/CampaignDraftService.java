package fr.forment.needs;

import java.util.List;

import fr.forment.engine.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A campaign that asks schools outside of a project: prepared, rehearsed, launched. */
@Service
@Transactional
public class CampaignDraftService {

    private final CampaignRepository campaigns;
    private final CampaignTargets targets;
    private final PerimeterZones zones;
    private final CampaignDates dates;
    private final CampaignOverlaps overlaps;
    private final CampaignHistory history;
    private final NeedsProcess process;

    CampaignDraftService(CampaignRepository campaigns, CampaignTargets targets, PerimeterZones zones, CampaignDates dates, CampaignOverlaps overlaps,
            CampaignHistory history, NeedsProcess process) {
        this.campaigns = campaigns;
        this.targets = targets;
        this.zones = zones;
        this.dates = dates;
        this.overlaps = overlaps;
        this.history = history;
        this.process = process;
    }

    /**
     * Keeps a draft; nothing is sent. Whether the caller may ask these schools was checked before.
     *
     * @return its id
     * @throws Refusal when something is missing or does not fit
     */
    public long prepare(CampaignDraft draft) {
        String title = Texts.required(draft.title(), 120, "Donnez un titre à la campagne : les écoles le liront.");
        if (draft.threshold() == null || draft.threshold() < 1 || draft.threshold() > 100) {
            throw new Refusal("Le seuil de réponses est un pourcentage de 1 à 100.");
        }
        List<String> circonscriptions = zones.circonscriptions(draft.perimeter());
        if (circonscriptions.isEmpty()) {
            throw new Refusal("Aucune école ouverte ne correspond : choisissez au moins une circonscription, une vague ou une école.");
        }
        dates.check(zones.zones(circonscriptions), draft.opensOn(), draft.deadline());
        Campaign campaign = campaigns.save(Campaign.draft(title, circonscriptions.get(0), draft.opensOn(), draft.deadline(), draft.threshold()));
        targets.define(campaign.id(), draft.perimeter());
        targets.fill(campaign);
        overlaps.check(campaign, dates.zone(campaign));
        history.add(campaign.id(), CampaignEvent.PREPARED, null, null, null);
        return campaign.id();
    }

    /** From now on it opens by itself on its day. @throws Refusal when the dates do not fit any more */
    public void launch(long campaignId) {
        overlaps.oneAtATime();
        Campaign campaign = draft(campaignId, "rien n'a été lancé une seconde fois.");
        dates.check(zones.zones(zones.circonscriptions(targets.perimeter(campaignId))), campaign.opensOn(), campaign.deadline());
        if (targets.fill(campaign) == 0) {
            throw new Refusal("Toutes les écoles de cette campagne ont fermé : préparez-en une autre.");
        }
        overlaps.check(campaign, dates.zone(campaign));
        campaign.plan();
        campaigns.save(campaign);
        history.add(campaignId, CampaignEvent.PLANNED, null, null, FrenchDates.full(campaign.opensOn()) + " – " + FrenchDates.full(campaign.deadline()));
        process.campaignPlanned(campaignId);
    }

    /** Leaves a draft behind; it stays readable. */
    public void discard(long campaignId) {
        Campaign campaign = draft(campaignId, "elle n'a pas été abandonnée.");
        campaign.abandon();
        campaigns.save(campaign);
        history.add(campaignId, CampaignEvent.ABANDONED, "Préparation abandonnée", CampaignState.BROUILLON.label(), CampaignState.ABANDONNEE.label());
    }

    private Campaign draft(long campaignId, String otherwise) {
        Campaign campaign = campaigns.findWithLockById(campaignId).orElseThrow();
        if (campaign.state() != CampaignState.BROUILLON) {
            throw new Refusal("Cette campagne n'est plus en préparation (état : " + campaign.state().label() + ") : " + otherwise);
        }
        return campaign;
    }
}
