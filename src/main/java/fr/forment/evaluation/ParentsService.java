package fr.forment.evaluation;

import fr.forment.account.Tokens;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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

    /** How many families answered, and how many of them could connect and find what they look for. */
    public record ParentsResult(int answers, int connected, int informed) {}

    /**
     * What a family sends, at most once from each form that is shown: a form sent twice, or from a page kept open,
     * counts once.
     */
    public record FamilyAnswer(UUID form, String couldConnect, String findsInformation, String needs) {}

    /** The school's link, made the first time it is asked for. */
    @Transactional
    public String tokenOf(String uai) {
        return jdbc.sql("SELECT token FROM parents_link WHERE school_uai = ?")
                .param(uai)
                .query(String.class)
                .optional()
                .orElseGet(() -> {
                    String token = Tokens.fresh();
                    jdbc.sql("INSERT INTO parents_link (school_uai, token) VALUES (?, ?)")
                            .params(uai, token)
                            .update();
                    return token;
                });
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
        String text = answer.needs() == null ? "" : answer.needs().strip();
        if (school.isEmpty()
                || !CHOICES.contains(answer.couldConnect())
                || !CHOICES.contains(answer.findsInformation())
                || text.length() > LONGEST) {
            return false;
        }
        jdbc.sql(
                        "INSERT INTO parents_answer (id, school_uai, could_connect, finds_information, needs) VALUES (?, ?, ?, ?, ?)")
                .params(answer.form(), school.get(), answer.couldConnect(), answer.findsInformation(), text)
                .update();
        return true;
    }

    /**
     * What families wrote, in the order of the alphabet: nothing tells when or in which order they came. Empty under
     * the threshold.
     */
    @Transactional(readOnly = true)
    public List<String> wordsOf(String uai) {
        return resultOf(uai).answers() < Results.THRESHOLD
                ? List.of()
                : jdbc.sql("SELECT needs FROM parents_answer WHERE school_uai = ? AND needs <> '' ORDER BY needs")
                        .param(uai)
                        .query(String.class)
                        .list();
    }

    @Transactional(readOnly = true)
    public ParentsResult resultOf(String uai) {
        return jdbc.sql("""
                SELECT COUNT(*) n, COUNT(CASE WHEN could_connect = 'OUI' THEN 1 END) c, COUNT(CASE WHEN finds_information = 'OUI' THEN 1 END) i
                FROM parents_answer WHERE school_uai = ?""")
                .param(uai)
                .query((row, n) -> new ParentsResult(row.getInt("n"), row.getInt("c"), row.getInt("i")))
                .single();
    }
}
