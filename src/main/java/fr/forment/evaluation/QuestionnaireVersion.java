package fr.forment.evaluation;

import fr.forment.engine.Shown;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is asked, once for all: only a draft changes.
 *
 * @param circonscriptionUai null: the house's, which holds where a circonscription has none of its own
 * @param inForceOn null: a draft
 * @param revision counts the changes of a draft; another draft begins at 0 again, only the id never comes again
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

    /** How {@link #shown(String)} names what a question's form changes. */
    public static final String QUESTION = "Question";

    public static final String LOWEST = "1 veut dire";
    public static final String HIGHEST = "4 veut dire";

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

    /** What a page shows of this draft and no other: for the forms that concern all of it. */
    public Shown shown() {
        Shown shown = draft();
        int place = 1;
        for (AskedQuestion each : questions) {
            shown = shown.with("Question " + place++, each.told());
        }
        return shown;
    }

    /** The same for the form of one question; of one that is not there, the draft alone. */
    public Shown shown(String code) {
        return question(code)
                .map(its -> draft().with(QUESTION, its.label())
                        .with(LOWEST, its.lowest())
                        .with(HIGHEST, its.highest()))
                .orElseGet(this::draft);
    }

    private Shown draft() {
        return Shown.of("Brouillon", "version " + edition + ", préparée sous le numéro " + id);
    }

    Stream<AskedQuestion> of(QuestionKind wanted) {
        return questions.stream().filter(each -> each.kind() == wanted);
    }

    QuestionnaireVersion with(List<AskedQuestion> others) {
        return new QuestionnaireVersion(id, circonscriptionUai, kind, edition, inForceOn, revision, others);
    }
}
