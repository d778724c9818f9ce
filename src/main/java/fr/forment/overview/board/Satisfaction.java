package fr.forment.overview.board;

import fr.forment.account.Role;
import fr.forment.account.SignedIn;
import fr.forment.catalogue.Catalogue;
import fr.forment.evaluation.Audience;
import fr.forment.evaluation.Followed;
import fr.forment.evaluation.Heard;
import fr.forment.evaluation.Readings;
import fr.forment.evaluation.Results;
import fr.forment.french.French;
import fr.forment.territory.Circonscription;
import fr.forment.territory.SchoolCalendar;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What people say of this year's sessions: one mean, which the evaluation room gives or withholds, with its base. The
 * list ends at the sessions, with how many were asked and answered: answers bear no person, and a mean beside that of
 * its parts would tell what a few of them said.
 */
@Component
@RequiredArgsConstructor
class Satisfaction implements BoardFigures.Source {

    private static final int ASKED = 3;
    private static final int ANSWERS = 4;
    private static final int FIRST_OF_SEPTEMBER = 9;

    private static final String ROWS = """
            SELECT t.id, t.circonscription_uai AS place, t.module_code AS module, CAST(t.starts_at AS DATE) AS held FROM training_session t
             WHERE t.circonscription_uai IN (:places) AND t.state IN ('CLOTUREE', 'ARCHIVEE') AND t.for_parents = FALSE AND t.starts_at >= :from
             ORDER BY t.starts_at, t.id""";

    private final JdbcClient jdbc;
    private final SchoolCalendar calendar;
    private final Catalogue catalogue;
    private final Results results;
    private final Clock clock;
    private final SignedIn me;

    private record Read(long id, String place, String module, LocalDate held) {}

    @Override
    public String path() {
        return "satisfaction";
    }

    @Override
    public String label() {
        return "Réponses et satisfaction";
    }

    @Override
    public String meaning() {
        return "Questionnaires de fin de session de cette année scolaire : personnes interrogées, réponses";
    }

    @Override
    public List<String> columns() {
        return List.of("Circonscription", "Module", "Jour", "Interrogées", "Réponses");
    }

    @Override
    public BoardFigures of(List<Circonscription> places) {
        LocalDate begin = LocalDate.of(
                Integer.parseInt(calendar.schoolYear(LocalDate.now(clock)).substring(0, 4)), FIRST_OF_SEPTEMBER, 1);
        List<Read> held = jdbc.sql(ROWS)
                .param("places", BoardAxis.uais(places))
                .param("from", begin.atStartOfDay())
                .query(Read.class)
                .list();
        boolean leadsAll = places.stream().allMatch(place -> me.has(Role.IEN, place.uai()));
        Readings read = results.whole(
                new Results.Of(held.stream().map(Read::id).toList(), List.of()),
                leadsAll ? Audience.inspector() : Audience.of(me.agentId()));
        Map<String, String> names = BoardAxis.names(places);
        Map<String, String> titles = held.isEmpty() ? Map.of() : catalogue.titles();
        List<BoardFigures.Row> rows = held.stream()
                .map(each -> {
                    Heard.Hot hot = read.hot(Followed.session(each.id()));
                    return new BoardFigures.Row(
                            List.of(
                                    names.get(each.place()),
                                    titles.getOrDefault(each.module(), Catalogue.UNKNOWN),
                                    each.held(),
                                    hot.invited(),
                                    hot.answers()),
                            "/sessions/" + each.id());
                })
                .toList();
        return BoardFigures.of(
                rows,
                columns(),
                List.of(ASKED, ANSWERS),
                null,
                read.hot().satisfaction() == null
                        ? read.hot().isOfFew()
                                ? "Trop peu de personnes ont donné ces sessions : leur moyenne dirait ce qu'on pense de l'une d'elles. L'IEN de la circonscription la lit."
                                : "Trop peu de réponses pour montrer une moyenne."
                        : "Satisfaction moyenne : " + French.number(read.hot().satisfaction()) + " sur 4, d'après "
                                + French.count(read.hot().answers(), "réponse") + " pour "
                                + French.count(read.hot().invited(), "personne interrogée", "personnes interrogées")
                                + ".");
    }
}
