package fr.forment.project;

import fr.forment.engine.OpenTask;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where the plan of a project stands, told by the feature that makes it. */
public interface PlanCourse {

    /**
     * @param sentence where the plan stands, in French
     * @param awaited whom it waits for, in French
     */
    record Stage(String sentence, String awaited) {}

    /**
     * @param by who decided, as histories keep it
     * @param remarks null without any
     */
    record Decided(String by, String remarks) {}

    /**
     * A module in the plan of a vague.
     *
     * @param sentence who is to train in it by the grid, and the places of the plan, in French
     * @param fits there is a place for everybody
     */
    record Fit(String sentence, boolean fits) {}

    /** How the plan in force fits the grid of these schools, module by module; empty while none is in force. */
    List<Fit> fit(long projectId, int vagueRank, Collection<String> schoolUais);

    /** The day of the first session of a vague in the plan in force; empty while none is. */
    Optional<LocalDate> firstSession(long projectId, int vagueRank);

    /**
     * Schools that no session of the plan in force expects, or of the version that is made where none is in force yet.
     *
     * @param schoolUais some of those asked about
     * @param planId the version on whose page what has happened is said
     * @param inForce there is a plan in force
     * @param expectedSoon those that an amendment under way expects
     */
    record NotSeated(Set<String> schoolUais, long planId, boolean inForce, Set<String> expectedSoon) {}

    /** Of these schools; empty while there is no plan. */
    Optional<NotSeated> notSeated(long projectId, Collection<String> schoolUais);

    /**
     * The first day on which a session that is added today could take place.
     *
     * @param why what has to come before, a French phrase that follows « il faut d'abord »
     */
    record FirstDay(LocalDate day, String why) {}

    /** Of each vague by rank, by the rule of whoever looks for other dates: trainers first, then who is expected. */
    Map<Integer, FirstDay> firstNewSessions(Project project, Collection<Vague> vagues);

    /** What keeps the trainers of a vague from giving all half-days of its sessions, in French sentences. */
    List<String> trainerLacks(long projectId, int vagueRank);

    /**
     * The need has changed: an amendment is begun; one that is in preparation already goes on.
     *
     * @param occasion when that was seen, in French; stands before the reason
     * @throws fr.forment.french.Refusal when no plan is in force
     */
    void amend(long projectId, String occasion, String reason);

    /** What was decided on the version begun last; empty until somebody has. */
    Optional<Decided> decided(long projectId);

    /** Of the version begun last, by project; those without a plan yet are left out. */
    Map<Long, Stage> of(Collection<Long> projectIds);

    /** What waits for somebody in its process. */
    List<OpenTask> waiting(long projectId);
}
