package fr.forment.project.opening;

import fr.forment.account.Groups;
import fr.forment.account.Role;
import fr.forment.french.FormChoices;
import fr.forment.people.Agents;
import fr.forment.project.OpeningGap;
import fr.forment.project.OpeningGaps;
import fr.forment.project.VaguePlaces;
import fr.forment.project.VaguePlaces.Situation;
import fr.forment.project.readiness.PlannedOpening;
import fr.forment.territory.School;
import fr.forment.territory.Schools;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** What the tasks of a school's opening show, and whom they are for. */
@Component
@RequiredArgsConstructor
public class OpeningTasks {

    private final VaguePlaces places;
    private final Schools schools;
    private final Agents agents;
    private final ResourcePersons resourcePersons;
    private final OpeningGaps gaps;
    private final Clock clock;

    public long projectId(long placeId) {
        return places.find(placeId).project().id();
    }

    /** The director; with the E-RUN while the post is vacant. */
    public String director(long placeId) {
        Situation it = places.find(placeId);
        String director = Groups.of(Role.DIRECTEUR, it.place().schoolUai());
        return agents.directorOf(it.place().schoolUai()).isPresent() ? director : director + "," + erun(it);
    }

    public String ienAndErun(long placeId) {
        Situation it = places.find(placeId);
        return Groups.of(Role.IEN, it.project().circonscriptionUai()) + "," + erun(it);
    }

    public String schoolName(long placeId) {
        String uai = places.find(placeId).place().schoolUai();
        return schools.find(uai).map(School::displayName).orElse(uai);
    }

    /** "12=Prénom Nom;14=Prénom Nom": the teachers to choose from. */
    public String people(long placeId) {
        return FormChoices.of(
                resourcePersons.choices(places.find(placeId).place().schoolUai()),
                ResourcePersons.Choice::id,
                ResourcePersons.Choice::label);
    }

    /** The id of the person named already, or empty. */
    public String resourcePerson(long placeId) {
        Long person = places.find(placeId).place().resourcePersonId();
        return person == null ? "" : person.toString();
    }

    /** ISO, or empty. */
    public String charterDate(long placeId) {
        var signedOn = places.find(placeId).place().charterSignedOn();
        return signedOn == null ? "" : signedOn.toString();
    }

    public String circonscription(long placeId) {
        return places.find(placeId).project().circonscriptionUai();
    }

    /** Which day the school is to open, in French, without a full stop. */
    public String planned(long placeId) {
        return PlannedOpening.ofSchool(places.find(placeId).vague().opensOn(), LocalDate.now(clock));
    }

    /** What is missing now; who reads this task sees people, the engine keeps no names. */
    public String missing(long placeId, boolean names) {
        Situation it = places.find(placeId);
        List<OpeningGap> missing = it.place().isCatchingUp()
                ? gaps.withCatchUps(it.project(), List.of(it.place())).get(placeId)
                : gaps.of(it.project(), it.place());
        return missing.isEmpty()
                ? "plus rien : vérifiez à nouveau"
                : missing.stream().map(gap -> gap.told(names)).collect(Collectors.joining(" ; "));
    }

    private static String erun(Situation it) {
        return Groups.of(Role.ERUN, it.project().circonscriptionUai());
    }
}
