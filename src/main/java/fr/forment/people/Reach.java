package fr.forment.people;

import fr.forment.account.Role;
import fr.forment.territory.Circonscription;
import fr.forment.territory.Circonscriptions;
import fr.forment.territory.School;
import fr.forment.territory.Schools;
import fr.forment.territory.Uai;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Predicate;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * What the signed-in person may name in a command, wherever the id stands: path, parameter, form, list. Asked before
 * anything is read or written. First whether it is there for the person at all ({@link OutOfReach}, like what does not
 * exist), then whether he has the right to do it. Of several, one that is out of reach refuses all.
 */
@Component
@RequiredArgsConstructor
public class Reach {

    private final MyPerimeter mine;
    private final Agents agents;
    private final Schools schools;
    private final Circonscriptions circonscriptions;

    /** The thing, if it is there and the person may know so. */
    public static <T> T of(Optional<T> thing, Predicate<? super T> mine) {
        return thing.filter(mine).orElseThrow(OutOfReach::new);
    }

    /** @throws OutOfReach unless all that was named is among what may be */
    public static <T> void within(Collection<T> named, Collection<T> reached) {
        if (!reached.containsAll(named)) {
            throw new OutOfReach();
        }
    }

    /** Somebody of the perimeter, or oneself. */
    public Agent person(long id) {
        return of(agents.find(id), mine::covers);
    }

    public School school(String uai) {
        return of(schools.find(uai), school -> mine.coversSchool(school.uai()));
    }

    public Circonscription circonscription(String uai) {
        return of(circonscriptions.find(uai), circonscription -> mine.coversCirconscription(circonscription.uai()));
    }

    /**
     * Who trains people of a circonscription: somebody of it, or with a role there or in its département (CPD, IEN
     * chargé du numérique, a supplier of several circonscriptions), or whom one sees; and who trains there already,
     * wherever he went since.
     *
     * @param id null while nobody is known
     */
    public void trainer(Long id, String circonscriptionUai, Long present) {
        if (id != null && !id.equals(present)) {
            of(
                    agents.find(id),
                    agent -> circonscriptionUai.equals(agent.circonscriptionUai())
                            || mine.covers(agent)
                            || worksFor(agent, circonscriptionUai));
        }
    }

    private boolean worksFor(Agent agent, String circonscriptionUai) {
        String departement = circonscriptions
                .find(circonscriptionUai)
                .map(Circonscription::departementCode)
                .orElse("");
        return Arrays.stream(Role.values()).anyMatch(role -> switch (role.level()) {
            case CIRCONSCRIPTION -> holds(agent, role, circonscriptionUai);
            case DEPARTEMENT -> holds(agent, role, departement);
            case SCHOOL, EVERYWHERE -> false;
        });
    }

    private boolean holds(Agent agent, Role role, String perimeter) {
        return agents.withRole(role, perimeter).stream()
                .anyMatch(holder -> holder.id().equals(agent.id()));
    }

    /**
     * Where people of a circonscription meet: words, or one of its schools, or one that the person sees. A code that
     * reads like a school's names one.
     *
     * @param present where it is already; may stay
     */
    public void place(String place, String circonscriptionUai, String present) {
        if (place != null && !place.equals(present) && Uai.read(place).isPresent()) {
            of(
                    schools.find(place.strip()),
                    school ->
                            circonscriptionUai.equals(school.circonscriptionUai()) || mine.coversSchool(school.uai()));
        }
    }
}
