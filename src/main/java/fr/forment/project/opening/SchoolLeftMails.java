package fr.forment.project.opening;

import fr.forment.account.Role;
import fr.forment.french.French;
import fr.forment.post.Correspondence;
import fr.forment.post.Letter;
import fr.forment.project.Project;
import fr.forment.project.Projects;
import fr.forment.project.VagueSchool;
import fr.forment.territory.School;
import fr.forment.territory.Schools;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** What the direction of a school that leaves its project is written: since when, why, and what stays. */
@Component
@RequiredArgsConstructor
class SchoolLeftMails {

    private final Correspondence correspondence;
    private final Projects projects;
    private final Schools schools;

    /** To the director; to the E-RUN where the post is vacant. */
    void left(long projectId, VagueSchool place) {
        Project project = projects.find(projectId).orElseThrow();
        Letter letter = new Letter(
                "project/schoolLeft",
                "schoolOpening:left:" + place.id() + ":" + place.leftOn(),
                Map.of(
                        "projet", project.title(),
                        "ecole",
                                schools.find(place.schoolUai())
                                        .map(School::displayName)
                                        .orElse(place.schoolUai()),
                        "depuis", French.day(place.leftOn()),
                        "motif", place.leftBecause()),
                "/ecole",
                null);
        if (correspondence.toGroup(Role.DIRECTEUR, place.schoolUai(), letter) == 0) {
            correspondence.toGroup(Role.ERUN, project.circonscriptionUai(), letter);
        }
    }
}
