package fr.forment.project.opening;

import fr.forment.account.Role;
import fr.forment.engine.OpenTasks;
import fr.forment.french.French;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.people.TrainingRecords;
import fr.forment.post.Correspondence;
import fr.forment.post.Letter;
import fr.forment.project.OpeningGap;
import fr.forment.project.OpeningGaps;
import fr.forment.project.VaguePlaces.Situation;
import fr.forment.project.VagueSchool;
import fr.forment.project.readiness.ReadinessProcess;
import fr.forment.territory.School;
import fr.forment.territory.Schools;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    private final Agents agents;
    private final TrainingRecords records;

    /**
     * To whoever can do something about it, each with what waits on them: the direction, the collectivité, else the
     * E-RUN.
     *
     * @param step the model's, which the key names
     * @param over the date has passed
     * @param but who knows already
     * @return members of the direction, who read there what they have to follow themselves as well
     */
    Set<Long> owed(Situation it, String step, boolean over, Role but) {
        Map<Role, List<String>> owed = new EnumMap<>(Role.class);
        gaps.withCatchUps(it.project(), List.of(it.place()))
                .get(it.place().id())
                .forEach(gap -> {
                    Role reader = reader(gap);
                    owed.computeIfAbsent(reader, role -> new ArrayList<>()).add(gap.told(reader != Role.DSI));
                });
        owed.remove(but);
        List<Agent> direction = owed.containsKey(Role.DIRECTEUR)
                ? agents.reachedAs(Role.DIRECTEUR, it.place().schoolUai())
                : List.of();
        Map<Long, List<String>> toFollow = direction.isEmpty()
                ? Map.of()
                : lacking(it).entrySet().stream()
                        .filter(each ->
                                direction.stream().anyMatch(one -> one.id().equals(each.getKey())))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        owed.forEach((reader, missing) -> {
            Map<String, Object> model = new HashMap<>(model(it, missing));
            model.put("passe", over);
            String circonscription = it.project().circonscriptionUai();
            model.put("siennes", List.of());
            String key = "catchUp:" + step + ":" + reader + ":" + it.place().id() + ":"
                    + it.place().catchUpOn();
            boolean ofSchool = reader == Role.DIRECTEUR;
            var letter = new Letter("project/catchUpOwed", key, model, ofSchool ? "/ecole" : link(it, reader), null)
                    .settling();
            if (ofSchool) {
                direction.forEach(one ->
                        correspondence.toAgent(one.id(), with(letter, toFollow.getOrDefault(one.id(), List.of()))));
            }
            int told = ofSchool ? direction.size() : correspondence.toGroup(reader, circonscription, letter);
            if (told == 0 && but != Role.ERUN) {
                correspondence.toGroup(Role.ERUN, circonscription, letter); // nothing waits for no one
            }
        });
        return toFollow.keySet();
    }

    private static Letter with(Letter letter, List<String> own) {
        Map<String, Object> model = new HashMap<>(letter.model());
        model.put("siennes", own);
        return new Letter(letter.template(), letter.key(), model, letter.path(), letter.notAfter()).settling();
    }

    /** The school has opened, and the letter that says so tells its direction what is owed: that is enough. */
    void toldByTheOpening(VagueSchool place) {
        agents.reachedAs(Role.DIRECTEUR, place.schoolUai()).forEach(one -> Stream.of("waived:" + Role.DIRECTEUR, "mine")
                .forEach(what -> correspondence.takeBackAll(
                        "catchUp:" + what + ":" + place.id() + ":" + place.catchUpOn() + ":" + one.id(),
                        "L'école ouvre : le courriel qui le dit rappelle ce qui reste à rattraper.")));
    }

    /**
     * A waiver was given, or its date moved: to each person who has still something to follow, by when. @param but who
     * reads it elsewhere
     */
    void toFollow(Situation it, Set<Long> but) {
        lacking(it).forEach((person, modules) -> {
            if (!but.contains(person)) {
                correspondence.toAgent(
                        person,
                        new Letter(
                                        "project/catchUpMine",
                                        "catchUp:mine:" + it.place().id() + ":"
                                                + it.place().catchUpOn() + ":" + person,
                                        model(it, modules),
                                        "/moi/formations",
                                        null)
                                .settling());
            }
        });
    }

    /** By person, in the order of what the gate asks. */
    private Map<Long, List<String>> lacking(Situation it) {
        List<OpeningGap> all = gaps.withCatchUps(it.project(), List.of(it.place()))
                .get(it.place().id());
        List<Long> people =
                all.stream().flatMap(gap -> gap.people().stream()).distinct().toList();
        Map<Long, Set<String>> held = records.of(people);
        Map<Long, List<String>> lacking = new LinkedHashMap<>();
        people.forEach(person -> lacking.put(person, lacking(person, all, held.getOrDefault(person, Set.of()))));
        return lacking;
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
