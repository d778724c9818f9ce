package fr.forment.session;

import fr.forment.catalogue.Format;
import fr.forment.catalogue.TrainerKind;
import fr.forment.french.Names;
import fr.forment.french.Refusal;
import fr.forment.resource.MeetingPlace;
import java.time.LocalDateTime;

/**
 * A session to open.
 *
 * @param projectId null when it serves no project
 * @param place UAI of a school, name of a town, or the address of a remote meeting
 * @param minimum people below which the circonscription decides whether it takes place
 * @param trainerId null while not known
 * @param forParents nobody is enrolled, people are only counted
 */
public record NewSession(
        String circonscriptionUai,
        Long projectId,
        String moduleCode,
        LocalDateTime startsAt,
        int minutes,
        String place,
        Format format,
        int capacity,
        int minimum,
        TrainerKind trainerKind,
        Long trainerId,
        boolean forParents) {

    public static final int MOST_PLACES = 1000;

    /** Of a place, in characters, as they are kept. */
    private static final int LONGEST_PLACE = 300;

    public NewSession {
        place = Names.clean(place);
        if (minutes < 15 || minutes > 12 * 60) {
            throw new Refusal("La durée d'une session va de 15 minutes à 12 heures (720 minutes).", "minutes");
        }
        if (capacity < 1 || capacity > MOST_PLACES) {
            throw new Refusal("Une session compte de 1 à 1 000 places.", "capacity");
        }
        if (place.isEmpty()) {
            throw new Refusal("Indiquez le lieu de la session ou l'adresse de la visioconférence.");
        }
        refuseLongPlace(place, "otherPlace");
    }

    /** What a person types; a plan's own places were held to the same when they were typed. @param field of it */
    static void refuseOddPlace(String place, String field) {
        refuseLongPlace(place, field);
        if (place != null && !place.isBlank()) {
            MeetingPlace.problem(place).ifPresent(why -> {
                throw new Refusal(why, field);
            });
        }
    }

    private static void refuseLongPlace(String place, String field) {
        if (place != null && place.strip().length() > LONGEST_PLACE) {
            throw new Refusal(
                    "Le lieu, ou l'adresse de la visioconférence, compte " + LONGEST_PLACE
                            + " caractères au plus : raccourcissez-le.",
                    field);
        }
    }
}
