package fr.forment.campaign;

import fr.forment.engine.Shown;
import fr.forment.french.French;
import fr.forment.french.Refusal;
import fr.forment.french.Typed;
import fr.forment.journal.Journal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A campaign that asks schools outside of a project: prepared, rehearsed, launched. */
@Service
@Transactional
@RequiredArgsConstructor
public class CampaignDraftService {

    /** What the page that replans a campaign shows, field by field. */
    public static final String TITLE = "Titre";

    public static final String SCHOOLS = "Écoles interrogées";
    public static final String OPENING = "Ouverture";
    public static final String DEADLINE = "Échéance";
    public static final String THRESHOLD = "Seuil";

    private final CampaignRepository campaigns;
    private final CampaignTargets targets;
    private final PerimeterZones zones;
    private final CampaignDates dates;
    private final CampaignOverlaps overlaps;
    private final Journal journal;
    private final NeedsProcess process;

    /**
     * Keeps a draft; nothing is sent. Whether the caller may ask these schools was checked before.
     *
     * @return its id; of the draft that says the very same where there is one, for a form may be sent twice
     * @throws Refusal when something is missing or does not fit
     */
    public long prepare(CampaignDraft draft) {
        String title = title(draft);
        List<String> circonscriptions = checked(draft);
        overlaps.oneAtATime();
        Optional<Campaign> same =
                campaigns.drafts(title, circonscriptions.get(0), draft.opensOn(), draft.deadline()).stream()
                        .filter(other -> other.threshold() == draft.threshold()
                                && targets.perimeter(other.id()).isSame(draft.perimeter()))
                        .findFirst();
        if (same.isPresent()) {
            return same.get().id();
        }
        Campaign campaign = campaigns.save(
                Campaign.draft(title, circonscriptions.get(0), draft.opensOn(), draft.deadline(), draft.threshold()));
        targets.define(campaign.id(), draft.perimeter());
        targets.fill(campaign);
        overlaps.check(campaign, dates.zone(campaign));
        journal.add(campaign.id(), CampaignEvent.PREPARED, null, null, null);
        return campaign.id();
    }

    /**
     * Other dates, schools or words, as long as no school is asked. What a project decides, title and schools, stays.
     *
     * @param seen what the page showed, {@link #shown}
     * @throws Refusal when it does not fit, when somebody replanned it meanwhile, or when it is too late
     */
    public void replan(long campaignId, CampaignDraft wanted, String seen) {
        overlaps.oneAtATime();
        Campaign campaign = campaigns.findWithLockById(campaignId).orElseThrow();
        if (!campaign.state().isToCome()) {
            throw new Refusal("La campagne ne peut plus être changée ici (état : "
                    + campaign.state().label() + "). Une fois ouverte, elle se suspend ou se prolonge.");
        }
        shown(campaign).refuseUnlessSeen(seen);
        boolean own = campaign.projectId() == null;
        CampaignDraft draft = own
                ? wanted
                : new CampaignDraft(
                        null, targets.perimeter(campaignId), wanted.opensOn(), wanted.deadline(), wanted.threshold());
        String title = own ? title(draft) : null;
        List<String> circonscriptions = checked(draft);
        dates.checkBeforeTheFirstVague(campaign.projectId(), dates.zone(campaign), draft.deadline());
        String before = span(campaign);
        campaign.replan(draft, title, circonscriptions.get(0));
        campaigns.save(campaign);
        targets.define(campaignId, draft.perimeter());
        targets.fill(campaign);
        overlaps.check(campaign, dates.zone(campaign));
        journal.add(campaignId, CampaignEvent.REPLANNED, null, before, span(campaign));
        if (campaign.state() == CampaignState.PROGRAMMEE) {
            process.campaignReplanned(campaignId);
        }
    }

    /** What the page that replans a campaign tells of it. */
    @Transactional(readOnly = true)
    public Shown shown(Campaign campaign) {
        Perimeter asked = targets.perimeter(campaign.id());
        return Shown.of(
                TITLE,
                campaign.title(),
                SCHOOLS,
                told(asked),
                OPENING,
                French.day(campaign.opensOn()),
                DEADLINE,
                French.day(campaign.deadline()),
                THRESHOLD,
                campaign.threshold() + " %");
    }

