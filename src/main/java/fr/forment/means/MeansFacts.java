package fr.forment.means;

import fr.forment.account.AgentFunction;
import fr.forment.catalogue.TrainingModule;
import java.util.List;
import java.util.Map;

/**
 * What has to be known to count the means of sessions.
 *
 * @param town seat of the circonscription: where whoever works in no school sets out from
 * @param schools by UAI
 * @param modules by code
 * @param trainers by the number of the person
 * @param periods of the school years the sessions are held in
 */
public record MeansFacts(
        String town,
        Map<String, Place> schools,
        Map<String, TrainingModule> modules,
        Map<Long, Trainer> trainers,
        List<Period> periods) {

    /**
     * A school, as far as means go.
     *
     * @param rpi null or blank without
     * @param latitude null when unknown, as longitude
     * @param wednesdayMorning whether it teaches then
     * @param room people its largest room takes; 0 where nobody said
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
