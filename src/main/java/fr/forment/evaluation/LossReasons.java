package fr.forment.evaluation;

import fr.forment.french.Names;
import fr.forment.session.SessionState;
import fr.forment.session.TrainingSession;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Why sessions were called off, as whoever did it typed, or as the house says it. A bilan names nobody: a text with a
 * title, or the family name of somebody of the circonscription, stays on the session's page.
 */
@Component
@RequiredArgsConstructor
class LossReasons {

    static final String ELSEWHERE = "autre motif, sur la page de la session";

    private static final Pattern TITLED =
            Pattern.compile("\\b(M\\.|MM\\.|Mme|Mmes|Mlle|Mr|monsieur|madame)(?=\\s|$)", Pattern.CASE_INSENSITIVE);

    private record Said(String subject, String why) {}

    private final JdbcClient jdbc;

    /** How many for each reason, the reasons in order. */
    Map<String, Long> of(String circonscriptionUai, List<TrainingSession> lost) {
        if (lost.isEmpty()) {
            return Map.of();
        }
        Map<String, String> last = jdbc
                .sql("""
                SELECT subject, why FROM journal WHERE kind = :kind AND subject IN (:lost) AND after IN (:states) ORDER BY id""")
                .param("kind", TrainingSession.JOURNAL)
                .param(
                        "lost",
                        lost.stream()
                                .map(session -> String.valueOf(session.id()))
                                .toList())
                .param("states", List.of(SessionState.ANNULEE.label(), SessionState.NON_REALISEE.label()))
                .query(Said.class)
                .list()
                .stream()
                .collect(Collectors.toMap(
                        Said::subject, said -> said.why() == null ? "" : said.why(), (one, later) -> later));
        List<String> names = names(circonscriptionUai);
        return lost.stream()
                .map(session -> shown(last.getOrDefault(String.valueOf(session.id()), ""), names))
                .collect(Collectors.groupingBy(why -> why, TreeMap::new, Collectors.counting()));
    }

    private List<String> names(String circonscriptionUai) {
        return jdbc
                .sql("SELECT DISTINCT last_name FROM agent WHERE circonscription_uai = ?")
                .param(circonscriptionUai)
                .query(String.class)
                .list()
                .stream()
                .map(Names::fold)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static String shown(String why, List<String> names) {
        String folded = " " + Names.fold(why) + " ";
        boolean silent = why.isBlank()
                || TITLED.matcher(why).find()
                || names.stream().anyMatch(name -> folded.contains(" " + name + " "));
        return silent ? ELSEWHERE : why.strip().replaceAll("\\s+", " ").replaceAll("\\.$", "");
    }
}
