package fr.forment.incident;

import fr.forment.people.Agents;
import fr.forment.resource.ClosureService;
import fr.forment.resource.ResourceRights;
import fr.forment.resource.RoomService;
import fr.forment.resource.TrainerResourceService;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Writes what happened where every plan reads it, so that the next computation knows. What is known is left alone. */
@Component
@RequiredArgsConstructor
class HappeningRecords {

    private static final String STRIKE = "Grève";

    private final TrainerResourceService trainers;
    private final ClosureService closures;
    private final RoomService rooms;
    private final Agents agents;
    private final ResourceRights rights;

    /** Returns what has still to be said elsewhere, in French sentences. */
    List<String> write(String circonscriptionUai, Happening happening, String motive) {
        List<String> left = new ArrayList<>();
        switch (happening.what()) {
            case RESSOURCES, RETARD -> {}
            case ABSENCE -> away(circonscriptionUai, happening, left);
            case FERMETURE -> close(circonscriptionUai, happening, motive);
            case GREVE -> {
                away(circonscriptionUai, happening, left);
                close(circonscriptionUai, happening, STRIKE);
            }
            case SALLE -> rooms.lose(circonscriptionUai, happening.place(), happening.from());
            case DEPART, ARRIVEE -> {}
        }
        return left;
    }

    private void away(String circonscriptionUai, Happening happening, List<String> left) {
        happening.people().stream().map(agents::find).flatMap(Optional::stream).forEach(agent -> {
            if (rights.edits(agent)) {
                trainers.away(agent.id(), happening.from(), happening.lastDay(), null, null);
            } else {
                // whoever keeps his days, the plans of this circonscription no longer count on him
                trainers.awayFor(circonscriptionUai, agent.id(), happening.from(), happening.lastDay());
                left.add(
                        agent.fullName() + " : cette absence est notée pour les plans de la circonscription. "
                                + (agent.circonscriptionUai() == null
                                        ? "Cette personne relève du département : dites aussi son absence à la mission numérique, qui la note pour tous."
                                        : "Cette personne relève d'une autre circonscription : dites-lui aussi l'absence, pour qu'elle la note pour tous."));
            }
        });
    }

    private void close(String circonscriptionUai, Happening happening, String motive) {
        if (happening.everywhere()) {
            closures.close(circonscriptionUai, null, happening.from(), happening.lastDay(), motive);
        } else {
            happening
                    .schools()
                    .forEach(uai ->
                            closures.close(circonscriptionUai, uai, happening.from(), happening.lastDay(), motive));
        }
    }
}
