package fr.forment.project;

import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** A place with the vague and the project it belongs to. */
@Component
@RequiredArgsConstructor
public class VaguePlaces {

    public record Situation(VagueSchool place, Vague vague, Project project) {}

    private final VagueSchoolRepository places;
    private final VagueRepository vagues;
    private final ProjectRepository projects;

    public Situation find(long placeId) {
        return of(places.findById(placeId).orElseThrow());
    }

    public Situation of(VagueSchool place) {
        Vague vague = vagues.findById(place.vagueId()).orElseThrow();
        return new Situation(place, vague, projects.findById(vague.projectId()).orElseThrow());
    }

    /** A school comes back into the vague it had left: its history stands in the journal. */
    public void forget(VagueSchool gone) {
        places.delete(gone);
    }

    public VagueSchool add(VagueSchool place) {
        return places.save(place);
    }

    /** The vague of a place as it is while nobody else changes it: what it becomes is told after. */
    public Vague held(long placeId) {
        return vagues.findWithLockById(places.findById(placeId).orElseThrow().vagueId())
                .orElseThrow();
    }

    public void save(VagueSchool place) {
        places.save(place);
    }
}
