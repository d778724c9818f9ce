package fr.forment.family;

import fr.forment.account.Tokens;
import fr.forment.evaluation.Results;
import fr.forment.evaluation.Review;
import fr.forment.french.Typed;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Three questions to families, by one open link per school (poster, liaison book). No account, no name, no address
 * kept.
 */
@Service
@RequiredArgsConstructor
public class ParentsService {

    /** Codes of the two closed questions. */
    static final Set<String> CHOICES = Set.of("OUI", "DIFFICILEMENT", "NON");

    private static final int LONGEST = 500;

    private final JdbcClient jdbc;

    /**
     * How many families answered, as far as it may be read (fives), and how many of them could connect and find what
     * they look for.
     */
    public record ParentsResult(int answers, int connected, int informed) {}

    /**
     * What a family sends, at most once from each form that is shown: a form sent twice, or from a page kept open,
     * counts once.
     */
    public record FamilyAnswer(UUID form, String couldConnect, String findsInformation, String needs) {}

    /** The school's link, made the first time it is asked for. */
    @Transactional
    public String tokenOf(String uai) {
        return known(uai).orElseGet(() -> {
            jdbc.sql("SELECT uai FROM school WHERE uai = ? FOR UPDATE")
                    .param(uai)
                    .query(String.class)
                    .single(); // of two who open the page first, the second reads what the first made
            return known(uai).orElseGet(() -> {
                String token = Tokens.fresh();
                jdbc.sql("INSERT INTO parents_link (school_uai, token) VALUES (?, ?)")
                        .params(uai, token)
                        .update();
                return token;
            });
        });
    }

    private Optional<String> known(String uai) {
        return jdbc.sql("SELECT token FROM parents_link WHERE school_uai = ?")
                .param(uai)
                .query(String.class)
                .optional();
    }

    @Transactional(readOnly = true)
    public Optional<String> schoolOf(String token) {
        return jdbc.sql("SELECT school_uai FROM parents_link WHERE token = ?")
                .param(token)
                .query(String.class)
                .optional();
    }

    /**
     * False when a question has no valid answer or the text is too long; nothing is kept then.
     *
     * @throws org.springframework.dao.DuplicateKeyException when that form was sent before: the first answer stays
     */
    @Transactional
    public boolean answer(String token, FamilyAnswer answer) {
        Optional<String> school = schoolOf(token);
        String text = Typed.text(answer.needs());
        if (school.isEmpty()
                || !CHOICES.contains(answer.couldConnect())
                || !CHOICES.contains(answer.findsInformation())
                || text.length() > LONGEST) {
            return false;
        }
        jdbc.sql(
                        "INSERT INTO parents_answer (id, school_uai, could_connect, finds_information, needs, review) VALUES (?, ?, ?, ?, ?, ?)")
                .params(
                        answer.form(),
                        school.get(),
                        answer.couldConnect(),
                        answer.findsInformation(),
                        text,
                        Review.A_LIRE.name())
                .update();
        publish(school.get());
        return true;
    }

    /** A figure changes by five families at once: of one more answer, nothing could be told apart. */
    private void publish(String uai) {
        jdbc.sql("SELECT school_uai FROM parents_link WHERE school_uai = ? FOR UPDATE")
                .param(uai)
                .query(String.class)
                .single(); // of two that answer at once, the second counts the first
        int waiting = jdbc.sql("SELECT COUNT(*) FROM parents_answer WHERE school_uai = ? AND lot IS NULL")
                .param(uai)
                .query(Integer.class)
                .single();
        if (waiting >= Results.THRESHOLD) {
            jdbc.sql("UPDATE parents_answer SET lot = ? WHERE school_uai = ? AND lot IS NULL")
                    .params(UUID.randomUUID(), uai)
                    .update();
        }
    }

    /** How many answers may be read, by school; schools without any are left out. */
    @Transactional(readOnly = true)
    public Map<String, Integer> answers(Collection<String> uais) {
        record Row(String uai, int answers) {}
        return uais.isEmpty()
                ? Map.of()
                : jdbc
                        .sql("SELECT school_uai AS uai, COUNT(*) AS answers FROM parents_answer"
                                + " WHERE school_uai IN (:uais) AND lot IS NOT NULL GROUP BY school_uai")
                        .param("uais", List.copyOf(uais))
                        .query(Row.class)
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Row::uai, Row::answers));
    }

    @Transactional(readOnly = true)
    public ParentsResult resultOf(String uai) {
        return jdbc.sql("""
                SELECT COUNT(*) n, COUNT(CASE WHEN could_connect = 'OUI' THEN 1 END) c, COUNT(CASE WHEN finds_information = 'OUI' THEN 1 END) i
                FROM parents_answer WHERE school_uai = ? AND lot IS NOT NULL""")
                .param(uai)
                .query((row, n) -> new ParentsResult(row.getInt("n"), row.getInt("c"), row.getInt("i")))
                .single();
    }
}