    /** How it tells which schools are asked. */
    public static String told(Perimeter asked) {
        return asked.kind().label() + " : " + asked.refs().stream().sorted().collect(Collectors.joining(", "));
    }

    /**
     * It will not open; no school has heard of it. @throws Refusal without a motive, when it is too late, or when a
     * project waits for it
     */
    public void callOff(long campaignId, String reason) {
        Campaign campaign = campaigns.findWithLockById(campaignId).orElseThrow();
        if (campaign.state() != CampaignState.PROGRAMMEE) {
            throw new Refusal("La campagne ne peut plus être retirée (état : "
                    + campaign.state().label() + ")."
                    + (campaign.state() == CampaignState.OUVERTE
                            ? " Les écoles ont reçu l'enquête : suspendez-la, ou laissez venir l'échéance."
                            : ""));
        }
        if (campaign.projectId() != null) {
            throw new Refusal(
                    "Cette enquête est celle d'un projet, qui l'attend : changez ses dates, ou abandonnez le projet.");
        }
        String motive = Typed.required(
                reason, 1000, "Indiquez pourquoi la campagne est retirée : l'équipe le lira dans l'historique.");
        campaign.callOff();
        campaigns.save(campaign);
        journal.add(
                campaignId,
                CampaignEvent.CALLED_OFF,
                motive,
                CampaignState.PROGRAMMEE.label(),
                CampaignState.ABANDONNEE.label());
        process.campaignCalledOff(campaignId, motive);
    }

    private static String title(CampaignDraft draft) {
        return Typed.required(draft.title(), 120, "Donnez un titre à la campagne : les écoles le liront.");
    }

    private static String span(Campaign campaign) {
        return French.day(campaign.opensOn()) + " – " + French.day(campaign.deadline());
    }

    /** The circonscriptions asked, the leading one first. */
    private List<String> checked(CampaignDraft draft) {
        if (draft.threshold() == null || draft.threshold() < 1 || draft.threshold() > 100) {
            throw new Refusal("Le seuil de réponses est un pourcentage de 1 à 100.");
        }
        List<String> circonscriptions = zones.circonscriptions(draft.perimeter());
        if (circonscriptions.isEmpty()) {
            throw new Refusal(
                    "Aucune école ouverte ne correspond : choisissez au moins une circonscription, une vague ou une école.");
        }
        dates.check(zones.zones(circonscriptions), draft.opensOn(), draft.deadline());
        return circonscriptions;
    }

    /** From now on it opens by itself on its day. @throws Refusal when the dates do not fit any more */
    public void launch(long campaignId) {
        overlaps.oneAtATime();
        Campaign campaign = draft(campaignId, "rien n'a été lancé une seconde fois.");
        dates.check(
                zones.zones(zones.circonscriptions(targets.perimeter(campaignId))),
                campaign.opensOn(),
                campaign.deadline());
        if (targets.fill(campaign) == 0) {
            throw new Refusal("Toutes les écoles de cette campagne ont fermé : préparez-en une autre.");
        }
        overlaps.check(campaign, dates.zone(campaign));
        campaign.plan();
        campaigns.save(campaign);
        journal.add(campaignId, CampaignEvent.PLANNED, null, null, span(campaign));
        process.campaignPlanned(campaignId);
    }

    /** Leaves a draft behind; it stays readable. */
    public void discard(long campaignId) {
        Campaign campaign = draft(campaignId, "elle n'a pas été abandonnée.");
        campaign.abandon();
        campaigns.save(campaign);
        journal.add(
                campaignId,
                CampaignEvent.ABANDONED,
                "Préparation abandonnée",
                CampaignState.BROUILLON.label(),
                CampaignState.ABANDONNEE.label());
    }

    private Campaign draft(long campaignId, String otherwise) {
        Campaign campaign = campaigns.findWithLockById(campaignId).orElseThrow();
        if (campaign.state() != CampaignState.BROUILLON) {
            throw new Refusal("Cette campagne n'est plus en préparation (état : "
                    + campaign.state().label() + ") : " + otherwise);
        }
        return campaign;
    }
}
