package fr.forment.evaluation;

import fr.forment.french.French;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What was heard of some trainings, at the end or later: figures where they may be shown, and why not where not. */
public sealed interface Heard {

    /** A mean is shown where answers times this reach the number of those who were asked (EvaP: twenty per cent). */
    int ONE_IN = 5;

    int invited();

    int answers();

    /** Its figures are not shown to this reader: too few people trained. */
    boolean isOfFew();

    default boolean isShown() {
        return isMeant(answers(), invited());
    }

    /** « 14 réponses sur 60 personnes invitées » */
    default String base() {
        return base(answers(), invited());
    }

    /**
     * Why there is no figure although people answered; null where there is one, or no answer.
     *
     * @param otherwise said where enough answered and were trained by enough
     */
    private static String whyNone(Heard of, Double figure, String name, String none, String otherwise) {
        if (figure != null || of.answers() == 0) {
            return null;
        }
        if (of.isOfFew()) {
            return "Trop peu de personnes ont donné ces formations pour montrer " + name + ".";
        }
        return of.isShown() ? otherwise : none + " : moins d'une personne invitée sur cinq a répondu.";
    }

    /** @param why null: too few answers to say more */
    private static String missing(Heard of, String why, String name) {
        return why == null
                ? "trop peu de réponses pour " + name + " (" + of.base() + ")"
                : why + " " + French.capital(of.base()) + ".";
    }

    static boolean isMeant(int answers, int invited) {
        return answers >= Lots.FEWEST && answers * ONE_IN >= invited;
    }

    private static String base(int answers, int invited) {
        return answers == 0
                ? "moins de " + Lots.FEWEST + " réponses à lire, sur "
                        + French.count(invited, "personne invitée", "personnes invitées")
                : French.count(answers, "réponse") + " sur "
                        + French.count(invited, "personne invitée", "personnes invitées");
    }

    /**
     * One question, over the versions that ask it under one code.
     *
     * @param label as the latest of them says it
     * @param invited how many were asked it
     * @param answers in lots in which everybody was
     * @param mean of marks from 1 to 4, of a frequency the share (0 to 1) of those who say each week or more; null
     *     where it is not shown
     * @param isOfAll of the same answers as those of the whole
     */
    record Mean(String code, QuestionKind kind, String label, int invited, int answers, Double mean, boolean isOfAll) {

        /**
         * « 14 réponses sur 60 personnes invitées »; of a use, where somebody has no ENT yet, « sur 9 réponses d'écoles
         * ouvertes »: no share over everybody is told beside it.
         */
        public String base() {
            if (kind != QuestionKind.FREQUENCY || isOfAll) {
                return Heard.base(answers, invited);
            }
            return answers == 0
                    ? "pas de pourcentage : moins de " + Lots.FEWEST + " réponses d'écoles ouvertes à lire"
                    : "sur " + French.count(answers, "réponse") + " d'écoles ouvertes";
        }

        Mean ofFew() {
            return new Mean(code, kind, label, invited, answers, null, isOfAll);
        }
    }

    /** Ease with one skill, of those who accepted to say it: means from 1 to 4, null where they are not shown. */
    record Learned(String code, String label, int invited, int answers, Double before, Double after) {

        public boolean isShown() {
            return before != null && after != null;
        }

        Learned ofFew() {
            return new Learned(code, label, invited, answers, null, null);
        }

        public String base() {
            return Heard.base(answers, invited);
        }
    }

    /**
     * What was said at the end.
     *
     * @param invited how many were asked
     * @param answers in lots that may be read; more may have come
     * @param marks in the order of the latest version
     * @param isOfFew its means are not shown to this reader: too few people trained
     */
    record Hot(int invited, int answers, List<Mean> marks, List<Learned> learned, boolean isOfFew) implements Heard {

        public static final Hot NONE = new Hot(0, 0, List.of(), List.of(), false);

        /** Without a mean, because it would tell one trainer's. */
        Hot ofFew() {
            return new Hot(
                    invited,
                    answers,
                    marks.stream().map(Mean::ofFew).toList(),
                    learned.stream().map(Learned::ofFew).toList(),
                    true);
        }

        /**
         * Mean of the questions that everybody in the choice was asked: those of one version only would compare people
         * who were asked different things. Null where it is not shown.
         */
        public Double satisfaction() {
            OptionalDouble mean = marks.stream()
                    .filter(each -> each.isOfAll() && each.mean() != null)
                    .mapToDouble(Mean::mean)
                    .average();
            return isShown() && mean.isPresent() ? mean.getAsDouble() : null;
        }

        /** Why there is no mean although people answered; null where there is one, or no answer. */
        public String whyNoMean() {
            return whyNone(
                    this,
                    satisfaction(),
                    "une moyenne",
                    "Pas de moyenne",
                    "Les questionnaires de ces formations n'ont pas de question en commun : pas de moyenne d'ensemble.");
        }

        /** « 3,2 sur 4 (14 réponses…) », or why there is no mean. */
        String told() {
            Double mean = satisfaction();
            return mean == null
                    ? missing(this, whyNoMean(), "une moyenne")
                    : French.tenth(mean) + " sur 4 (" + base() + ")";
        }

        /** Empty where the question is not asked. */
        public Optional<Mean> mark(String code) {
            return marks.stream().filter(each -> each.code().equals(code)).findFirst();
        }

        public Optional<Learned> skill(String code) {
            return learned.stream().filter(each -> each.code().equals(code)).findFirst();
        }
    }

    /** What was said some weeks later. @param isOfFew as of {@link Hot} */
    record Cold(int invited, int answers, List<Mean> marks, boolean isOfFew) implements Heard {

        public static final Cold NONE = new Cold(0, 0, List.of(), false);

        Cold ofFew() {
            return new Cold(invited, answers, marks.stream().map(Mean::ofFew).toList(), true);
        }

        /** Share (0 to 1) of the answers that speak of a use at least weekly; null where it is not shown. */
        public Double weekly() {
            return marks.stream()
                    .filter(each -> each.code().equals(QuestionnaireRules.USE))
                    .findFirst()
                    .map(Mean::mean)
                    .orElse(null);
        }

        /** What that share is of; of all answers where there is none. */
        public String useBase() {
            return weekly() == null
                    ? base()
                    : marks.stream()
                            .filter(each -> each.code().equals(QuestionnaireRules.USE))
                            .findFirst()
                            .map(Mean::base)
                            .orElseGet(this::base);
        }

        /** Why there is no share of weekly use although people answered; null where there is one, or no answer. */
        public String whyNoShare() {
            return whyNone(
                    this,
                    weekly(),
                    "un pourcentage",
                    "Pas de pourcentage",
                    "Pas de pourcentage : trop peu de réponses d'écoles où l'ENT est ouvert.");
        }

        /** « 60 % (14 réponses…) », or why there is no share. */
        String told() {
            return weekly() == null
                    ? missing(this, whyNoShare(), "un pourcentage")
                    : Math.round(weekly() * 100) + " % (" + useBase() + ")";
        }
    }
}
