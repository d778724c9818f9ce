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

    /** Of a departure {@code d}: no session of the version that is still to come expects the school. Asks a day. */
    static final String IS_LET_GO = """
            NOT EXISTS (SELECT 1 FROM planned_session p JOIN planned_session_school c ON c.planned_session = p.id
                         WHERE p.plan_id = d.plan_id AND c.school_uai = d.school_uai AND p.held_on > ?)""";

    private final JdbcClient jdbc;
    private final PlanTerms terms;

    /** A second time changes nothing: the version is held by the caller. */
    public void note(long planId, String schoolUai) {
        jdbc.sql("""
                INSERT INTO plan_departure (plan_id, school_uai)
                SELECT t.id, s.uai FROM training_plan t JOIN school s ON s.uai = ?
                 WHERE t.id = ? AND NOT EXISTS (SELECT 1 FROM plan_departure d WHERE d.plan_id = t.id AND d.school_uai = s.uai)""").params(schoolUai, planId).update();
    }

    /** A school that the version still expects stays. */
    public Set<String> of(long planId) {
        return new TreeSet<>(jdbc.sql("SELECT d.school_uai FROM plan_departure d WHERE d.plan_id = ? AND " + IS_LET_GO)
                .params(planId, terms.today())
                .query(String.class)
                .list());
    }

    /** The version that comes after one that was sent back lets the same schools go. */
    void copy(Plan from, Plan to) {
        if (from.rootId() == to.rootId()) {
            noted(from.id()).forEach(uai -> note(to.id(), uai));
        }
    }

    private List<String> noted(long planId) {
        return jdbc.sql("SELECT school_uai FROM plan_departure WHERE plan_id = ? ORDER BY school_uai")
                .param(planId)
                .query(String.class)
                .list();
    }

    /** The version is approved: those who go now, once and for all. A school that comes back later is counted again. */
    public Set<String> take(long planId) {
        Set<String> gone = of(planId);
        jdbc.sql("DELETE FROM plan_departure WHERE plan_id = ?").param(planId).update();
        return gone;
    }
}
