package fr.forment.evaluation;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets answers be read, a lot at a time (see {@link Lots}): five of one session as they come, what is left once closed.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class PublicationService {

    /** Somebody may still answer somewhere on Earth. */
    private static final String CLOSED = """
            NOT EXISTS (SELECT 1 FROM evaluation_invitation i WHERE i.kind = a.kind AND i.used = FALSE AND i.expires_on >= :yesterday
                           AND (i.session_id = a.session_id OR i.self_study_id = a.self_study_id))
            AND (s.due_on IS NULL OR s.due_on < :yesterday)""";

    private final JdbcClient jdbc;
    private final AnswerRows rows;
    private final ModuleWatch watch;
    private final Clock clock;

    private record Left(
            String kind,
            Long sessionId,
            Long selfStudyId,
            int answers,
            Long projectId,
            String place,
            Long vagueId,
            String moduleCode,
            Long trainerId) {

        Followed followed() {
            return new Followed(sessionId, selfStudyId);
        }

        /** Nearest first; never beyond the project, nor the circonscription. */
        List<String> groups() {
            String module = place + "/" + projectId + "/" + moduleCode;
            return List.of(module + "/" + vagueId + "/" + trainerId, module + "/" + vagueId, module);
        }
    }

    /** After one more answer, in its transaction. */
    void look(QuestionnaireKind kind, Followed followed) {
        for (String table : List.of(AnswerRows.MARKS, AnswerRows.PROGRESS)) {
            int waiting = rows.waiting(table, kind, followed);
            Lots.of(List.of(new Lots.Waiting(followed, waiting, false, List.of(), Set.of())))
                    .forEach(lot -> publish(table, kind, lot));
        }
    }

    private void publish(String table, QuestionnaireKind kind, Set<Followed> lot) {
        rows.lot(table, kind, lot);
        if (kind == QuestionnaireKind.HOT && table.equals(AnswerRows.MARKS)) {
            watch.look(lot);
        }
    }

    /** What is left of questionnaires nobody can answer any more. */
    public void settle() {
        settle(AnswerRows.MARKS);
        settle(AnswerRows.PROGRESS);
    }

    private void settle(String table) {
        TreeMap<String, Left> known = new TreeMap<>();
        left(table).forEach(left -> known.put(left.kind() + left.followed().key(), left));
        known.values().forEach(left -> rows.hold(QuestionnaireKind.valueOf(left.kind()), left.followed()));
        for (QuestionnaireKind kind : QuestionnaireKind.values()) {
            List<Lots.Waiting> waiting = left(table).stream()
                    .filter(left -> kind.name().equals(left.kind())
                            && known.containsKey(left.kind() + left.followed().key()))
                    .sorted(Comparator.comparing(left -> left.followed().key()))
                    .map(left -> new Lots.Waiting(
                            left.followed(), left.answers(), true, left.groups(), asked(kind, left.followed())))
                    .toList();
            Lots.of(waiting).forEach(lot -> publish(table, kind, lot));
        }
    }

    private List<Left> left(String table) {
        return jdbc.sql("SELECT a.kind, a.session_id, a.self_study_id, COUNT(*) AS answers,"
                        + " COALESCE(t.project_id, s.project_id) AS project_id, COALESCE(t.circonscription_uai, s.circonscription_uai) AS place, COALESCE(t.vague_id, s.vague_id) AS vague_id,"
                        + " COALESCE(t.module_code, s.module_code) AS module_code, t.trainer_id FROM " + table
                        + " a LEFT JOIN training_session t ON t.id = a.session_id LEFT JOIN self_study s ON s.id = a.self_study_id"
                        + " WHERE a.lot IS NULL AND " + CLOSED
                        + " GROUP BY a.kind, a.session_id, a.self_study_id, t.project_id, s.project_id, t.circonscription_uai, s.circonscription_uai, t.vague_id, s.vague_id,"
                        + " t.module_code, s.module_code, t.trainer_id")
                .param("yesterday", Date.valueOf(LocalDate.now(clock).minusDays(1)))
                .query(Left.class)
                .list();
    }

    private Set<Long> asked(QuestionnaireKind kind, Followed followed) {
        return new HashSet<>(
                jdbc.sql("SELECT agent_id FROM evaluation_invitation WHERE kind = ? AND " + followed.column() + " = ?")
                        .params(kind.name(), followed.id())
                        .query(Long.class)
                        .list());
    }
}
