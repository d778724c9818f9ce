package fr.forment.overview.framing;

import fr.forment.framing.FramingQuestion;
import fr.forment.framing.FramingSource;
import fr.forment.french.French;
import fr.forment.project.Project;
import fr.forment.project.Projects;
import fr.forment.project.SchoolTeams;
import fr.forment.project.TrainerReadiness;
import fr.forment.project.Vague;
import fr.forment.project.VagueSchool;
import fr.forment.release.Releases;
import fr.forment.release.TrainingMaterial;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** From the project itself, its schools, its trainers and their materials. */
@Component
@Order(3)
@RequiredArgsConstructor
class TeamFigures implements FramingSource {

    private record Named(int schools, int named, int trained) {}

    private final Projects projects;
    private final TrainerReadiness trainers;
    private final Releases releases;
    private final SchoolTeams teams;

    @Override
    public Map<FramingQuestion, String> figures(Project project) {
        Map<FramingQuestion, String> told = new EnumMap<>(FramingQuestion.class);
        List<TrainingMaterial> materials = releases.materials(List.of(project.circonscriptionUai()));
        long stale = materials.stream().filter(TrainingMaterial::isStale).count();
        told.put(
                FramingQuestion.SUPPORTS,
                materials.isEmpty()
                        ? "Aucun support n'est enregistré."
                        : French.count(materials.size(), "support") + ", dont " + stale + " à revoir.");
        List<Vague> vagues = projects.vagues(project.id());
        long reviewed =
                vagues.stream().filter(vague -> vague.needReviewedOn() != null).count();
        told.put(
                FramingQuestion.AMONT,
                "Besoin revu avant les sessions : " + reviewed + " sur " + French.count(vagues.size(), "vague") + ".");
        Named resource = resourcePersons(vagues);
        told.put(
                FramingQuestion.RESSOURCES,
                "Personne ressource désignée dans " + French.count(resource.named(), "école") + " sur "
                        + resource.schools() + ", dont " + resource.trained()
                        + " où elle a suivi ce qui est demandé avant l'ouverture.");
        int gaps = trainers.gaps(project.circonscriptionUai()).size();
        told.put(
                FramingQuestion.FORMATEURS,
                gaps == 0
                        ? "Les formateurs ont suivi ce qui leur est demandé."
                        : "Formations que les formateurs n'ont pas encore suivies : " + gaps + ".");
        return told;
    }

    /** Trained as the gate of an opening asks it: whoever was let through by a waiver is not. */
    private Named resourcePersons(List<Vague> vagues) {
        List<VagueSchool> places = projects
                .schoolsOf(vagues.stream().map(Vague::id).toList())
                .values()
                .stream()
                .flatMap(List::stream)
                .filter(place -> !place.state().isGone())
                .toList();
        return new Named(
                places.size(),
                (int) places.stream()
                        .filter(place -> place.resourcePersonId() != null)
                        .count(),
                teams.trainedResourcePersons(places));
    }
}
