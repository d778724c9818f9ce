package fr.forment.people;

import fr.forment.french.Refusal;
import fr.forment.territory.Circonscription;
import fr.forment.territory.Circonscriptions;
import fr.forment.territory.School;
import fr.forment.territory.Schools;
import java.util.HashMap;
import java.util.Map;

/**
 * Completes the place of people: a school's circonscription, a circonscription's département. Remembers what it looked
 * up; short-lived.
 */
public class Places {

    private final Schools schools;
    private final Circonscriptions circonscriptions;
    private final Map<String, School> seenSchools = new HashMap<>();
    private final Map<String, Circonscription> seenCirconscriptions = new HashMap<>();

    Places(Schools schools, Circonscriptions circonscriptions) {
        this.schools = schools;
        this.circonscriptions = circonscriptions;
    }

    NewAgent locate(NewAgent who) {
        if (who.schoolUai() != null) {
            School school = school(who.schoolUai());
            return who.in(school.circonscriptionUai(), school.departementCode());
        }
        if (who.circonscriptionUai() != null) {
            return who.in(
                    who.circonscriptionUai(),
                    circonscription(who.circonscriptionUai()).departementCode());
        }
        return who;
    }

    School school(String uai) {
        return seenSchools.computeIfAbsent(uai, key -> schools.find(key)
                .orElseThrow(() -> new Refusal("L'école " + key + " n'est pas dans l'annuaire.")));
    }

    private Circonscription circonscription(String uai) {
        return seenCirconscriptions.computeIfAbsent(uai, key -> circonscriptions
                .find(key)
                .orElseThrow(() -> new Refusal("La circonscription " + key + " n'est pas dans l'annuaire.")));
    }
}
