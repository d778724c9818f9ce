package fr.forment.family;

import fr.forment.account.Tokens;
import fr.forment.evaluation.AskedQuestion;
import fr.forment.evaluation.QuestionKind;
import fr.forment.evaluation.QuestionnaireKind;
import fr.forment.evaluation.QuestionnaireVersion;
import fr.forment.evaluation.QuestionnaireVersions;
import fr.forment.evaluation.Results;
import fr.forment.evaluation.Review;
import fr.forment.french.Typed;
import fr.forment.territory.School;
import fr.forment.territory.Schools;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A few questions to families, by one open link per school (poster, liaison book): those of the questionnaire in force
 * in its circonscription. No account, no name, no address kept.
 */
@Service
@RequiredArgsConstructor
public class ParentsService {

    /** What a family may choose. */
    public enum Choice {
        OUI("Oui"),
        DIFFICILEMENT("En partie, ou avec difficulté"),
        NON("Non");

        private final String label;

        Choice(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** Most questions of that kind, each with a column. */
    static final int CHOICES = 5;

    private static final int LONGEST = 500;

    private final QuestionnaireVersions versions;
    private final Schools schools;
    private final JdbcClient jdbc;

    /**
     * What a family sends, at most once from each form that is shown: a form sent twice, or from a page kept open,
     * counts once.
     *
     * @param version of the questionnaire, as the form showed it; another is asked since, or none of it: the one in
     *     force
     * @param said by code of the question
     */
    public record FamilyAnswer(UUID form, long version, Map<String, String> said) {}

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

    /** What families of a school are asked today. */
    @Transactional(readOnly = true)
    public QuestionnaireVersion asked(String uai) {
        return versions.inForce(QuestionnaireKind.PARENTS, circonscription(uai));
    }

    /** What a form that was shown asked, as far as it is one of that school. */
    @Transactional(readOnly = true)
    public QuestionnaireVersion asked(String uai, long version) {
        return versions.find(version)
                .filter(its -> its.kind() == QuestionnaireKind.PARENTS && !its.isDraft())
                .filter(its -> its.circonscriptionUai() == null
                        || its.circonscriptionUai().equals(circonscription(uai)))
                .orElseGet(() -> asked(uai));
    }

    private String circonscription(String uai) {
        return schools.find(uai).map(School::circonscriptionUai).orElse(null);
    }

    /**
     * False when a question has no valid answer or the text is too long; nothing is kept then.
     *
     * @throws org.springframework.dao.DuplicateKeyException when that form was sent before: the first answer stays
     */
    @Transactional
    public boolean answer(String token, FamilyAnswer answer) {
        Optional<String> school = schoolOf(token);
        if (school.isEmpty()) {
            return false;
        }
        QuestionnaireVersion asked = asked(school.get(), answer.version());
        String[] chosen = new String[CHOICES];
        String text = "";
        for (AskedQuestion question : asked.questions()) {
            String said = Typed.text(answer.said().get(question.code()));
            if (question.kind() == QuestionKind.TEXT) {
                text = said;
            } else if (Typed.code(Choice.class, said).isPresent()) {
                chosen[question.slot() - 1] = said;
            } else {
                return false;
            }
        }
        if (text.length() > LONGEST) {
            return false;
        }
        jdbc.sql("INSERT INTO parents_answer (id, school_uai, version_id, c1, c2, c3, c4, c5, needs, review)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(
                        answer.form(),
                        school.get(),
                        asked.id(),
                        chosen[0],
                        chosen[1],
                        chosen[2],
                        chosen[3],
                        chosen[4],
                        text,
                        Review.A_LIRE.name()))
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
}
