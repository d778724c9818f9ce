package fr.forment.project.blocked;

import fr.forment.french.French;
import fr.forment.project.FramingCourse;
import fr.forment.project.OpeningDates;
import fr.forment.project.PlaceState;
import fr.forment.project.Project;
import fr.forment.project.Projects;
import fr.forment.project.UseReport;
import fr.forment.project.UseService;
import fr.forment.project.Vague;
import fr.forment.project.VagueSchool;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * What of a project is not through when its bilan is to be signed: nothing of it forbids the signature, whoever signs
 * reads it first.
 */
@Component
@RequiredArgsConstructor
public class StillOpen {

    private static final List<Integer> USES = List.of(OpeningDates.FIRST_USE, 90);

    private final Projects projects;
    private final UseService uses;
    private final FramingCourse framing;
    private final OpeningDates dates;
    private final Clock clock;

    /** In French, one sentence a matter; empty where nothing is open. */
    public List<String> of(Project project) {
        List<Long> vagues =
                projects.vagues(project.id()).stream().map(Vague::id).toList();
        return of(
                project,
                projects.schoolsOf(vagues).values().stream()
                        .flatMap(List::stream)
                        .toList(),
                uses.ofVagues(vagues),
                framing.answers(project, null));
    }

    /** As {@link #of(Project)}, of what a page has read already. @param reports by place */
    public List<String> of(
            Project project,
            Collection<VagueSchool> places,
            Map<Long, List<UseReport>> reports,
            List<FramingCourse.Answer> answers) {
        List<String> all = new ArrayList<>();
        List<VagueSchool> open = places.stream()
                .filter(place -> place.state() == PlaceState.EN_SERVICE)
                .toList();
        USES.forEach(days -> uses(project, open, reports, days, all));
        LocalDate today = LocalDate.now(clock);
        List<VagueSchool> behind =
                places.stream().filter(VagueSchool::isCatchingUp).toList();
        long late = behind.stream()
                .filter(place -> place.catchUpOn().isBefore(today))
                .count();
        add(
                all,
                "Rattrapages après dérogation : ",
                told(late, "en retard", "en retard"),
                told(behind.size() - late, "à venir", "à venir"));
        long closed =
                places.stream().filter(place -> !place.state().isSettled()).count();
        add(all, "ENT pas encore ouvert : ", told(closed, "école", "écoles"));
        long undecided = answers.stream().filter(answer -> !answer.isDecided()).count();
        if (undecided > 0) {
            all.add("Questions de cadrage : " + undecided + " sur " + answers.size() + " sans réponse décidée.");
        }
        return all;
    }

    private void uses(
            Project project, List<VagueSchool> open, Map<Long, List<UseReport>> reports, int days, List<String> all) {
        LocalDate today = LocalDate.now(clock);
        long silent = 0;
        long awaited = 0;
        long later = 0;
        for (VagueSchool place : open) {
            var said = reports.getOrDefault(place.id(), List.of()).stream()
                    .filter(report -> report.daysAfter() == days)
                    .findFirst();
            if (said.isPresent()) {
                silent += said.get().isAnswered() ? 0 : 1;
            } else if (dates.after(project, place.openedOn(), days).isAfter(today)) {
                later++;
            } else {
                awaited++;
            }
        }
        add(
                all,
                "Usages " + days + " jours après l'ouverture : ",
                told(silent, "école sans réponse", "écoles sans réponse"),
                told(awaited, "réponse attendue", "réponses attendues"),
                told(later, "école pas encore interrogée", "écoles pas encore interrogées"));
    }

    private static void add(List<String> all, String head, String... parts) {
        List<String> some = Stream.of(parts).filter(part -> !part.isEmpty()).toList();
        if (!some.isEmpty()) {
            all.add(head + String.join(", ", some) + ".");
        }
    }

    private static String told(long count, String one, String many) {
        return count == 0 ? "" : French.count(count, one, many);
    }
}
