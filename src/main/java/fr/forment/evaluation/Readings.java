package fr.forment.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What was read of some that were followed: of all together, of each by itself, or of any choice of them. */
public final class Readings {

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

    public Heard.Hot hot() {
        return hot(all);
    }

    public Heard.Hot hot(Followed one) {
        return hot(Set.of(one));
    }

    public Heard.Hot hot(Set<Followed> some) {
        return new Heard.Hot(
                invited.of(QuestionnaireKind.HOT, some),
                marks.get(QuestionnaireKind.HOT).answers(some),
                means(QuestionnaireKind.HOT, some),
                learned(some),
                !mayRead(marks.get(QuestionnaireKind.HOT).followed(some, Set.of())));
    }

    public Heard.Cold cold() {
        return cold(all);
    }

    public Heard.Cold cold(Followed one) {
        return cold(Set.of(one));
    }

    public Heard.Cold cold(Set<Followed> some) {
        return new Heard.Cold(
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

    private List<Heard.Mean> means(QuestionnaireKind kind, Set<Followed> some) {
        List<AskedQuestion> asked = questions.get(kind);
        Published said = marks.get(kind);
        List<Heard.Mean> means = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            AskedQuestion question = asked.get(i);
            int people = question.kind().hasSlot() ? askedIt(kind, question, some) : 0;
            if (people > 0) {
                int base = said.base(i, some);
                OptionalDouble mean = Heard.isMeant(base, people) && mayRead(said.followed(i, some))
                        ? said.mean(i, some)
                        : OptionalDouble.empty();
                means.add(new Heard.Mean(
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

    private List<Heard.Learned> learned(Set<Followed> some) {
        List<Heard.Learned> learned = new ArrayList<>();
        for (AskedQuestion question : questions.get(QuestionnaireKind.HOT)) {
            int people = question.kind() == QuestionKind.PAIR ? askedIt(QuestionnaireKind.HOT, question, some) : 0;
            if (people > 0) {
                Published said = skills.getOrDefault(question.code(), Published.nothing());
                int base = said.answers(some);
                boolean isShown = Heard.isMeant(base, people) && mayRead(said.followed(some, Set.of()));
                learned.add(new Heard.Learned(
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
}
