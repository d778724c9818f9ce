package fr.forment.evaluation;

import java.sql.Date;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads questionnaires in their versions. */
@Component
@RequiredArgsConstructor
public class QuestionnaireVersions {

    private record Line(
            long id,
            String circonscriptionUai,
            String version,
            int edition,
            Date inForceOn,
            int revision,
            String code,
            String kind,
            Integer place,
            String label,
            String lowest,
            String highest,
            Integer slot) {

        QuestionnaireVersion version(List<AskedQuestion> questions) {
            return new QuestionnaireVersion(
                    id,
                    circonscriptionUai,
                    QuestionnaireKind.valueOf(version),
                    edition,
                    inForceOn == null ? null : inForceOn.toLocalDate(),
                    revision,
                    questions);
        }

        AskedQuestion question() {
            return new AskedQuestion(code, QuestionKind.valueOf(kind), place, label, lowest, highest, slot);
        }
    }

    private final JdbcClient jdbc;

    /** Those of a circonscription and the house's, drafts too, latest first. */
    public List<QuestionnaireVersion> all(String circonscriptionUai) {
        return read(
                " WHERE v.circonscription_uai IS NULL OR v.circonscription_uai = CAST(:place AS VARCHAR(8))",
                Map.of("place", circonscriptionUai == null ? "" : circonscriptionUai));
    }

    public Optional<QuestionnaireVersion> find(long id) {
        return of(Set.of(id)).values().stream().findFirst();
    }

    /** By id; one statement, however many there are. */
    public Map<Long, QuestionnaireVersion> of(Collection<Long> ids) {
        return ids.isEmpty()
                ? Map.of()
                : read(" WHERE v.id IN (:ids)", Map.of("ids", ids)).stream()
                        .collect(Collectors.toMap(QuestionnaireVersion::id, each -> each, (a, b) -> a, TreeMap::new));
    }

    /** What somebody is asked there today: the circonscription's latest, or the house's. */
    public QuestionnaireVersion inForce(QuestionnaireKind kind, String circonscriptionUai) {
        return inForce(kind, all(circonscriptionUai));
    }

    /** The same, of what {@link #all} read. */
    public static QuestionnaireVersion inForce(QuestionnaireKind kind, List<QuestionnaireVersion> all) {
        return all.stream()
                .filter(each -> each.kind() == kind && !each.isDraft())
                .findFirst()
                .orElseThrow();
    }

    /** What is being written, of what {@link #all} read. */
    public static Optional<QuestionnaireVersion> draft(QuestionnaireKind kind, List<QuestionnaireVersion> all) {
        return all.stream()
                .filter(each -> each.kind() == kind && each.isDraft())
                .findFirst();
    }

    private List<QuestionnaireVersion> read(String which, Map<String, ?> params) {
        Map<Long, List<Line>> lines = jdbc
                .sql(
                        "SELECT v.id, v.circonscription_uai, v.kind AS version, v.edition, v.in_force_on, v.revision,"
                                + " q.code, q.kind, q.place, q.label, q.lowest, q.highest, q.slot"
                                + " FROM evaluation_version v LEFT JOIN evaluation_question q ON q.version_id = v.id"
                                + which
                                + " ORDER BY CASE WHEN v.circonscription_uai IS NULL THEN 1 ELSE 0 END, v.edition DESC, v.id, q.place, q.code")
                .params(params)
                .query(Line.class)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Line::id, LinkedHashMap::new, Collectors.toList()));
        return lines.values().stream()
                .map(its -> its.get(0)
                        .version(its.stream()
                                .filter(line -> line.code() != null)
                                .map(Line::question)
                                .toList()))
                .toList();
    }
}
