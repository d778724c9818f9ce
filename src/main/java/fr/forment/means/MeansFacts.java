package fr.forment.means;

import fr.forment.account.AgentFunction;
import fr.forment.catalogue.TrainingModule;
import fr.forment.resource.Room;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What has to be known to count the means of sessions.
 *
 * @param town seat of the circonscription: where whoever works in no school sets out from
 * @param schools by UAI
 * @param modules by code
 * @param trainers by the number of the person
 * @param periods of the school years the sessions are held in
 * @param rooms of the circonscription, as people listed them: of a place that has one, these are all it has
 * @param served schools of the plan: a town lies where its first one of these does
 */
public record MeansFacts(
        String town,
        Map<String, Place> schools,
        Map<String, TrainingModule> modules,
        Map<Long, Trainer> trainers,
        List<Period> periods,
        List<Room> rooms,
        Set<String> served) {

    /**
     * A school, as far as means go.
     *
     * @param rpi null or blank without
     * @param latitude null when unknown, as longitude
     * @param wednesdayMorning whether it teaches then
     * @param room people its room takes, as its answer to the survey says; 0 where nobody said
     */
    public record Place(
            String uai,
            String commune,
            String rpi,
            Double latitude,
            Double longitude,
            boolean wednesdayMorning,
            int room) {}

    /** Somebody who trains. @param schoolUai null outside schools */
    public record Trainer(AgentFunction function, String schoolUai) {}
}
