package fr.forment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Nobody waits without it being seen on whom: every open task can be ended by somebody who has an account, and every
 * case that waits for news alone, without task or timer, waits at a place of which a page says whom it waits for.
 */
@Component
public class SeenWaits {

    /** Open tasks taken by nobody that nobody could take. */
    public static final String WITHOUT_OWNER = """
            SELECT t.TASK_DEF_KEY_ FROM ACT_RU_TASK t WHERE t.ASSIGNEE_ IS NULL AND NOT EXISTS (
            SELECT 1 FROM ACT_RU_IDENTITYLINK l LEFT JOIN ACT_ID_MEMBERSHIP m ON m.GROUP_ID_ = l.GROUP_ID_
            WHERE l.TASK_ID_ = t.ID_ AND l.TYPE_ = 'candidate' AND (l.USER_ID_ IS NOT NULL OR m.USER_ID_ IS NOT NULL))""";

    /** Messages that a case waits for though it has neither task nor timer. */
    public static final String FOR_NEWS_ALONE = """
            SELECT DISTINCT s.EVENT_NAME_ FROM ACT_RU_EVENT_SUBSCR s WHERE s.EVENT_TYPE_ = 'message'
            AND s.PROC_INST_ID_ IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM ACT_RU_TASK t WHERE t.PROC_INST_ID_ = s.PROC_INST_ID_)
            AND NOT EXISTS (SELECT 1 FROM ACT_RU_JOB j WHERE j.PROCESS_INSTANCE_ID_ = s.PROC_INST_ID_)""";

    /** Each with the page that says on whom. */
    private static final Map<String, String> SAID = Map.ofEntries(
            Map.entry("entProject.needsGathered", "the project, from the survey: which schools have not answered"),
            Map.entry("entProject.planApproved", "the project, from the plan: who prepares it, that the IEN approves"),
            Map.entry("entProject.planRejected", "the same"),
            Map.entry("entProject.replanned", "the project: since when dates are awaited, the amendment's own task"),
            Map.entry("entProject.trainersTrained", "the project: the trainers, who follow their sessions"),
            Map.entry("entProject.vagueClosed", "the project: the vague under way"),
            Map.entry("vague.trained", "what blocks the vague: each session that is not closed"),
            Map.entry("vague.schoolsSettled", "what blocks the vague: each gap of each school"),
            Map.entry("vague.amended", "what blocks the vague: the team, which prepares the amendment"),
            Map.entry("vague.replanned", "what blocks the vague: who prepares or decides on the amendment"),
            Map.entry("schoolOpening.vagueAtWork", "the same: the vague, which is not launched yet"),
            Map.entry("schoolOpening.trained", "what blocks the vague, and the direction's own page"),
            Map.entry("trainingPhase.ready", "the sessions, each with its own state"),
            Map.entry("trainingPhase.settled", "the sessions, each with its own state"),
            Map.entry("trainingPhase.resumed", "the same sessions: it only listens whether the vague begins anew"),
            Map.entry("entRelease.teamTrained", "the version: the session of the team"),
            Map.entry("needsCampaign.resumed", "the campaign: suspended, by whom and why"));

    private final JdbcClient jdbc;

    SeenWaits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void check() {
        assertThat(jdbc.sql(WITHOUT_OWNER).query(String.class).list())
                .as("open tasks that nobody may end")
                .isEmpty();
        assertThat(jdbc.sql(FOR_NEWS_ALONE).query(String.class).list())
                .as("waits of which no page says on whom")
                .isSubsetOf(SAID.keySet());
    }
}
