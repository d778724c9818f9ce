package fr.forment.plan.web;

import java.util.Set;

import org.springframework.stereotype.Component;

import fr.forment.plan.Plan;
import fr.forment.plan.PlanState;
import fr.forment.project.Projects;
import fr.forment.staff.MyPerimeter;
import fr.forment.staff.Role;
import fr.forment.staff.SignedIn;

/** Who sees and changes what of a plan. */
@Component
class PlanRights {

    private final SignedIn me;
    private final MyPerimeter perimeter;
    private final Projects projects;

    PlanRights(SignedIn me, MyPerimeter perimeter, Projects projects) {
        this.me = me;
        this.perimeter = perimeter;
        this.projects = projects;
    }

    /** The people of the circonscription and of the département. */
    boolean seesWhole(Plan plan) {
        return perimeter.coversCirconscription(circonscription(plan));
    }

    boolean seesPeople() {
        return perimeter.seesPeople();
    }

    /** Schools whose sessions a director reads, once the plan is in force. */
    Set<String> ownSchools(Plan plan) {
        boolean published = plan.state() == PlanState.APPROUVE || plan.state() == PlanState.REMPLACE;
        return published ? perimeter.directedSchools() : Set.of();
    }

    boolean mayEdit(Plan plan) {
        return plan.state().isEditable() && isOfTeam(plan);
    }

    boolean mayAmend(Plan plan) {
        return plan.state() == PlanState.APPROUVE && isOfTeam(plan);
    }

    boolean mayAbandon(Plan plan) {
        return plan.isAmendment() && mayEdit(plan);
    }

    void requireWhole(Plan plan) {
        me.refuseUnless(seesWhole(plan));
    }

    void requireEdit(Plan plan) {
        me.refuseUnless(isOfTeam(plan));
    }

    private boolean isOfTeam(Plan plan) {
        String circonscription = circonscription(plan);
        return me.has(Role.CPC, circonscription) || me.has(Role.ERUN, circonscription) || me.has(Role.IEN, circonscription) || me.hasAny(Role.ADMIN);
    }

    private String circonscription(Plan plan) {
        return projects.find(plan.projectId()).orElseThrow().circonscriptionUai();
    }
}
