package fr.forment.project.bilan;

import fr.forment.account.Role;
import fr.forment.account.SignedIn;
import fr.forment.french.French;
import fr.forment.people.MyPerimeter;
import fr.forment.project.BilanService;
import fr.forment.project.FramingCourse;
import fr.forment.project.PlaceState;
import fr.forment.project.Project;
import fr.forment.project.ProjectState;
import fr.forment.project.Projects;
import fr.forment.project.SchoolTeams;
import fr.forment.project.UseReport;
import fr.forment.project.Vague;
import fr.forment.project.bilan.SchoolLines.Line;
import fr.forment.project.blocked.StillOpen;
import fr.forment.territory.PlaceClocks;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Reads a bilan for whoever is signed in. Who may have it is for the caller to ask. */
@Component
@RequiredArgsConstructor
public class ToldBilans {

    private final Projects projects;
    private final BilanService bilans;
    private final SchoolLines lines;
    private final SchoolTeams teams;
    private final Timeline timeline;
    private final FramingCourse framing;
    private final StillOpen open;
    private final MyPerimeter perimeter;
    private final PlaceClocks clocks;
    private final SignedIn me;

    /** @param vague null for the whole project */
    public ToldBilan of(Project project, Vague vague) {
        Long vagueId = vague == null ? null : vague.id();
        List<Vague> shown = vague == null ? projects.vagues(project.id()) : List.of(vague);
        String where = project.circonscriptionUai();
        Map<Long, List<Line>> byVague =
                lines.of(project, shown, new SchoolLines.Reader(perimeter.seesPeopleOfCirconscription(where), false));
        List<Line> all =
                shown.stream().flatMap(each -> byVague.get(each.id()).stream()).toList();
        List<FramingCourse.Answer> answers = framing.answers(project, vagueId);
        return new ToldBilan(
                project,
                vague,
                bilans.find(project.id(), vagueId)
                        .map(each -> me.has(Role.IEN, where) ? each : each.forTeam())
                        .orElse(null),
                bilans.compiledAt(project.id(), vagueId)
                        .map(at -> at.withZoneSameInstant(clocks.of(where)).toLocalDate())
                        .orElse(null),
                schools(all),
                (int) all.stream()
                        .filter(line -> vague != null && line.place().state() == PlaceState.REPORTEE
                                || !line.place().state().isGone())
                        .count(),
                count(all, PlaceState.EN_SERVICE),
                count(all, PlaceState.REPORTEE),
                answers,
                timeline.decisions(project, vague),
                stillOpen(project, vague, all, answers));
    }

    private List<String> stillOpen(Project project, Vague vague, List<Line> all, List<FramingCourse.Answer> answers) {
        if (vague != null
                || project.state().compareTo(ProjectState.BILAN) < 0
                || project.state() == ProjectState.ABANDONNE) { // nothing is awaited any more
            return List.of();
        }
        Map<Long, List<UseReport>> uses =
                all.stream().collect(Collectors.toMap(line -> line.place().id(), Line::uses));
        return open.of(project, all.stream().map(Line::place).toList(), uses, answers);
    }

    private List<ToldBilan.School> schools(List<Line> all) {
        Map<String, SchoolTeams.Trained> trained = teams.trained(
                all.stream().map(line -> line.place().schoolUai()).distinct().toList());
        return once(all).stream()
                .map(line -> new ToldBilan.School(
                        line.name(),
                        line.place().state().label(),
                        line.tone(),
                        training(trained.get(line.place().schoolUai())),
                        line.sentence(),
                        line.missing(),
                        line.uses().stream().flatMap(ToldBilans::use).toList()))
                .toList();
    }

    private static String training(SchoolTeams.Trained team) {
        return French.count(team.trained(), "personne formée", "personnes formées") + " sur " + team.people()
                + (team.left() == 0 ? "" : ", reste " + team.left());
    }

    private static Stream<String> use(UseReport use) {
        return Stream.concat(
                Stream.of("À " + use.daysAfter() + " jours : "
                        + (use.isAnswered()
                                ? French.count(use.activeClasses(), "classe active") + ", " + use.parentAccounts()
                                        + " % des familles."
                                : "sans réponse.")),
                use.said().stream().map(said -> said.told() + "."));
    }

    /** Of the whole project a school that was postponed stands in the vague it is in now. */
    private static List<Line> once(List<Line> schools) {
        Set<String> staying = schools.stream()
                .filter(line -> line.place().state() != PlaceState.REPORTEE)
                .map(line -> line.place().schoolUai())
                .collect(Collectors.toSet());
        return schools.stream()
                .filter(line -> line.place().state() != PlaceState.REPORTEE
                        || !staying.contains(line.place().schoolUai()))
                .toList();
    }

    private static int count(List<Line> all, PlaceState state) {
        return (int) all.stream().filter(line -> line.place().state() == state).count();
    }
}
