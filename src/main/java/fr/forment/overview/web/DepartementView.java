package fr.forment.overview.web;

import fr.forment.overview.board.CoverageMap;
import fr.forment.overview.board.RecentFigures;
import fr.forment.overview.board.TrainedPeople;
import fr.forment.territory.Circonscription;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What somebody of a département asks first besides the sessions to give: materials to review, zones that drift. */
@Component
@RequiredArgsConstructor
class DepartementView {

    private static final int MOST = 5;

    private final JdbcClient jdbc;
    private final TrainedPeople trained;
    private final RecentFigures recent;

    /** @param percent of people trained, of those the plans in force count */
    record Drifting(String uai, String name, int percent) {}

    /**
     * @param toReview materials of these circonscriptions that are no longer up to date
     * @param drifting the least advanced first
     * @param more how many are not shown
     */
    record Departement(int toReview, List<Drifting> drifting, int more) {

        public boolean isQuiet() {
            return toReview == 0 && drifting.isEmpty();
        }
    }

    Departement of(List<Circonscription> places) {
        List<String> uais = BoardPlaces.uais(places);
        Map<String, String> names = BoardPlaces.names(places);
        List<CoverageMap.Line> drifting = places.size() < 2
                ? List.of()
                : recent
                        .of("drift", uais, () -> CoverageMap.of(trained.of(uais))
                                .lines())
                        .stream()
                        .filter(CoverageMap.Line::drifts)
                        .toList();
        return new Departement(
                uais.isEmpty() ? 0 : toReview(uais),
                drifting.stream()
                        .limit(MOST)
                        .map(line -> new Drifting(
                                line.place(),
                                names.get(line.place()),
                                line.whole().percent()))
                        .toList(),
                Math.max(0, drifting.size() - MOST));
    }

    private int toReview(List<String> uais) {
        return jdbc.sql("""
                SELECT COUNT(*) FROM training_material WHERE state = 'PERIME' AND (circonscription_uai IN (:places)
                OR departement_code IN (SELECT c.departement_code FROM circonscription c WHERE c.uai IN (:places)))""").param("places", uais).query(Integer.class).single();
    }
}
