package fr.forment.family;

import fr.forment.evaluation.AskedQuestion;
import fr.forment.evaluation.QuestionKind;
import fr.forment.evaluation.QuestionnaireVersion;
import fr.forment.evaluation.QuestionnaireVersions;
import fr.forment.family.ParentsService.Choice;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What families say, as far as it may be read: whole lots of five families or more. A question that some of a lot were
 * not asked says nothing of that lot, or a figure would be of fewer.
 */
@Component
@RequiredArgsConstructor
public class ParentsResults {

    private final QuestionnaireVersions versions;
    private final JdbcClient jdbc;

    /** @param answers how many families answered, as far as it may be read */
    public record ParentsResult(int answers, List<Said> said) {

        /** Zero of a question that nobody was asked. */
        int yes(String code) {
            return said.stream()
                    .filter(each -> each.code().equals(code))
                    .mapToInt(Said::yes)
                    .sum();
        }
    }

    /** One question, over the versions that ask it under one code; in the words of the latest of them. */
    public record Said(String code, String label, int answers, int yes, int partly, int no) {}

    private record Row(UUID lot, long version, List<String> chosen) {

        String of(String code, Map<Long, QuestionnaireVersion> asked) {
            return asked.get(version)
                    .question(code)
                    .map(its -> chosen.get(its.slot() - 1))
                    .orElse(null);
        }
    }

    public ParentsResult of(String schoolUai) {
        List<Row> rows = jdbc.sql("SELECT lot, version_id, c1, c2, c3, c4, c5 FROM parents_answer"
                        + " WHERE school_uai = ? AND lot IS NOT NULL")
                .param(schoolUai)
                .query((row, n) -> {
                    List<String> chosen = new ArrayList<>();
                    for (int slot = 1; slot <= ParentsService.CHOICES; slot++) {
                        chosen.add(row.getString("c" + slot));
                    }
                    return new Row(row.getObject("lot", UUID.class), row.getLong("version_id"), chosen);
                })
                .list();
        Map<Long, QuestionnaireVersion> asked =
                versions.of(rows.stream().map(Row::version).collect(Collectors.toSet()));
        Map<UUID, List<Row>> lots = rows.stream().collect(Collectors.groupingBy(Row::lot));
        return new ParentsResult(
                rows.size(),
                questions(asked.values()).stream()
                        .map(question -> said(question, lots.values(), asked))
                        .toList());
    }

    private static List<AskedQuestion> questions(Collection<QuestionnaireVersion> asked) {
        Map<String, AskedQuestion> latest = new LinkedHashMap<>();
        asked.stream()
                .sorted((a, b) -> Long.compare(b.id(), a.id()))
                .flatMap(version -> version.questions().stream())
                .filter(each -> each.kind() == QuestionKind.CHOICE)
                .forEach(each -> latest.putIfAbsent(each.code(), each));
        return List.copyOf(latest.values());
    }

    private static Said said(
            AskedQuestion question, Collection<List<Row>> lots, Map<Long, QuestionnaireVersion> asked) {
        Map<String, Long> chosen = lots.stream()
                .filter(lot -> lot.stream().allMatch(row -> row.of(question.code(), asked) != null))
                .flatMap(List::stream)
                .collect(Collectors.groupingBy(row -> row.of(question.code(), asked), Collectors.counting()));
        int yes = chosen.getOrDefault(Choice.OUI.name(), 0L).intValue();
        int partly = chosen.getOrDefault(Choice.DIFFICILEMENT.name(), 0L).intValue();
        int no = chosen.getOrDefault(Choice.NON.name(), 0L).intValue();
        return new Said(question.code(), question.label(), yes + partly + no, yes, partly, no);
    }

    /** How many answers may be read, by school; schools without any are left out. */
    public Map<String, Integer> answers(Collection<String> uais) {
        record Count(String uai, int answers) {}
        return uais.isEmpty()
                ? Map.of()
                : jdbc
                        .sql("SELECT school_uai AS uai, COUNT(*) AS answers FROM parents_answer"
                                + " WHERE school_uai IN (:uais) AND lot IS NOT NULL GROUP BY school_uai")
                        .param("uais", List.copyOf(uais))
                        .query(Count.class)
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Count::uai, Count::answers));
    }
}
