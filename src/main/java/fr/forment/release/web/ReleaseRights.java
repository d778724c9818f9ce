package fr.forment.release.web;

import fr.forment.account.Role;
import fr.forment.account.SignedIn;
import fr.forment.people.MyPerimeter;
import fr.forment.people.Reach;
import fr.forment.territory.Circonscription;
import fr.forment.territory.Circonscriptions;
import fr.forment.territory.School;
import fr.forment.territory.Schools;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Who reads, announces and reviews, and where: school people read what concerns their circonscription. */
@Component
@RequiredArgsConstructor
class ReleaseRights {

    private final SignedIn me;
    private final MyPerimeter mine;
    private final Schools schools;
    private final Circonscriptions circonscriptions;

    /** By name. */
    List<Circonscription> readable() {
        Set<String> places = Stream.of(Role.DIRECTEUR, Role.ENSEIGNANT)
                .flatMap(role -> me.perimeters(role).stream())
                .collect(Collectors.toSet());
        Stream<String> ofSchools = schools.findAll(places).values().stream().map(School::circonscriptionUai);
        // a remplaçant may belong to the circonscription as a whole
        Set<String> uais = Stream.concat(ofSchools, places.stream())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return byName(Stream.concat(mine.circonscriptions().stream(), circonscriptions.among(uais, Set.of()).stream()));
    }

    /** Where the person may announce a version. */
    List<Circonscription> announceable() {
        return held(Set.of(Role.IEN_NUMERIQUE), Role.FOURNISSEUR, Role.ERUN, Role.IEN);
    }

    /** Where the person may say that a material is up to date. */
    List<Circonscription> reviewable() {
        return held(Set.of(Role.CPD, Role.IEN_NUMERIQUE), Role.ERUN, Role.CPC, Role.IEN);
    }

    /** Codes of the départements whose materials the person writes and reviews. */
    Set<String> departements() {
        return perimeters(Stream.of(Role.CPD, Role.IEN_NUMERIQUE));
    }

    /** Where the person may add a material. */
    List<Circonscription> suppliable() {
        return held(Set.of(Role.CPD, Role.IEN_NUMERIQUE), Role.FOURNISSEUR, Role.ERUN, Role.CPC, Role.IEN);
    }

    /** One of these; a circonscription that the person does not even read of does not exist for him. */
    void require(String circonscriptionUai, Supplier<List<Circonscription>> some) {
        Reach.within(
                List.of(circonscriptionUai),
                readable().stream().map(Circonscription::uai).toList());
        me.act(() -> holds(some.get(), circonscriptionUai));
    }

    boolean seesPeople() {
        return mine.seesPeople();
    }

    static boolean holds(Collection<Circonscription> some, String uai) {
        return some.stream().anyMatch(each -> each.uai().equals(uai));
    }

    /** @param above roles in a département */
    private List<Circonscription> held(Set<Role> above, Role... near) {
        return byName(circonscriptions.among(perimeters(Stream.of(near)), perimeters(above.stream())).stream());
    }

    private Set<String> perimeters(Stream<Role> roles) {
        return roles.flatMap(role -> me.perimeters(role).stream()).collect(Collectors.toSet());
    }

    private static List<Circonscription> byName(Stream<Circonscription> some) {
        Map<String, Circonscription> once =
                some.collect(Collectors.toMap(Circonscription::uai, Function.identity(), (one, same) -> one));
        return once.values().stream()
                .sorted(Comparator.comparing(Circonscription::name))
                .toList();
    }
}
