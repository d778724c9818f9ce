package fr.forment.evaluation;

import fr.forment.french.Refusal;
import fr.forment.journal.Journal;
import fr.forment.journal.JournalEntry;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people wrote: read by the circonscription's team first, shown to others only once one of them lets it be. In the
 * order of the alphabet, with nothing beside it: no session, no day. Nobody reads any before its lot is read.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class WordsService {

    private final JdbcClient jdbc;
    private final Journal journal;

    /** @param question as it was asked @param kind of its questionnaire */
    public record Word(UUID id, String question, String said, Review review, QuestionnaireKind kind) {}

    /** All of a choice, for those who decide. */
    @Transactional(readOnly = true)
    public List<Word> of(Results.Of what) {
        return what.isEmpty()
                ? List.of()
                : what.in(jdbc.sql("SELECT w.id, q.label AS question, w.said, w.review, w.kind FROM evaluation_word w"
                                + " JOIN evaluation_question q ON q.version_id = w.version_id AND q.code = w.question WHERE"
                                + Results.Of.WHERE
                                + Results.WITHIN + " ORDER BY w.said, w.id"))
                        .query(Word.class)
                        .list();
    }

    /** Of all words of a choice, for who has read them: what {@link Results#words} says. */
    public static List<String> shown(List<Word> all, Readings read) {
        Set<QuestionnaireKind> kinds = Results.shown(read.hot(), read.cold());
        return all.stream()
                .filter(word -> word.review() == Review.MONTRE && kinds.contains(word.kind()))
                .map(Word::said)
                .distinct()
                .toList();
    }

    /** The project in which it was written; empty where there is none that may be read. */
    @Transactional(readOnly = true)
    public Optional<Long> projectOf(UUID id) {
        return jdbc.sql("""
                SELECT COALESCE(t.project_id, s.project_id) FROM evaluation_word w
                  LEFT JOIN training_session t ON t.id = w.session_id LEFT JOIN self_study s ON s.id = w.self_study_id
                 WHERE w.id = ? AND w.lot IS NOT NULL AND COALESCE(t.project_id, s.project_id) IS NOT NULL""").param(id).query(Long.class).optional();
    }

    /** @param seen what was decided when the page was shown: of two who decide at once, the second is told */
    public void review(long projectId, UUID id, Review seen, Review now) {
        int changed = jdbc.sql("UPDATE evaluation_word SET review = ? WHERE id = ? AND review = ? AND lot IS NOT NULL")
                .params(now.name(), id, seen.name())
                .update();
        if (changed == 0) {
            throw new Refusal("Quelqu'un vient de décider pour ce texte. La page montre sa décision.");
        }
        EvaluationEvent what = now == Review.MONTRE ? EvaluationEvent.WORDS_SHOWN : EvaluationEvent.WORDS_HIDDEN;
        journal.add(JournalEntry.of(what.kind(), projectId).what(what.name()));
    }
}
