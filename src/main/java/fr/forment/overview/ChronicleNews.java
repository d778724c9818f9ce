package fr.forment.overview;

import fr.forment.survey.Survey;
import fr.forment.timeline.Chronicle;
import fr.forment.timeline.ChronicleAddition;
import fr.forment.timeline.ChronicleSubject;
import org.springframework.stereotype.Component;

/** What rooms above know of a thing: papers, the plan's own steps in the project's timeline, charter and families. */
@Component
class ChronicleNews implements ChronicleAddition {

    /** Counted by kind and day: a paper bears a name, its line none. */
    private static final String PAPERS = """
            SELECT MIN(p.issued_at) AS at, 'document' AS src, LPAD(CAST(MIN(p.id) AS VARCHAR(40)), 20, '0') AS id, 'DOCUMENT' AS kind, p.kind AS what,
                   CAST(NULL AS VARCHAR(400)) AS part, 'système' AS by_whom, CAST(NULL AS VARCHAR(4000)) AS before,
                   CASE WHEN COUNT(*) = 1 THEN '1 pièce' ELSE COUNT(*) || ' pièces' END AS after, CAST(NULL AS VARCHAR(4000)) AS why
              FROM issued_paper p JOIN enrolment e ON e.id = p.enrolment_id JOIN training_session t ON t.id = e.session_id
             WHERE %s GROUP BY p.kind, CAST(p.issued_at AS DATE)""";

    @Override
    public void add(ChronicleSubject subject, Chronicle to) {
        to.called("CONVOCATION", "Convocations")
                .called("ATTESTATION", "Attestations")
                .called("COUNTED", "Acceptations de la charte comptées")
                .called("MEETING_ANNOUNCED", "Réunion de familles annoncée")
                .called("MEETING_CHANGED", "Réunion de familles modifiée")
                .called("MEETING_REMOVED", "Réunion de familles retirée")
                .called("WORDS_SHOWN", "Texte d'une famille montré")
                .called("WORDS_HIDDEN", "Texte d'une famille écarté");
        switch (subject) {
            case PROJECT ->
                to.source(PAPERS.formatted("t.project_id = :project"))
                        .journal(
                                "PLAN",
                                "j.subject IN (SELECT CAST(p.id AS VARCHAR(40)) FROM training_plan p WHERE p.project_id = :project)",
                                "CAST('plan de formation' AS VARCHAR(400))",
                                false);
            case PLAN ->
                to.source(PAPERS.formatted(
                        "t.project_id = (SELECT n.project_id FROM training_plan n WHERE n.id = :plan)"));
            case SCHOOL ->
                to.source(PAPERS.formatted("e.school_uai = :uai"))
                        .journal(Survey.JOURNAL, "j.subject = :uai", false)
                        .journal("charter", "j.subject = :uai", true)
                        .journal("family", "j.subject = :uai", true);
            case SESSION -> to.source(PAPERS.formatted("t.id = :session"));
            case PERSON -> to.source(PAPERS.formatted("e.agent_id = :agent"));
        }
    }
}
