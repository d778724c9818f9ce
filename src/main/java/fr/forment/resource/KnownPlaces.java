package fr.forment.resource;

import fr.forment.territory.Schools;
import fr.forment.territory.Uai;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Whether people can be told to come to a place: {@link MeetingPlace#problem}, and the school it names exists. */
@Component
@RequiredArgsConstructor
public class KnownPlaces {

    private final Schools schools;

    /** Why nobody can be told to come there, in French; empty where one can. */
    public Optional<String> problem(String typed) {
        Optional<String> odd = MeetingPlace.problem(typed);
        return odd.isEmpty()
                        && Uai.read(typed).isPresent()
                        && schools.find(typed.strip()).isEmpty()
                ? Optional.of("Aucune école ne porte le numéro " + typed.strip()
                        + " : vérifiez-le, ou écrivez la salle avec sa commune.")
                : odd;
    }
}
