package fr.forment.project;

import org.springframework.stereotype.Component;

/** A place with the vague and the project it belongs to. */
@Component
class Places {

    record Situation(VagueSchool place, Vague vague, Project project) {
    }

    private final VagueSchoolRepository places;
    private final VagueRepository vagues;
    private final ProjectRepository projects;

    Places(VagueSchoolRepository places, VagueRepository vagues, ProjectRepository projects) {
        this.places = places;
        this.vagues = vagues;
        this.projects = projects;
    }

    Situation find(long placeId) {
        return of(places.findById(placeId).orElseThrow());
    }

    Situation of(VagueSchool place) {
        Vague vague = vagues.findById(place.vagueId()).orElseThrow();
        return new Situation(place, vague, projects.findById(vague.projectId()).orElseThrow());
    }

    void save(VagueSchool place) {
        places.save(place);
    }
}
