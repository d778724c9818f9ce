package fr.forment.plan;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.Set;

import fr.forment.catalogue.Format;
import fr.forment.catalogue.Profile;
import fr.forment.catalogue.TrainerKind;

/**
 * One session of one version of a plan.
 *
 * @param line number of the session, kept from version to version and in amendments
 * @param vagueRank null in the phase FORMATEURS
 * @param place UAI of a school, or the name of a town
 * @param trainerAgentId null while nobody of that kind is known (a supplier's trainer often is not)
 * @param seats people expected per school (UAI); empty: people of the circonscription with those profiles
 */
public record PlannedSession(long id, long planId, int line, Phase phase, Integer vagueRank, String moduleCode, LocalDate day, LocalTime start,
        int minutes, String place, Format format, int capacity, TrainerKind trainerKind, Long trainerAgentId, Set<Profile> profiles,
        Map<String, Integer> seats, int expected) {

    public Set<String> schoolUais() {
        return seats.keySet();
    }

    public LocalTime end() {
        return start.plusMinutes(minutes);
    }

    /** A meeting with parents: an invitation, nobody's hours. */
    public boolean isForParents() {
        return profiles.equals(Set.of(Profile.PARENT));
    }

    boolean overlaps(PlannedSession other) {
        return day.equals(other.day) && start.isBefore(other.end()) && other.start.isBefore(end());
    }
}
