package fr.forment.project.process;

import fr.forment.account.Role;
import fr.forment.account.SignedIn;
import fr.forment.engine.Markdown;
import fr.forment.french.French;
import fr.forment.project.Bilan;
import fr.forment.project.Bilan.Amounts;
import fr.forment.project.Bilan.Topic;
import fr.forment.project.BilanService;
import fr.forment.project.Project;
import fr.forment.project.Projects;
import fr.forment.project.SchoolTeams;
import fr.forment.project.Vague;
import fr.forment.project.VagueSchool;
import fr.forment.territory.School;
import fr.forment.territory.Schools;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * A bilan as whoever decides on it reads it in the form itself: planned and done, what was thought of it, each school,
 * use, families, waivers, incidents, new needs, what is proposed (domaine.md, 4.6).
 */
@Component
@RequiredArgsConstructor
class BilanReading {

    /** Of one topic, and of the schools; the others stand on the page of the bilan. */
    private static final int MOST = 12;

    private static final List<Topic> IN_ORDER = List.of(
            Topic.ACQUIS,
            Topic.USAGES,
            Topic.FAMILLES,
            Topic.DEROGATIONS,
            Topic.INCIDENTS,
            Topic.BESOINS,
            Topic.PROPOSITION);

    private final BilanService bilans;
    private final Projects projects;
    private final SchoolTeams teams;
    private final Schools schools;
    private final SignedIn me;

    /** @param vagueId null for the whole project; empty while it is not compiled */
    Optional<Markdown> of(long projectId, Long vagueId) {
        Project project = projects.find(projectId).orElseThrow();
        return bilans.find(projectId, vagueId)
                .map(all -> me.has(Role.IEN, project.circonscriptionUai()) ? all : all.forTeam())
                .map(bilan -> Markdown.sections(sections(project, vagueId, bilan)));
    }

    private Map<String, List<String>> sections(Project project, Long vagueId, Bilan bilan) {
        String on = bilans.compiledAt(project.id(), vagueId)
                .map(at -> ", au " + French.date(at.toLocalDate()))
                .orElse("");
        Map<String, List<String>> told = new LinkedHashMap<>();
        put(told, "Rappel du plan" + on, bilan.about(Topic.PLAN));
        told.put("Prévu et réalisé" + on, amounts(bilan));
        put(told, "Écarts constatés" + on, bilan.findings());
        put(told, "École par école, aujourd'hui", schools(project, vagueId));
        IN_ORDER.forEach(topic -> put(told, topic.label() + on, bilan.about(topic)));
        return told;
    }

    private static void put(Map<String, List<String>> told, String title, List<String> lines) {
        if (!lines.isEmpty()) {
            told.put(
                    title,
                    lines.size() <= MOST
                            ? lines
                            : Stream.concat(
                                            lines.stream().limit(MOST),
                                            Stream.of("et "
                                                    + French.count(lines.size() - MOST, "autre")
                                                    + ", sur la page du bilan"))
                                    .toList());
        }
    }

    private static List<String> amounts(Bilan bilan) {
        List<String> told = new ArrayList<>();
        told.add("Sessions tenues : " + pair(bilan, Amounts::sessions));
        told.add("Places : " + pair(bilan, Amounts::places));
        told.add("Présences jusqu'au bout : " + pair(bilan, Amounts::people) + ", sur "
                + French.count(bilan.enrolled(), "inscription")
                + (bilan.inPart() == 0 ? "" : ", dont " + bilan.inPart() + " en partie"));
        told.add("Heures-stagiaires : " + hours(bilan, Amounts::traineeMinutes));
        told.add("Heures-formateurs : " + hours(bilan, Amounts::trainerMinutes));
        told.add("Réunions de parents : " + pair(bilan, Amounts::meetings) + ", "
                + French.count(bilan.done().parents(), "parent venu", "parents venus"));
        told.add("Écoles en service : " + bilan.schoolsOpened()
                + (bilan.schoolsPostponed() == 0
                        ? ""
                        : ", " + French.count(bilan.schoolsPostponed(), "école reportée", "écoles reportées")));
        return told;
    }

    private static String pair(Bilan bilan, ToIntFunction<Amounts> of) {
        return of.applyAsInt(bilan.done())
                + (bilan.planned() == null ? "" : " pour " + of.applyAsInt(bilan.planned()) + " au plan");
    }

    private static String hours(Bilan bilan, ToIntFunction<Amounts> minutes) {
        return hours(minutes.applyAsInt(bilan.done()))
                + (bilan.planned() == null ? "" : " pour " + hours(minutes.applyAsInt(bilan.planned())) + " au plan");
    }

    private static String hours(int minutes) {
        return French.tenth(minutes / 60.0) + " h";
    }

    private List<String> schools(Project project, Long vagueId) {
        List<VagueSchool> places = (vagueId == null
                        ? projects.vagues(project.id()).stream().map(Vague::id)
                        : Stream.of(vagueId))
                .flatMap(vague -> projects.schoolsOf(vague).stream())
                .toList();
        List<String> uais =
                places.stream().map(VagueSchool::schoolUai).distinct().toList();
        Map<String, School> known = schools.findAll(uais);
        Map<String, SchoolTeams.Trained> trained = teams.trained(uais);
        return places.stream()
                .map(place -> school(place, known.get(place.schoolUai()), trained.get(place.schoolUai())))
                .toList();
    }

    private static String school(VagueSchool place, School school, SchoolTeams.Trained trained) {
        return (school == null ? place.schoolUai() : school.displayName()) + " : "
                + French.inSentence(place.state().label()) + ", "
                + French.count(trained.trained(), "personne formée", "personnes formées") + " sur " + trained.people()
                + (trained.left() == 0 ? "" : ", reste " + trained.left())
                + (place.isCatchingUp() ? ", rattrapage au plus tard le " + French.date(place.catchUpOn()) : "");
    }
}
