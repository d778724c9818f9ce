package fr.forment.release;

import fr.forment.timeline.Chronicle;
import fr.forment.timeline.ChronicleAddition;
import fr.forment.timeline.ChronicleSubject;
import org.springframework.stereotype.Component;

/**
 * New versions of materials, in the timelines of the sessions and projects that rest on them. Only what is open to all:
 * a timeline is read by those who follow, too.
 */
@Component
class MaterialNews implements ChronicleAddition {

    private static final String VERSIONS = """
            SELECT v.made_at AS at, 'support' AS src, LPAD(CAST(v.material_id AS VARCHAR(40)), 14, '0') || LPAD(CAST(v.number AS VARCHAR(40)), 6, '0') AS id,
                   'DECISION' AS kind, m.title AS what, CAST('support' AS VARCHAR(400)) AS part, v.made_by AS by_whom, CAST(NULL AS VARCHAR(4000)) AS before,
                   'version ' || v.number AS after, v.note AS why
              FROM material_version v JOIN training_material m ON m.id = v.material_id
             WHERE NOT m.for_trainers AND %s""";

    /** What is handed out in a circonscription: its own and its département's. */
    private static final String IN =
            "(m.circonscription_uai = %1$s OR m.departement_code = (SELECT c.departement_code FROM circonscription c WHERE c.uai = %1$s))";

    @Override
    public void add(ChronicleSubject subject, Chronicle to) {
        switch (subject) {
            case SESSION ->
                to.source(
                        VERSIONS.formatted(
                                "m.module_code = (SELECT t.module_code FROM training_session t WHERE t.id = :session) AND "
                                        + IN.formatted(
                                                "(SELECT t.circonscription_uai FROM training_session t WHERE t.id = :session)")));
            case PROJECT ->
                to.source(VERSIONS.formatted(
                        IN.formatted("(SELECT p.circonscription_uai FROM project p WHERE p.id = :project)")));
            case PLAN, SCHOOL, PERSON -> {
                // a plan names no material, and those of a school and of a person stand with their sessions
            }
        }
    }
}
