package fr.forment.project.opening;

import fr.forment.account.Role;
import fr.forment.engine.OpenTasks;
import fr.forment.french.French;
import fr.forment.post.Correspondence;
import fr.forment.post.Letter;
import fr.forment.project.OpeningGap;
import fr.forment.project.OpeningGaps;
import fr.forment.project.VaguePlaces.Situation;
import fr.forment.territory.School;
import fr.forment.territory.Schools;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Letters about what a waiver left open: one of each for a date. */
@Component
@RequiredArgsConstructor
class CatchUpMails {

    private final Correspondence correspondence;
    private final OpenTasks tasks;
    private final OpeningGaps gaps;
    private final Schools schools;

    /** @param step the model's, which the key names */
    void tell(Situation it, Role reader, String template, String step) {
        var place = it.place();
        List<OpeningGap> missing =
                gaps.withCatchUps(it.project(), List.of(place)).get(place.id());
        var letter = new Letter(
                "project/" + template,
                "catchUp:" + step + ":" + place.id() + ":" + place.catchUpOn(),
                Map.of(
                        "ecole",
                        schools.find(place.schoolUai()).map(School::displayName).orElse(place.schoolUai()),
                        "deLaVague",
                        "de " + it.vague().inSentence(),
                        "rattrapage",
                        French.day(place.catchUpOn()),
                        "manques",
                        missing.stream().map(gap -> gap.told(true)).toList()),
                tasks.link("catchUp", place.id(), "settleCatchUp")
                        .orElse("/projets/" + it.project().id() + "/vagues/"
                                + it.vague().rank() + "/blocages"),
                null);
        correspondence.toGroup(reader, it.project().circonscriptionUai(), letter);
    }
}
