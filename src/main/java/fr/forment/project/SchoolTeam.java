package fr.forment.project;

import fr.forment.catalogue.Profile;
import fr.forment.catalogue.TrainingModule;
import fr.forment.people.Agent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who works in a school and what each has followed, as the gate looks at them.
 *
 * @param director null while the post is vacant
 * @param teachers direction left out
 * @param held codes of the modules followed, by person
 * @param modules those in force
 */
record SchoolTeam(Agent director, List<Agent> teachers, Map<Long, Set<String>> held, List<TrainingModule> modules) {

    /** What somebody still has to follow before the opening. */
    List<TrainingModule> lacks(Agent agent, Profile profile) {
        Set<String> followed = held.getOrDefault(agent.id(), Set.of());
        return modules.stream()
                .filter(module -> module.isBeforeOpening(profile) && !followed.contains(module.code()))
                .toList();
    }

    boolean isTrained(Agent agent, Profile profile) {
        return lacks(agent, profile).isEmpty();
    }

    List<Agent> untrained() {
        return teachers.stream()
                .filter(teacher -> !isTrained(teacher, Profile.ENSEIGNANT))
                .toList();
    }

    /** Percent of the teachers; 100 where the direction is alone. */
    int share() {
        return teachers.isEmpty() ? 100 : 100 * (teachers.size() - untrained().size()) / teachers.size();
    }

    /** How many more the threshold asks for. */
    int missing(int threshold) {
        int asked = (threshold * teachers.size() + 99) / 100;
        return Math.max(0, asked - (teachers.size() - untrained().size()));
    }

    /** The person named as resource, if of this school; null otherwise. */
    Agent known(Long agentId) {
        if (director != null && director.id().equals(agentId)) {
            return director;
        }
        return teachers.stream()
                .filter(teacher -> teacher.id().equals(agentId))
                .findFirst()
                .orElse(null);
    }

    /**
     * What the resource person still has to follow: what resource persons follow, and what every teacher does; a
     * director who is the resource person, what directors do.
     */
    List<TrainingModule> lacksAsResource(Agent agent) {
        boolean directs = director != null && director.id().equals(agent.id());
        return Stream.of(directs ? Profile.DIRECTEUR : Profile.ENSEIGNANT, Profile.PERSONNE_RESSOURCE)
                .flatMap(profile -> lacks(agent, profile).stream())
                .distinct()
                .toList();
    }
}
