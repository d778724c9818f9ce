package fr.forment.plan;

import fr.forment.account.Role;
import fr.forment.account.SignedIn;
import fr.forment.people.Agent;
import fr.forment.people.MyPerimeter;
import fr.forment.people.OutOfReach;
import fr.forment.people.Reach;
import fr.forment.people.TeamRights;
import fr.forment.project.Projects;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Who sees and changes what of a plan. */
@Component
@RequiredArgsConstructor
public class PlanRights {

    private final SignedIn me;
    private final MyPerimeter perimeter;
    private final TeamRights team;
    private final Reach reach;
    private final Plans plans;
    private final Projects projects;

    /** The people of the circonscription and of the département. */
    public boolean seesWhole(Plan plan) {
        return perimeter.coversCirconscription(circonscription(plan));
    }

    /** The same, for who knows the project already. */
    public boolean seesWholeIn(String circonscriptionUai) {
        return perimeter.coversCirconscription(circonscriptionUai);
    }

    /** The plan, for those who read all of it or some of it; to others it does not exist. */
    public Plan readable(long planId) {
        return Reach.of(
                plans.find(planId), plan -> seesWhole(plan) || !Collections.disjoint(schools(plan), ownSchools(plan)));
    }

    /** The plan, for those who see it whole. */
    public Plan whole(long planId) {
        Optional<Plan> found = plans.find(planId);
        boolean whole = found.filter(this::seesWhole).isPresent();
        Plan plan = Reach.of(found, each -> whole || !Collections.disjoint(schools(each), ownSchools(each)));
        me.refuseUnless(whole);
        return plan;
    }

    /** The plan, for those who work on it. */
    public Plan workedOn(long planId) {
        return workedOnIn(planId).plan();
    }

    /** A plan and where it is: read once for both. */
    public record Located(Plan plan, String circonscriptionUai) {}

    /** As {@link #workedOn}, for pages that read on from there. */
    public Located workedOnIn(long planId) {
        Optional<Plan> found = plans.find(planId);
        Optional<String> where = found.map(this::circonscription);
        Plan plan = Reach.of(
                found,
                each -> perimeter.coversCirconscription(where.get())
                        || !Collections.disjoint(schools(each), ownSchools(each)));
        me.act(() -> team.isExpert(where.get()));
        return new Located(plan, where.get());
    }

    /**
     * What the school said and was given: for its director once the plan is in force, for those who see the people of
     * the school; no partner.
     */
    public boolean readsAnswers(Plan plan, String schoolUai) {
        return seesWhole(plan) && perimeter.seesPeopleOfSchool(schoolUai)
                || ownSchools(plan).contains(schoolUai);
    }

    /**
     * @param before the line as it stands; null for a new one
     * @throws OutOfReach where a school, place or trainer of elsewhere is named
     */
    public void reaches(Plan plan, PlannedSession before, Collection<String> schools, String place, Long trainerId) {
        String circonscription = circonscription(plan);
        Reach.within(schools, schools(plan));
        reach.place(place, circonscription, before == null ? null : before.place());
        reach.trainer(trainerId, circonscription, before == null ? null : before.trainerAgentId());
    }

    /** Schools somebody names are in the project of the plan. */
    public void reaches(Plan plan, Collection<String> schools) {
        Reach.within(schools, schools(plan));
    }

    private List<String> schools(Plan plan) {
        return projects.schools(plan.projectId());
    }

    /** Hours of single persons, and reasons that speak of them: nothing for partners. */
    public boolean seesPeople(Plan plan) {
        return seesPeopleOf(circonscription(plan));
    }

    /** The same, for who knows the project already. */
    public boolean seesPeopleOf(String circonscriptionUai) {
        return perimeter.seesPeopleOfCirconscription(circonscriptionUai);
    }

    /** Whom the reader of a whole plan knows by name: partners those of their own body, and themselves. */
    public Predicate<Agent> named(Plan plan) {
        return namedIn(circonscription(plan));
    }

    /** The same, for who knows the project already. */
    public Predicate<Agent> namedIn(String circonscriptionUai) {
        return namedIn(circonscriptionUai, seesPeopleOf(circonscriptionUai));
    }

    /** The same, for who knows also whether the reader {@link #seesPeopleOf sees people} there. */
    public Predicate<Agent> namedIn(String circonscriptionUai, boolean seesPeople) {
        return seesPeople
                ? everybody -> true
                : agent -> Objects.equals(agent.id(), me.agentId())
                        || Role.of(agent.function()).stream()
                                .anyMatch(role -> !role.seesPeople()
                                        && role.level() == Role.Level.CIRCONSCRIPTION
                                        && me.has(role, circonscriptionUai));
    }

    /** Schools whose sessions a director reads, once the plan is in force. */
    public Set<String> ownSchools(Plan plan) {
        boolean published = plan.state() == PlanState.APPROUVE || plan.state() == PlanState.REMPLACE;
        return published ? perimeter.directedSchools() : Set.of();
    }

    public boolean mayEdit(Plan plan) {
        return plan.state().isEditable() && isOfTeam(plan);
    }

    public boolean mayAbandon(Plan plan) {
        return plan.isAmendment() && mayEdit(plan);
    }

    /** Works on the plan, whatever its state. */
    public boolean isOfTeam(Plan plan) {
        return team.isExpert(circonscription(plan));
    }

    /** The same, for who knows the project already. */
    public boolean isOfTeamOf(String circonscriptionUai) {
        return team.isExpert(circonscriptionUai);
    }

    private String circonscription(Plan plan) {
        return projects.find(plan.projectId()).orElseThrow().circonscriptionUai();
    }
}
