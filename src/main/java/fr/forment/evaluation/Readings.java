package fr.forment.evaluation;

import fr.forment.french.French;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What was read of some that were followed: of all together, of each by itself, or of any choice of them. */
public final class Readings {

    /** A mean is shown where answers times this reach the number of those who were asked (EvaP: twenty per cent). */
    static final int ONE_IN = 5;

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
    public record Mean(
            String code, QuestionKind kind, String label, int invited, int answers, Double mean, boolean isOfAll) {

        /**
         * « 14 réponses sur 60 personnes invitées »; of a use, where somebody has no ENT yet, « sur 9 réponses d'écoles
         * ouvertes »: no share over everybody is told beside it.
         */
        public String base() {
            if (kind != QuestionKind.FREQUENCY || isOfAll) {
                return Readings.base(answers, invited);
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
    public record Learned(String code, String label, int invited, int answers, Double before, Double after) {

        public boolean isShown() {
            return before != null && after != null;
        }

        Learned ofFew() {
            return new Learned(code, label, invited, answers, null, null);
        }

        public String base() {
            return Readings.base(answers, invited);
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
    public record Hot(int invited, int answers, List<Mean> marks, List<Learned> learned, boolean isOfFew) {

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

        public boolean isShown() {
            return isMeant(answers, invited);
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
            if (satisfaction() != null || answers == 0) {
                return null;
            }
            return isOfFew
                    ? "Trop peu de personnes ont donné ces formations pour montrer une moyenne."
                    : isShown()
                            ? "Les questionnaires de ces formations n'ont pas de question en commun : pas de moyenne d'ensemble."
                            : "Pas de moyenne : moins d'une personne invitée sur cinq a répondu.";
        }

        /** « 3,2 sur 4 (14 réponses…) », or why there is no mean. */
        String told() {
            Double mean = satisfaction();
            return mean == null
                    ? missing(whyNoMean(), "trop peu de réponses pour une moyenne", base())
                    : French.tenth(mean) + " sur 4 (" + base() + ")";
        }

        /** Empty where the question is not asked. */
        public Optional<Mean> mark(String code) {
            return marks.stream().filter(each -> each.code().equals(code)).findFirst();
        }

        public Optional<Learned> skill(String code) {
            return learned.stream().filter(each -> each.code().equals(code)).findFirst();
        }

        /** « 14 réponses sur 60 personnes invitées » */
        public String base() {
            return Readings.base(answers, invited);
        }
    }

    /** What was said some weeks later. @param isOfFew as of {@link Hot} */
    public record Cold(int invited, int answers, List<Mean> marks, boolean isOfFew) {

        public static final Cold NONE = new Cold(0, 0, List.of(), false);

        Cold ofFew() {
            return new Cold(invited, answers, marks.stream().map(Mean::ofFew).toList(), true);
        }

        public boolean isShown() {
            return isMeant(answers, invited);
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
            if (weekly() != null || answers == 0) {
                return null;
            }
            return isOfFew
                    ? "Trop peu de personnes ont donné ces formations pour montrer un pourcentage."
                    : isShown()
                            ? "Pas de pourcentage : trop peu de réponses d'écoles où l'ENT est ouvert."
                            : "Pas de pourcentage : moins d'une personne invitée sur cinq a répondu.";
        }

        /** « 60 % (14 réponses…) », or why there is no share. */
        String told() {
            return weekly() == null
                    ? missing(whyNoShare(), "trop peu de réponses pour un pourcentage", base())
                    : Math.round(weekly() * 100) + " % (" + useBase() + ")";
        }

        public String base() {
            return Readings.base(answers, invited);
        }
    }

    /** Answers of one lot about one thing under one version; arrays by slot, from 1. */
    record Row(
            UUID lot,
            QuestionnaireKind kind,
            long version,
            Followed followed,
            int answers,
            int[] given,
            double[] sums,
            double[] weekly) {}

    /** The same of one skill: before, then after. */
    record Skill(String code, Published.Cell cell) {}

    private final Set<Followed> all;
    private final Map<Long, QuestionnaireVersion> versions;
    private final Invited invited;
    /** By code, in the order of the latest version; what is in no version any more comes last. */
    private final Map<QuestionnaireKind, List<AskedQuestion>> questions = new EnumMap<>(QuestionnaireKind.class);

    private final Map<QuestionnaireKind, Published> marks = new EnumMap<>(QuestionnaireKind.class);
    private final Map<String, Published> skills;
    private final Audience audience;
    private final Map<Followed, Set<Long>> givers;

    /** @param givers of each session; nothing is asked of it where the reader reads all */
    Readings(
            Set<Followed> all,
            List<QuestionnaireVersion> versions,
            Invited invited,
            List<Row> rows,
            List<Skill> progress,
            Audience audience,
            Map<Followed, Set<Long>> givers) {
        this.all = all;
        this.audience = audience;
        this.givers = givers;
        this.versions = versions.stream().collect(Collectors.toMap(QuestionnaireVersion::id, each -> each));
        this.invited = invited;
        for (QuestionnaireKind kind : QuestionnaireKind.values()) {
            questions.put(kind, questions(kind, versions));
            marks.put(kind, published(kind, rows));
        }
        skills = progress.stream()
                .collect(Collectors.groupingBy(
                        Skill::code,
                        Collectors.collectingAndThen(
                                Collectors.mapping(Skill::cell, Collectors.toList()), Published::new)));
    }

    private static List<AskedQuestion> questions(QuestionnaireKind kind, List<QuestionnaireVersion> versions) {
        Map<String, AskedQuestion> latest = new LinkedHashMap<>();
        versions.stream()
                .filter(version -> version.kind() == kind)
                .sorted(Comparator.comparing(QuestionnaireVersion::id).reversed())
                .flatMap(version -> version.questions().stream())
                .forEach(each -> latest.putIfAbsent(each.code(), each));
        return List.copyOf(latest.values());
    }

    private Published published(QuestionnaireKind kind, List<Row> rows) {
        List<AskedQuestion> asked = questions.get(kind);
        List<Published.Cell> cells = new ArrayList<>();
        for (Row row : rows) {
            if (row.kind() != kind) {
                continue;
            }
            int[] given = new int[asked.size()];
            int[] counted = new int[asked.size()];
            double[] sums = new double[asked.size()];
            for (int i = 0; i < given.length; i++) {
                AskedQuestion its = versions.get(row.version())
                        .question(asked.get(i).code())
                        .orElse(null);
                if (its != null && its.slot() != null) {
                    counted[i] = row.given()[its.slot()];
                    given[i] = its.kind() == QuestionKind.FREQUENCY ? row.answers() : counted[i];
                    sums[i] = its.kind() == QuestionKind.FREQUENCY ? row.weekly()[its.slot()] : row.sums()[its.slot()];
                }
            }
            cells.add(new Published.Cell(row.lot(), row.followed(), row.answers(), given, counted, sums));
        }
        return new Published(cells);
    }

    public Hot hot() {
        return hot(all);
    }

    public Hot hot(Followed one) {
        return hot(Set.of(one));
    }

    public Hot hot(Set<Followed> some) {
        return new Hot(
                invited.of(QuestionnaireKind.HOT, some),
                marks.get(QuestionnaireKind.HOT).answers(some),
                means(QuestionnaireKind.HOT, some),
                learned(some),
                !mayRead(marks.get(QuestionnaireKind.HOT).followed(some, Set.of())));
    }

    public Cold cold() {
        return cold(all);
    }

    public Cold cold(Followed one) {
        return cold(Set.of(one));
    }

    public Cold cold(Set<Followed> some) {
        return new Cold(
                invited.of(QuestionnaireKind.COLD, some),
                marks.get(QuestionnaireKind.COLD).answers(some),
                means(QuestionnaireKind.COLD, some),
                !mayRead(marks.get(QuestionnaireKind.COLD).followed(some, Set.of())));
    }

    /** Whether the reader may tell what was said of these from what was said of those. */
    boolean mayTell(Set<Followed> these, Set<Followed> those) {
        return marks.values().stream().allMatch(said -> mayRead(said.followed(these, those)));
    }

    Invited invited() {
        return invited;
    }

    /** Everything that was followed. */
    Set<Followed> all() {
        return all;
    }

    private boolean mayRead(Set<Followed> some) {
        return audience.mayRead(some.stream()
                .filter(each -> each.sessionId() != null)
                .map(each -> givers.getOrDefault(each, Set.of()))
                .toList());
    }

    /** What was asked, by name: means are taken over what several versions ask alike. */
    public List<String> versions(Set<Followed> some) {
        return invited.versions(some).stream()
                .map(versions::get)
                .sorted(Comparator.comparing(QuestionnaireVersion::kind).thenComparing(QuestionnaireVersion::id))
                .map(version -> version.kind().label() + " : " + version.name())
                .toList();
    }

    public List<String> versions() {
        return versions(all);
    }

    private List<Mean> means(QuestionnaireKind kind, Set<Followed> some) {
        List<AskedQuestion> asked = questions.get(kind);
        Published said = marks.get(kind);
        List<Mean> means = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            AskedQuestion question = asked.get(i);
            int people = question.kind().hasSlot() ? askedIt(kind, question, some) : 0;
            if (people > 0) {
                int base = said.base(i, some);
                OptionalDouble mean = isMeant(base, people) && mayRead(said.followed(i, some))
                        ? said.mean(i, some)
                        : OptionalDouble.empty();
                means.add(new Mean(
                        question.code(),
                        question.kind(),
                        question.label(),
                        people,
                        base,
                        mean.isPresent() ? mean.getAsDouble() : null,
                        said.isOfAll(i, some)));
            }
        }
        return means;
    }

    private List<Learned> learned(Set<Followed> some) {
        List<Learned> learned = new ArrayList<>();
        for (AskedQuestion question : questions.get(QuestionnaireKind.HOT)) {
            int people = question.kind() == QuestionKind.PAIR ? askedIt(QuestionnaireKind.HOT, question, some) : 0;
            if (people > 0) {
                Published said = skills.getOrDefault(question.code(), Published.nothing());
                int base = said.answers(some);
                boolean isShown = isMeant(base, people) && mayRead(said.followed(some, Set.of()));
                learned.add(new Learned(
                        question.code(),
                        question.label(),
                        people,
                        base,
                        isShown ? said.mean(0, some).getAsDouble() : null,
                        isShown ? said.mean(1, some).getAsDouble() : null));
            }
        }
        return learned;
    }

    private int askedIt(QuestionnaireKind kind, AskedQuestion question, Set<Followed> some) {
        return invited.of(
                kind,
                some,
                versions.values().stream()
                        .filter(version -> version.question(question.code()).isPresent())
                        .map(QuestionnaireVersion::id)
                        .collect(Collectors.toSet()));
    }

    private static boolean isMeant(int answers, int invited) {
        return answers >= Lots.FEWEST && answers * ONE_IN >= invited;
    }

    /** @param why null: too few answers to say more */
    private static String missing(String why, String otherwise, String base) {
        return why == null ? otherwise + " (" + base + ")" : why + " " + French.capital(base) + ".";
    }

    private static String base(int answers, int invited) {
        return answers == 0
                ? "moins de " + Lots.FEWEST + " réponses à lire, sur "
                        + French.count(invited, "personne invitée", "personnes invitées")
                : French.count(answers, "réponse") + " sur "
                        + French.count(invited, "personne invitée", "personnes invitées");
    }
}
