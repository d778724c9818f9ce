package fr.forment.incident;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Schools that leave the project once the version that lets them go is approved. */
@Repository
@RequiredArgsConstructor
class LeavingSchools {

    private final JdbcClient jdbc;

    /** A second time changes nothing: the version is held by the caller. */
    void note(long planId, String schoolUai) {
        if (!of(planId).contains(schoolUai)) {
            jdbc.sql("INSERT INTO plan_departure (plan_id, school_uai) VALUES (?, ?)")
                    .params(planId, schoolUai)
                    .update();
        }
    }

    List<String> of(long planId) {
        return jdbc.sql("SELECT school_uai FROM plan_departure WHERE plan_id = ? ORDER BY school_uai")
                .param(planId)
                .query(String.class)
                .list();
    }
}
