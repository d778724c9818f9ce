package fr.forment.evaluation;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
            String skill,
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

        AnswerRows.Heap heap() {
            return skill == null
                    ? AnswerRows.Heap.marks(QuestionnaireKind.valueOf(kind))
                    : AnswerRows.Heap.skill(QuestionnaireKind.valueOf(kind), skill);
        }

        String key() {
            return kind + followed().key();
        }

        /** Nearest first; never beyond the project, nor the circonscription. */
        List<String> groups() {
            String module = place + "/" + projectId + "/" + moduleCode;
            return List.of(module + "/" + vagueId + "/" + trainerId, module + "/" + vagueId, module);
        }
    }

    /** After one more answer, in its transaction. */
    void look(QuestionnaireVersion version, Followed followed) {
        Stream.concat(
                        Stream.of(AnswerRows.Heap.marks(version.kind())),
                        version.of(QuestionKind.PAIR).map(each -> AnswerRows.Heap.skill(version.kind(), each.code())))
                .forEach(heap -> Lots.of(List.of(
                                new Lots.Waiting(followed, rows.waiting(heap, followed), false, List.of(), Set.of())))
                        .forEach(lot -> publish(heap, lot)));
    }

    private void publish(AnswerRows.Heap heap, Set<Followed> lot) {
        rows.lot(heap, lot);
        if (heap.kind() == QuestionnaireKind.HOT && heap.isMarks()) {
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
        left(table).forEach(left -> known.put(left.key(), left));
        known.values().forEach(left -> rows.hold(left.heap().kind(), left.followed()));
        Map<AnswerRows.Heap, List<Left>> heaps = left(table).stream()
                .filter(left -> known.containsKey(left.key()))
                .sorted(Comparator.comparing(left -> left.followed().key()))
                .collect(Collectors.groupingBy(Left::heap));
        heaps.forEach((heap, lefts) -> Lots.of(lefts.stream()
                        .map(left -> new Lots.Waiting(
                                left.followed(),
                                left.answers(),
                                true,
                                left.groups(),
                                asked(heap.kind(), left.followed())))
                        .toList())
                .forEach(lot -> publish(heap, lot)));
    }

    private List<Left> left(String table) {
        boolean isSkill = table.equals(AnswerRows.PROGRESS);
        return jdbc.sql("SELECT a.kind, " + (isSkill ? "a.skill" : "CAST(NULL AS VARCHAR(20)) AS skill")
                        + ", a.session_id, a.self_study_id, COUNT(*) AS answers,"
                        + " COALESCE(t.project_id, s.project_id) AS project_id, COALESCE(t.circonscription_uai, s.circonscription_uai) AS place, COALESCE(t.vague_id, s.vague_id) AS vague_id,"
                        + " COALESCE(t.module_code, s.module_code) AS module_code, t.trainer_id FROM " + table
                        + " a LEFT JOIN training_session t ON t.id = a.session_id LEFT JOIN self_study s ON s.id = a.self_study_id"
                        + " WHERE a.lot IS NULL AND " + CLOSED
                        + " GROUP BY a.kind, " + (isSkill ? "a.skill, " : "")
                        + "a.session_id, a.self_study_id, t.project_id, s.project_id, t.circonscription_uai, s.circonscription_uai, t.vague_id, s.vague_id,"
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
