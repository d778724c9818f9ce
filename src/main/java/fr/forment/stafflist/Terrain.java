package fr.forment.stafflist;

import fr.forment.account.AgentFunction;
import fr.forment.people.Agent;
import fr.forment.people.MyPerimeter;
import fr.forment.people.NewAgent;
import fr.forment.territory.Circonscriptions;
import fr.forment.territory.School;
import fr.forment.territory.Schools;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Schools and offices as one run of work looks them up: each once, with the right of the person to write there.
 * Short-lived.
 */
class Terrain {

    /**
     * A school, or an office: then {@code schoolUai} is null.
     *
     * @param answered the person answers for the whole circonscription of it, not for that school alone
     */
    record Place(
            String uai,
            String schoolUai,
            String circonscriptionUai,
            String departementCode,
            String label,
            boolean covered,
            boolean answered) {

        NewAgent put(NewAgent who) {
            return new NewAgent(
                    who.lastName(),
                    who.firstName(),
                    who.email(),
                    who.function(),
                    schoolUai,
                    circonscriptionUai,
                    departementCode,
                    who.quotity(),
                    who.constellation(),
                    who.arrivedOn(),
                    who.login());
        }
    }

    private final Schools schools;
    private final Circonscriptions circonscriptions;
    private final MyPerimeter mine;
    private final Map<String, Place> seen = new HashMap<>();

    Terrain(Schools schools, Circonscriptions circonscriptions, MyPerimeter mine) {
        this.schools = schools;
        this.circonscriptions = circonscriptions;
        this.mine = mine;
    }

    /** Null when no such place is known. */
    Place find(String uai) {
        if (!seen.containsKey(uai)) {
            look(List.of(uai));
        }
        return seen.get(uai);
    }

    /** Why nobody of this function may be written there; empty when all is well. */
    String problem(AgentFunction function, String uai) {
        Place place = find(uai);
        boolean isSchool = place != null && place.schoolUai() != null;
        if (function.isOfSchool() && !isSchool && (place == null || function == AgentFunction.DIRECTEUR)) {
            return "Cette école n'est pas dans l'annuaire importé : vérifiez le code UAI.";
        }
        if (!function.isOfSchool() && (place == null || isSchool)) {
            return "Pour cette fonction, indiquez le code UAI de la circonscription.";
        }
        return place.covered()
                ? ""
                : isSchool
                        ? "Cette école ne relève ni de votre école ni de votre circonscription."
                        : "Cette circonscription n'est pas dans votre périmètre.";
    }

    /** Whose present place this person may see. */
    boolean knowsPlace(Agent agent) {
        String uai = uai(agent);
        Place place = uai == null ? null : find(uai);
        return place != null && place.covered();
    }

    /**
     * Whether a list for this place may take the person out of where he is now: the circonscription that receives him
     * may, a school takes nobody from elsewhere. Somebody who has left is missed by nobody.
     */
    boolean mayTake(String uai, Agent known, LocalDate today) {
        return find(uai).answered() || !known.isActiveOn(today) || mine.covers(known);
    }

    /** Where a known person works, in words; a place outside the perimeter stays unnamed. */
    String label(Agent agent) {
        String uai = uai(agent);
        Place place = uai == null ? null : find(uai);
        return uai == null
                ? "le département"
                : place == null || !place.covered() ? "une école ou un service hors de votre périmètre" : place.label();
    }

    static String uai(Agent agent) {
        return agent.schoolUai() != null ? agent.schoolUai() : agent.circonscriptionUai();
    }

    /** Many at once: as many statements as for one. */
    void look(Collection<String> uais) {
        Set<String> fresh = new HashSet<>(uais);
        fresh.removeAll(seen.keySet());
        Map<String, School> found = schools.findAll(fresh);
        Set<String> covered = mine.seenSchools(found.keySet());
        Set<String> answered = mine.seenCirconscriptions(found.values().stream()
                .map(School::circonscriptionUai)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        found.forEach((uai, school) -> seen.put(
                uai,
                new Place(
                        uai,
                        uai,
                        school.circonscriptionUai(),
                        school.departementCode(),
                        school.displayName(),
                        covered.contains(uai),
                        answered.contains(school.circonscriptionUai()))));
        fresh.removeAll(found.keySet());
        circonscriptions.among(fresh, Set.of()).forEach(office -> {
            boolean seesIt = mine.seesPeopleOf(office);
            seen.put(
                    office.uai(),
                    new Place(
                            office.uai(), null, office.uai(), office.departementCode(), office.name(), seesIt, seesIt));
        });
    }
}
