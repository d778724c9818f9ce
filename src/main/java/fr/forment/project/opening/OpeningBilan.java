package fr.forment.project.opening;

import fr.forment.french.French;
import fr.forment.project.Bilan;
import fr.forment.project.Bilan.Line;
import fr.forment.project.Bilan.Topic;
import fr.forment.project.OpeningDates;
import fr.forment.project.PlaceState;
import fr.forment.project.Project;
import fr.forment.project.UseReport;
import fr.forment.project.UseService;
import fr.forment.project.Vague;
import fr.forment.project.VagueSchool;
import fr.forment.territory.School;
import fr.forment.territory.Schools;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** What became of waivers, and what directions say of the use. */
@Component
@RequiredArgsConstructor
class OpeningBilan implements Bilan.Source {

    private final UseService uses;
    private final Schools schools;
    private final OpeningDates dates;
    private final Clock clock;

    @Override
    public Stream<Line> lines(Project project, Vague vague, List<VagueSchool> places) {
        return Stream.concat(waivers(places), Stream.of(30, 90).flatMap(days -> uses(project, places, days)));
    }

    private Stream<Line> waivers(List<VagueSchool> places) {
        List<VagueSchool> waived = places.stream().filter(VagueSchool::isWaived).toList();
        if (waived.isEmpty()) {
            return Stream.of(new Line(Topic.DEROGATIONS, "Aucune dérogation."));
        }
        Map<String, School> known =
                schools.findAll(waived.stream().map(VagueSchool::schoolUai).toList());
        return waived.stream()
                .map(place -> new Line(
                        Topic.DEROGATIONS, known.get(place.schoolUai()).displayName() + " : " + caughtUp(place)));
    }

    private String caughtUp(VagueSchool place) {
        if (place.caughtUpOn() != null) {
            return "rattrapage terminé le " + French.date(place.caughtUpOn());
        }
        boolean late = place.catchUpOn().isBefore(LocalDate.now(clock));
        return late
                ? "rattrapage attendu depuis le " + French.date(place.catchUpOn())
                : "rattrapage au plus tard le " + French.date(place.catchUpOn());
    }

    private Stream<Line> uses(Project project, List<VagueSchool> places, int days) {
        List<Long> vagues = places.stream().map(VagueSchool::vagueId).distinct().toList();
        if (vagues.isEmpty()) {
            return Stream.empty();
        }
        Map<Long, List<UseReport>> all = uses.ofVagues(vagues);
        List<UseReport> told = all.values().stream()
                .flatMap(List::stream)
                .filter(report -> report.daysAfter() == days)
                .toList();
        List<UseReport> answered = told.stream().filter(UseReport::isAnswered).toList();
        LocalDate today = LocalDate.now(clock);
        List<VagueSchool> open = places.stream()
                .filter(place -> place.state() == PlaceState.EN_SERVICE)
                .toList();
        // one that opened later has not been asked yet: it owes no answer
        long asked = open.stream()
                .filter(place ->
                        all.getOrDefault(place.id(), List.of()).stream().anyMatch(report -> report.daysAfter() == days)
                                || !dates.after(project, place.openedOn(), days).isAfter(today))
                .count();
        String head = "À " + days + " jours : ";
        if (answered.isEmpty()) {
            return open.isEmpty()
                    ? Stream.empty()
                    : Stream.of(new Line(
                            Topic.USAGES,
                            head
                                    + (!told.isEmpty()
                                            ? "aucune direction n'a répondu."
                                            : asked == 0 ? "pas encore demandé." : "pas encore de réponse.")));
        }
        int classes = answered.stream().mapToInt(UseReport::activeClasses).sum();
        double families =
                answered.stream().mapToInt(UseReport::parentAccounts).average().orElseThrow();
        long silent = told.size() - answered.size();
        long unused =
                answered.stream().filter(report -> report.activeClasses() == 0).count();
        long troubled = answered.stream()
                .filter(report -> report.difficulties() != null)
                .count();
        return Stream.concat(
                Stream.of(new Line(
                        Topic.USAGES,
                        head + French.count(answered.size(), "réponse") + " sur "
                                + French.count(asked, "école interrogée", "écoles interrogées")
                                + (open.size() == asked
                                        ? ""
                                        : " (" + French.count(open.size(), "école ouverte", "écoles ouvertes") + ")")
                                + ", " + French.count(classes, "classe active", "classes actives") + " chaque semaine, "
                                + Math.round(families) + " % des comptes de familles activés en moyenne"
                                + (silent == 0
                                        ? ""
                                        : " ; " + French.count(silent, "école sans réponse", "écoles sans réponse"))
                                + (unused == 0
                                        ? ""
                                        : " ; " + French.count(unused, "école sans usage", "écoles sans usage"))
                                + (troubled == 0
                                        ? ""
                                        : " ; "
                                                + French.count(
                                                        troubled,
                                                        "école signale des difficultés",
                                                        "écoles signalent des difficultés"))
                                + ".")),
                said(head, answered));
    }

    /** To each question of the circonscription's own: of a number of things the sum, of marks the mean. */
    private static Stream<Line> said(String head, List<UseReport> answered) {
        Map<String, List<UseReport.Said>> byQuestion = answered.stream()
                .flatMap(report -> report.said().stream())
                .collect(
                        Collectors.groupingBy(said -> said.question().code(), LinkedHashMap::new, Collectors.toList()));
        return byQuestion.values().stream().map(all -> {
            UseReport.Said last = all.get(all.size() - 1);
            var values = all.stream().mapToInt(UseReport.Said::value).summaryStatistics();
            return new Line(
                    Topic.USAGES,
                    head + "« " + last.question().label() + " » : "
                            + (last.question().isMark()
                                    ? French.tenth(values.getAverage()) + " sur 4 en moyenne"
                                    : values.getSum() + " en tout")
                            + ", " + French.count(all.size(), "réponse") + ".");
        });
    }
}
