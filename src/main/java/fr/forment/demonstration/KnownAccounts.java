package fr.forment.demonstration;

import fr.forment.access.DemonstrationAccounts;
import fr.forment.campaign.Needs;
import fr.forment.project.Projects;
import fr.forment.survey.Survey;
import fr.forment.territory.School;
import fr.forment.territory.Schools;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The team, and directors for whom something is going on: a survey that is late, a school of the pilot. */
@Component
@Profile("demo")
@RequiredArgsConstructor
class KnownAccounts implements DemonstrationAccounts {

    private static final List<Entry> TEAM = List.of(
            new Entry("ien.redon", "IEN : cadre le projet, approuve le plan, décide des vagues"),
            new Entry("erun.redon", "E-RUN : relance, anime, émarge, suit les arrivants"),
            new Entry("cpc1.redon", "CPC : relit la grille, prépare le plan"),
            new Entry("secretariat.redon", "Secrétariat : listes, convocations, feuilles d'émargement"),
            new Entry("dsi.redon", "DSI de la collectivité"),
            new Entry("fournisseur.redon", "Fournisseur de l'ENT : forme, annonce les versions"),
            new Entry("ien-numerique.035", "IEN chargé du numérique dans le département"),
            new Entry("admin", "Exploitation de FormENT"));

    private final Projects projects;
    private final Needs needs;
    private final Schools schools;

    @Value("${forment.demo.password}")
    private final String password;

    @Override
    public List<Entry> list() {
        List<Entry> all = new ArrayList<>(TEAM);
        surveys()
                .filter(survey -> !survey.isAnswered())
                .limit(2)
                .forEach(survey -> all.add(director(survey.schoolUai(), "enquête à remplir")));
        surveys()
                .filter(Survey::isAnswered)
                .limit(1)
                .forEach(survey -> all.add(director(survey.schoolUai(), "enquête déjà remplie")));
        projects.all().stream().reduce((newer, older) -> older).stream()
                .flatMap(pilot -> projects.schools(pilot.id()).stream())
                .limit(1)
                .forEach(uai -> all.add(
                        director(uai, "école pilote : une collègue arrive, un collègue ne figure plus sur la liste")));
        return all;
    }

    @Override
    public String password() {
        return password;
    }

    private Stream<Survey> surveys() {
        return projects.all().stream()
                .limit(1)
                .flatMap(project -> needs.ofProject(project.id()).stream())
                .flatMap(campaign -> needs.surveys(campaign.id()).stream());
    }

    private Entry director(String uai, String what) {
        return new Entry(
                "dir." + uai.toLowerCase(),
                "Direction, " + schools.find(uai).map(School::displayName).orElse(uai) + " : " + what);
    }
}
