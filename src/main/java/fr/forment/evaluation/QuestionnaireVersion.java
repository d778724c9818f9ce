package fr.forment.evaluation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is asked, once for all: only a draft changes.
 *
 * @param circonscriptionUai null: the house's, which holds where a circonscription has none of its own
 * @param inForceOn null: a draft
 * @param revision counts the changes of a draft
 * @param questions in their order
 */
public record QuestionnaireVersion(
        long id,
        String circonscriptionUai,
        QuestionnaireKind kind,
        int edition,
        LocalDate inForceOn,
        int revision,
        List<AskedQuestion> questions) {

    public boolean isDraft() {
        return inForceOn == null;
    }

    /** « questionnaire commun, version 1 » */
    public String name() {
        return (circonscriptionUai == null ? "questionnaire commun" : "questionnaire de la circonscription")
                + ", version " + edition;
    }

    public Optional<AskedQuestion> question(String code) {
        return questions.stream().filter(each -> each.code().equals(code)).findFirst();
    }

    Stream<AskedQuestion> of(QuestionKind wanted) {
        return questions.stream().filter(each -> each.kind() == wanted);
    }

    QuestionnaireVersion with(List<AskedQuestion> others) {
        return new QuestionnaireVersion(id, circonscriptionUai, kind, edition, inForceOn, revision, others);
    }
}
