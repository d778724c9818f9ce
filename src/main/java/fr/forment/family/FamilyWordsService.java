package fr.forment.family;

import fr.forment.evaluation.Review;
import fr.forment.french.Refusal;
import fr.forment.journal.Journal;
import fr.forment.journal.JournalEntry;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What families wrote: read by the school's direction or by the team first, shown to others only once one of them lets
 * it be. In the order of the alphabet: nothing tells when or in which order they came. Nobody reads any under the
 * threshold.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class FamilyWordsService {

    private static final String ENOUGH = " AND lot IS NOT NULL";

    private final JdbcClient jdbc;
    private final Journal journal;

    /** All of one school, for those who decide. */
    @Transactional(readOnly = true)
    public List<FamilyWord> of(String uai) {
        return jdbc.sql("SELECT id, needs, review FROM parents_answer a WHERE school_uai = ? AND needs <> ''" + ENOUGH
                        + " ORDER BY needs, id")
                .param(uai)
                .query(FamilyWord.class)
                .list();
    }

    /** What everybody may read. */
    @Transactional(readOnly = true)
    public List<String> shown(String uai) {
        return jdbc.sql("SELECT needs FROM parents_answer a WHERE school_uai = ? AND needs <> '' AND review = 'MONTRE'"
                        + ENOUGH + " ORDER BY needs")
                .param(uai)
                .query(String.class)
                .list();
    }

    /** How many wait to be read, by school; none where nothing waits. */
    @Transactional(readOnly = true)
    public Map<String, Integer> awaiting(Collection<String> uais) {
        record Row(String uai, int waiting) {}
        return uais.isEmpty()
                ? Map.of()
                : jdbc
                        .sql("SELECT school_uai AS uai, COUNT(*) AS waiting FROM parents_answer a"
                                + " WHERE school_uai IN (:uais) AND needs <> '' AND review = 'A_LIRE'" + ENOUGH
                                + " GROUP BY school_uai")
                        .param("uais", List.copyOf(uais))
                        .query(Row.class)
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Row::uai, Row::waiting));
    }

    /** The school whose families wrote it. */
    @Transactional(readOnly = true)
    public Optional<String> schoolOf(UUID id) {
        return jdbc.sql("SELECT school_uai FROM parents_answer a WHERE id = ? AND needs <> ''" + ENOUGH)
                .param(id)
                .query(String.class)
                .optional();
    }

    /** @param seen what was decided when the page was shown: of two who decide at once, the second is told */
    public void review(UUID id, Review seen, Review now) {
        int changed = jdbc.sql("UPDATE parents_answer SET review = ? WHERE id = ? AND review = ? AND lot IS NOT NULL")
                .params(now.name(), id, seen.name())
                .update();
        if (changed == 0) {
            throw new Refusal("Quelqu'un vient de décider pour ce texte. La page montre sa décision.");
        }
        FamilyEvent what = now == Review.MONTRE ? FamilyEvent.WORDS_SHOWN : FamilyEvent.WORDS_HIDDEN;
        journal.add(JournalEntry.of(what.kind(), schoolOf(id).orElseThrow()).what(what.name()));
    }
}
