package fr.forment.family.web;

import fr.forment.account.Role;
import fr.forment.account.SignedIn;
import fr.forment.people.Reach;
import fr.forment.people.TeamRights;
import fr.forment.territory.School;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** The direction of a school and the circonscription's team; advisers of the département read only. */
@Component
@RequiredArgsConstructor
class FamilyAccess {

    private final Reach reach;
    private final TeamRights team;
    private final SignedIn me;

    School read(String uai) {
        School school = reach.school(uai);
        me.refuseUnless(directs(school) || team.isOfTeamOrAdviser(school.circonscriptionUai()));
        return school;
    }

    School written(String uai) {
        School school = reach.school(uai);
        me.act(() -> mayWrite(school));
        return school;
    }

    boolean mayWrite(School school) {
        return directs(school) || team.isOfTeam(school.circonscriptionUai());
    }

    private boolean directs(School school) {
        return me.has(Role.DIRECTEUR, school.uai());
    }
}
