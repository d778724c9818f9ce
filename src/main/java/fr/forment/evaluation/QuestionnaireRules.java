package fr.forment.evaluation;

import fr.forment.french.French;
import fr.forment.french.Names;
import fr.forment.french.Refusal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a questionnaire must be, whoever wrote it: short enough for a telephone, and able to feed the bilans. */
final class QuestionnaireRules {

    /** The link, one tap a question, the button: twelve in all (E4). */
    static final int SLOTS = 10;

    static final int PAIRS = 6;
    static final int TEXTS = 4;
    static final int LONGEST = 200;
    static final int LONGEST_END = 60;

    /** The question from which bilans read what people do with the ENT once back in class. */
    static final String USE = "useFrequency";

    /** Columns of what families choose, and of what a direction says beyond the figures of the bilans. */
    private static final int FAMILY_CHOICES = 5;

    private static final int USE_MORE = 4;

    /** What pages and bilans count on: other words, never another meaning. */
    private static final Map<QuestionnaireKind, Set<String>> COUNTED_ON = Map.of(
            QuestionnaireKind.HOT,
            Set.of(),
            QuestionnaireKind.COLD,
            Set.of(USE),
            QuestionnaireKind.PARENTS,
            Set.of("couldConnect", "findsInformation"),
            QuestionnaireKind.USE,
            Set.of("activeClasses", "parentAccounts", "difficulties"));

    private QuestionnaireRules() {}

    /** @throws Refusal where the questionnaire cannot be asked; says how to mend it */
    static void check(QuestionnaireVersion version) {
        List<AskedQuestion> all = version.questions();
        atMost(
                all.stream().filter(each -> each.kind().isRequired()).count(),
                SLOTS,
                "question à réponse obligatoire",
                "questions à réponse obligatoire");
        atMost(
                version.of(QuestionKind.PAIR).count(),
                PAIRS,
                "question « avant et après »",
                "questions « avant et après »");
        atMost(version.of(QuestionKind.TEXT).count(), TEXTS, "texte libre", "textes libres");
        atMost(
                version.of(QuestionKind.HELP).count(),
                1,
                "question sur l'aide souhaitée",
                "questions sur l'aide souhaitée");
        if (version.kind() == QuestionnaireKind.HOT
                && version.of(QuestionKind.MARK).findAny().isEmpty()) {
            throw new Refusal("Gardez au moins une question à note : c'est d'elles que vient la satisfaction.");
        }
        if (version.kind() == QuestionnaireKind.HOT
                && version.of(QuestionKind.FREQUENCY).findAny().isPresent()) {
            throw new Refusal(
                    "La fréquence d'usage se demande après quelques semaines : mettez cette question dans l'autre questionnaire.");
        }
        if (all.stream()
                .anyMatch(each ->
                        !version.kind().kinds().contains(each.kind()) && !isCountedOn(version.kind(), each.code()))) {
            throw new Refusal(
                    "Cette sorte de question n'a pas sa place dans ce questionnaire : choisissez-en une de la liste.");
        }
        checkOfSchools(version);
        if (COUNTED_ON.get(version.kind()).stream()
                .anyMatch(code -> version.question(code).isEmpty())) {
            throw new Refusal("Cette question nourrit les bilans : elle peut changer de mots, pas disparaître.");
        }
        Set<String> said = new HashSet<>();
        for (AskedQuestion each : all) {
            if (!said.add(Names.fold(each.label()))) {
                throw new Refusal("Deux questions disent « " + each.label() + " » : changez l'une ou retirez-la.");
            }
        }
    }

    /** Whether bilans or pages read it by its code. */
    static boolean isCountedOn(QuestionnaireKind kind, String code) {
        return COUNTED_ON.get(kind).contains(code);
    }

    private static void checkOfSchools(QuestionnaireVersion version) {
        if (version.kind() == QuestionnaireKind.PARENTS) {
            atMost(version.of(QuestionKind.CHOICE).count(), FAMILY_CHOICES, "question à choix", "questions à choix");
            atMost(version.of(QuestionKind.TEXT).count(), 1, "texte libre", "textes libres");
        }
        if (version.kind() == QuestionnaireKind.USE) {
            atMost(
                    version.questions().stream()
                            .filter(each -> each.slot() != null)
                            .count(),
                    USE_MORE,
                    "question à vous",
                    "questions à vous");
        }
    }

    private static void atMost(long count, int most, String one, String several) {
        if (count > most) {
            throw new Refusal("Ce questionnaire compterait " + French.count(count, one, several) + ", il en accepte "
                    + most + " : il doit se remplir en douze gestes sur un téléphone. Retirez-en d'abord une.");
        }
    }
}
