package fr.forment.access.web;

import fr.forment.account.Role;
import fr.forment.account.SignedIn;
import fr.forment.people.AccessRights;
import fr.forment.territory.Circonscription;
import fr.forment.territory.Circonscriptions;
import fr.forment.territory.Departement;
import fr.forment.territory.Departements;
import fr.forment.territory.School;
import fr.forment.territory.Schools;
import java.util.List;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** The places a role can be held for, with the names people know them by. */
@Component
@RequiredArgsConstructor
class RolePlaces {

    /** A code of the territory and its name. */
    record Place(String code, String name) {}

    /** One group of the list on screen. */
    record Kind(String label, List<Place> places) {}

    private final AccessRights rights;
    private final SignedIn me;
    private final Schools schools;
    private final Circonscriptions circonscriptions;
    private final Departements departements;

    /** Those the signed-in person gives roles for. */
    List<Kind> all() {
        List<Circonscription> where = rights.circonscriptions().toList();
        List<Place> wide = me.holds(Role.ADMIN)
                ? Stream.concat(
                                where.stream()
                                        .map(Circonscription::departementCode)
                                        .distinct()
                                        .map(code -> new Place(code, name(code))),
                                Stream.of(new Place(Role.EVERYWHERE, "Partout")))
                        .toList()
                : List.of();
        return Stream.of(
                        new Kind(
                                "Circonscriptions",
                                where.stream()
                                        .map(c -> new Place(c.uai(), c.name()))
                                        .toList()),
                        new Kind(
                                "Écoles",
                                where.stream()
                                        .limit(30)
                                        .flatMap(c -> rights.schools(c).stream())
                                        .map(s -> new Place(s.uai(), s.displayName()))
                                        .toList()),
                        new Kind("Départements", wide))
                .filter(kind -> !kind.places().isEmpty())
                .toList();
    }

    String name(String perimeter) {
        if (Role.EVERYWHERE.equals(perimeter)) {
            return "Partout";
        }
        return schools.find(perimeter)
                .map(School::displayName)
                .or(() -> circonscriptions.find(perimeter).map(Circonscription::name))
                .or(() -> departements.find(perimeter).map(Departement::name))
                .orElse(perimeter);
    }
}
