package fr.forment.grid.web;

import fr.forment.account.Role;
import fr.forment.account.SignedIn;
import fr.forment.campaign.Campaign;
import fr.forment.campaign.CampaignRights;
import fr.forment.campaign.Needs;
import fr.forment.grid.Grid;
import fr.forment.grid.GridFilter;
import fr.forment.grid.GridLine;
import fr.forment.people.TeamRights;
import fr.forment.territory.School;
import fr.forment.territory.Schools;
import java.util.Comparator;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Who sees and corrects what of a grid. What one may not see looks as if it did not exist. */
@Component
@RequiredArgsConstructor
class GridRights {

    private final CampaignRights campaigns;
    private final Needs needs;
    private final Grid grid;
    private final SignedIn me;
    private final TeamRights team;
    private final Schools schools;

    /**
     * What of the grid the person may see: all of it, or one's own circonscription, the first of several unless another
     * of them is asked for.
     */
    GridFilter part(Campaign campaign, GridFilter asked) {
        return part(campaign, asked, campaigns.own(campaign));
    }

    /** @param own what one looks after, for whoever has read it already */
    GridFilter part(Campaign campaign, GridFilter asked, Set<String> own) {
        return campaigns.mayRead(campaign) || own.contains(asked.circonscription())
                ? asked
                : asked.withCirconscription(
                        own.stream().min(Comparator.naturalOrder()).orElseThrow(GridRights::unknown));
    }

    /**
     * A circonscription's team sees its own lines; a director those of the own school, once they are settled. @throws
     * ResponseStatusException 404 when there is none to see
     */
    GridLine readableLine(long campaignId, long lineId) {
        return grid.line(lineId)
                .filter(line -> line.campaignId() == campaignId)
                .filter(line -> campaigns.mayRead(campaignOf(line))
                        || campaigns.own(campaignOf(line)).contains(zone(line))
                        || me.has(Role.DIRECTEUR, line.schoolUai())
                                && campaignOf(line).state().isSettled())
                .orElseThrow(GridRights::unknown);
    }

    /** The circonscription of the school, or the one whose people the line is about. */
    private String zone(GridLine line) {
        return schools.find(line.schoolUai()).map(School::circonscriptionUai).orElse(line.schoolUai());
    }

    Campaign campaignOf(GridLine line) {
        return needs.find(line.campaignId()).orElseThrow(GridRights::unknown);
    }

    /** Each circonscription's team corrects the figures of its own schools; those who lead the campaign, all. */
    boolean mayCorrect(Campaign campaign, GridLine line) {
        return team.isExpert(campaign.circonscriptionUai())
                || team.isExpert(zone(line)) && campaigns.own(campaign).contains(zone(line));
    }

    private static ResponseStatusException unknown() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
