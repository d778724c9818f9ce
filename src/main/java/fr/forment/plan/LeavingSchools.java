package fr.forment.plan;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Schools that leave the project once the version that lets them go is approved. Whoever reads such a version counts as
 * if it were: a school that it expects nowhere any more needs no places in it.
 */
@Repository
@RequiredArgsConstructor
public class LeavingSchools {

    /**
     * Of a departure {@code d}: the school did not come back since, and no session of the version that is still to come
     * expects it. Asks a day.
     */
    static final String IS_LET_GO = """
            d.came_back = FALSE AND NOT EXISTS (SELECT 1 FROM planned_session p JOIN planned_session_school c ON c.planned_session = p.id
                         WHERE p.plan_id = d.plan_id AND c.school_uai = d.school_uai AND p.held_on > ?)""";

    private final JdbcClient jdbc;
    private final PlanTerms terms;

    /** A second time changes nothing, unless it came back meanwhile: the version is held by the caller. */
    public void note(long planId, String schoolUai) {
        jdbc.sql("UPDATE plan_departure SET came_back = FALSE WHERE plan_id = ? AND school_uai = ?")
                .params(planId, schoolUai)
                .update();
        jdbc.sql("""
                INSERT INTO plan_departure (plan_id, school_uai, came_back)
                SELECT t.id, s.uai, FALSE FROM training_plan t JOIN school s ON s.uai = ?
                 WHERE t.id = ? AND NOT EXISTS (SELECT 1 FROM plan_departure d WHERE d.plan_id = t.id AND d.school_uai = s.uai)""").params(schoolUai, planId).update();
    }

    /** A school that the version still expects stays. */
    public Set<String> of(long planId) {
        return new TreeSet<>(jdbc.sql("SELECT d.school_uai FROM plan_departure d WHERE d.plan_id = ? AND " + IS_LET_GO)
                .params(planId, terms.today())
                .query(String.class)
                .list());
    }

    /** It was let in again: what a version that is still to be decided says of it is the older word. */
    void cameBack(long projectId, String schoolUai) {
        jdbc.sql("""
                UPDATE plan_departure SET came_back = TRUE WHERE school_uai = ? AND plan_id IN (
                    SELECT id FROM training_plan WHERE project_id = ?)""").params(schoolUai, projectId).update();
    }

    /** Whom the version was made to let go, and who came back since. */
    List<String> backAgain(long planId) {
        return jdbc.sql("SELECT school_uai FROM plan_departure WHERE plan_id = ? AND came_back ORDER BY school_uai")
                .param(planId)
                .query(String.class)
                .list();
    }

    /** The version that comes after one that was sent back lets the same schools go. */
    void copy(Plan from, Plan to) {
        if (from.rootId() == to.rootId()) {
            jdbc.sql("""
                    INSERT INTO plan_departure (plan_id, school_uai, came_back)
                    SELECT CAST(? AS BIGINT), school_uai, came_back FROM plan_departure WHERE plan_id = ?""").params(to.id(), from.id()).update();
        }
    }

    /** The version is approved: those who go now, once and for all. A school that comes back later is counted again. */
    public Set<String> take(long planId) {
        Set<String> gone = of(planId);
        jdbc.sql("DELETE FROM plan_departure WHERE plan_id = ?").param(planId).update();
        return gone;
    }
}
