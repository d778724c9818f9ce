package fr.forment.project.opening;

import fr.forment.account.Role;
import fr.forment.engine.OpenTasks;
import fr.forment.french.French;
import fr.forment.people.TrainingRecords;
import fr.forment.post.Correspondence;
import fr.forment.post.Letter;
import fr.forment.project.OpeningGap;
import fr.forment.project.OpeningGaps;
import fr.forment.project.VaguePlaces.Situation;
import fr.forment.project.readiness.ReadinessProcess;
import fr.forment.territory.School;
import fr.forment.territory.Schools;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private final TrainingRecords records;

    /**
     * To whoever can do something about it, each with what waits on them: the direction, the collectivité, else the
     * E-RUN.
     *
     * @param step the model's, which the key names
     * @param over the date has passed
     * @param but who knows already
     */
    void owed(Situation it, String step, boolean over, Role but) {
        Map<Role, List<String>> owed = new EnumMap<>(Role.class);
        gaps.withCatchUps(it.project(), List.of(it.place()))
                .get(it.place().id())
                .forEach(gap -> {
                    Role reader = reader(gap);
                    owed.computeIfAbsent(reader, role -> new ArrayList<>()).add(gap.told(reader != Role.DSI));
                });
        owed.remove(but);
        owed.forEach((reader, missing) -> {
            Map<String, Object> model = new HashMap<>(model(it, missing));
            model.put("passe", over);
            boolean direction = reader == Role.DIRECTEUR;
            String circonscription = it.project().circonscriptionUai();
            var letter = new Letter(
                            "project/catchUpOwed",
                            "catchUp:" + step + ":" + reader + ":" + it.place().id() + ":"
                                    + it.place().catchUpOn(),
                            model,
                            direction ? "/ecole" : link(it, reader),
                            null)
                    .settling();
            int told = correspondence.toGroup(reader, direction ? it.place().schoolUai() : circonscription, letter);
            if (told == 0 && but != Role.ERUN) {
                correspondence.toGroup(Role.ERUN, circonscription, letter); // nothing waits for no one
            }
        });
    }

    /** A waiver was given, or its date moved: to each person who has still something to follow, by when. */
    void toFollow(Situation it) {
        List<OpeningGap> all = gaps.withCatchUps(it.project(), List.of(it.place()))
                .get(it.place().id());
        List<Long> people =
                all.stream().flatMap(gap -> gap.people().stream()).distinct().toList();
        Map<Long, Set<String>> held = records.of(people);
        people.forEach(person -> correspondence.toAgent(
                person,
                new Letter(
                        "project/catchUpMine",
                        "catchUp:mine:" + it.place().id() + ":" + it.place().catchUpOn() + ":" + person,
                        model(it, lacking(person, all, held.getOrDefault(person, Set.of()))),
                        "/moi/formations",
                        null)));
    }

    private static List<String> lacking(long person, List<OpeningGap> all, Set<String> held) {
        return all.stream()
                .filter(gap -> gap.people().contains(person))
                .flatMap(gap -> gap.modules().stream())
                .filter(module -> !held.contains(module.code()))
                .map(OpeningGap.Module::title)
                .distinct()
                .toList();
    }

    private static Role reader(OpeningGap gap) {
        return switch (gap.holder()) {
            case DIRECTION -> Role.DIRECTEUR;
            case COLLECTIVITE -> Role.DSI;
            case IEN -> Role.IEN;
            default -> Role.ERUN;
        };
    }

    private String link(Situation it, Role reader) {
        return (reader == Role.DSI
                        ? tasks.link(ReadinessProcess.ID, it.vague().id(), "declareReady")
                        : Optional.<String>empty())
                .orElse(page(it));
    }

    private static String page(Situation it) {
        return "/projets/" + it.project().id() + "/vagues/" + it.vague().rank() + "/blocages";
    }

    private Map<String, Object> model(Situation it, List<String> missing) {
        var place = it.place();
        return Map.of(
                "ecole",
                schools.find(place.schoolUai()).map(School::displayName).orElse(place.schoolUai()),
                "deLaVague",
                "de " + it.vague().inSentence(),
                "rattrapage",
                French.day(place.catchUpOn()),
                "manques",
                missing);
    }

    /** @param step the model's, which the key names */
    void tell(Situation it, Role reader, String template, String step) {
        var place = it.place();
        List<OpeningGap> missing =
                gaps.withCatchUps(it.project(), List.of(place)).get(place.id());
        var letter = new Letter(
                        "project/" + template,
                        "catchUp:" + step + ":" + place.id() + ":" + place.catchUpOn(),
                        model(it, missing.stream().map(gap -> gap.told(true)).toList()),
                        tasks.link("catchUp", place.id(), "settleCatchUp").orElse(page(it)),
                        null)
                .settling();
        correspondence.toGroup(reader, it.project().circonscriptionUai(), letter);
    }
}
