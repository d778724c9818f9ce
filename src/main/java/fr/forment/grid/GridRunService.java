package fr.forment.grid;

import fr.forment.account.SignedIn;
import fr.forment.campaign.Campaign;
import fr.forment.campaign.CampaignEvent;
import fr.forment.campaign.CampaignRepository;
import fr.forment.campaign.CampaignState;
import fr.forment.campaign.NeedsProcess;
import fr.forment.french.Refusal;
import fr.forment.journal.Journal;
import fr.forment.journal.JournalEntry;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The steps of a computation of the grid, one transaction each: what is counted stays counted, and the campaign is held
 * for a chunk of schools only, so that answers get through. An answer that comes meanwhile counts at once for its own
 * school.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class GridRunService {

    private final CampaignRepository campaigns;
    private final GridRuns runs;
    private final GridWriter writer;
    private final Journal journal;
    private final NeedsProcess process;
    private final SignedIn me;

    /**
     * A person asks for it, anew from the first school.
     *
     * @throws Refusal before the schools are asked, while the grid is being settled, and once the project has taken it
     *     over
     */
    public void begin(long campaignId) {
        Campaign campaign = campaigns.findWithLockById(campaignId).orElseThrow();
        if (!campaign.state().hasGrid()) {
            throw new Refusal(
                    campaign.state() == CampaignState.INTEGREE
                            ? GridCorrectionService.TAKEN_OVER
                            : "La grille se calcule quand l'enquête est ouverte : elle ne l'est pas encore, ou elle a été abandonnée.");
        }
        if (runs.find(campaignId).filter(GridRun::closing).isPresent()) {
            throw new Refusal(
                    "L'enquête est en cours de dépouillement : la grille se calcule en ce moment. Revenez dans quelques minutes.");
        }
        if (process.isCalculating(campaignId)) {
            throw new Refusal("Le calcul est déjà en cours : cette page montre où il en est.");
        }
        runs.begin(GridRun.of(campaignId, false, me.signature()));
    }

    /** The same, counted in the background. Throws the same refusals, also to who asks a second time. */
    public void beginInBackground(long campaignId) {
        begin(campaignId);
        process.calculationAsked(campaignId);
    }

    /** Where a computation in the background stands; empty when there is none. */
    @Transactional(readOnly = true)
    public Optional<Progress> progress(long campaignId) {
        return runs.find(campaignId)
                .filter(run -> run.closing() || process.isCalculating(campaignId))
                .map(run -> {
                    GridRuns.Advance advance = runs.advance(run);
                    return new Progress(advance.done(), advance.total(), run.closing());
                });
    }

    /** @param done schools counted, of the {@code total}; @param closing the computation that settles the grid */
    public record Progress(int done, int total, boolean closing) {}

    /** The next schools, at most one chunk. True while some are left. */
    public boolean next(long campaignId) {
        Campaign campaign = campaigns.findWithLockById(campaignId).orElseThrow();
        return campaign.state().hasGrid()
                && runs.find(campaignId)
                        .filter(run -> !run.closing())
                        .filter(run -> advance(campaign, run))
                        .isPresent();
    }

    /** Whatever is left. Returns what changed, in French. */
    public String end(long campaignId) {
        Campaign campaign = campaigns.findWithLockById(campaignId).orElseThrow();
        if (!campaign.state().hasGrid()) {
            runs.end(campaignId);
        }
        return runs.find(campaignId)
                .filter(run -> !run.closing())
                .map(run -> {
                    String done = rest(campaign, run, run.askedBy()).inFrench();
                    journal.add(JournalEntry.of(campaignId, CampaignEvent.COMPUTED, null, null, done)
                            .by(run.askedBy()));
                    return done;
                })
                .orElse("quelqu'un d'autre vient de le faire");
    }

    /** Like {@link #next}, of the computation that settles the grid; begins it when it has not begun. */
    public boolean count(long campaignId) {
        Campaign campaign = campaigns.findWithLockById(campaignId).orElseThrow();
        return advance(campaign, closing(campaignId));
    }

    /** Whatever is left of the computation that settles the grid. */
    void settle(Campaign campaign) {
        rest(campaign, closing(campaign.id()), null);
    }

    private GridRun closing(long campaignId) {
        return runs.find(campaignId)
                .filter(GridRun::closing)
                .orElseGet(() -> runs.begin(GridRun.of(campaignId, true, null)));
    }

    private boolean advance(Campaign campaign, GridRun run) {
        GridRun further = writer.next(campaign, run);
        runs.keep(further);
        return !further.upTo().equals(run.upTo());
    }

    private GridRun rest(Campaign campaign, GridRun begun, String by) {
        GridRun run = begun;
        for (GridRun further = writer.next(campaign, run);
                !further.upTo().equals(run.upTo());
                further = writer.next(campaign, run)) {
            run = further;
        }
        runs.end(campaign.id());
        return writer.last(campaign, run, by);
    }
}
