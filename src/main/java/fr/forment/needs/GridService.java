package fr.forment.needs;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

import fr.forment.engine.Refusal;
import fr.forment.staff.SignedIn;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Computes the grid once, and lets people correct its figures until the project has taken it over. */
@Service
@Transactional
public class GridService {

    private static final int MOST_PEOPLE = 2000;

    private final CampaignRepository campaigns;
    private final GridSources sources;
    private final SchoolPriorities priorities;
    private final Grid grid;
    private final CampaignHistory history;
    private final NeedsMails mails;
    private final Needs needs;
    private final SignedIn me;
    private final Clock clock;

    GridService(CampaignRepository campaigns, GridSources sources, SchoolPriorities priorities, Grid grid, CampaignHistory history,
            NeedsMails mails, Needs needs, SignedIn me, Clock clock) {
        this.campaigns = campaigns;
        this.sources = sources;
        this.priorities = priorities;
        this.grid = grid;
        this.history = history;
        this.mails = mails;
        this.needs = needs;
        this.me = me;
        this.clock = clock;
    }

    /** From answers, staff list and training records; schools without an answer are estimated, and marked so. */
    public void consolidate(long campaignId) {
        Campaign campaign = campaigns.findWithLockById(campaignId).orElseThrow();
        GridSources.Known known = sources.read(campaign, LocalDate.now(clock));
        GridComputation computation = new GridComputation(known.modules());
        List<GridSchool> schools = new ArrayList<>();
        List<GridComputation.Line> lines = new ArrayList<>(computation.ofCirconscription(campaign.circonscriptionUai(), known.circonscription()));
        known.schools().forEach((school, facts) -> {
            var priority = priorities.of(facts, school.priority());
            schools.add(new GridSchool(school.uai(), school.name(), school.commune(), !facts.isAnswered(), facts.classes(),
                    facts.isAnswered() ? facts.teachers() : null, facts.team().size(), priority.rank(), priority.reason()));
            lines.addAll(computation.ofSchool(facts));
        });
        grid.write(campaignId, schools, lines);
        campaign.consolidated();
        campaigns.save(campaign);
        ResponseRate rate = needs.rate(campaignId);
        history.add(campaignId, CampaignEvent.CONSOLIDATED, null, null, rate.answered() + " réponses, " + rate.silent() + " écoles estimées");
        mails.gridReady(campaign, rate);
    }

    public void remindReview(long campaignId) {
        mails.reviewOverdue(campaigns.findById(campaignId).orElseThrow());
    }

    /**
     * Changes the people to train of one line; what it was, who changed it and why stay readable.
     *
     * @throws Refusal for a figure that cannot be, without a reason, or once the project has taken the grid over
     */
    public void correct(long campaignId, long lineId, String people, String reason) {
        Campaign campaign = campaigns.findWithLockById(campaignId).orElseThrow();
        if (campaign.state() != CampaignState.DEPOUILLEE) {
            throw new Refusal("La grille est transmise au projet : ce qui change maintenant se traite par un avenant au plan.");
        }
        GridLine line = grid.line(lineId).filter(found -> found.campaignId() == campaignId).orElseThrow();
        String typed = people == null ? "" : people.strip();
        if (!typed.matches("\\d{1,4}") || Integer.parseInt(typed) > MOST_PEOPLE) {
            throw new Refusal("Indiquez un nombre de personnes de 0 à " + MOST_PEOPLE + ".");
        }
        String why = Texts.required(reason, 1000, "Indiquez pourquoi ce chiffre est corrigé : le motif reste lisible dans la grille.");
        if (Integer.parseInt(typed) != line.people()) {
            grid.correct(line, Integer.parseInt(typed), why, me.login(), OffsetDateTime.now(clock));
        }
    }
}
