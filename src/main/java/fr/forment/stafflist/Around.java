package fr.forment.stafflist;

import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.stafflist.Lines.First;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who is known around some lines, and which of their names and addresses stand elsewhere in the same file. A handful of
 * statements.
 */
class Around {

    private static final int CHUNK = 1000;

    final Map<String, Agent> byEmail = new HashMap<>();
    /** By place: everybody who is there. */
    final Map<String, List<Agent>> there = new HashMap<>();

    final Map<String, List<Agent>> namesakes = new HashMap<>();
    /** Second schools, by person. */
    final Map<Long, Set<String>> otherSchools = new HashMap<>();

    final Map<String, List<Agent>> visitors = new HashMap<>();
    final Map<String, First> firstByEmail = new HashMap<>();
    final Map<String, First> firstByName = new HashMap<>();
    final Map<String, First> firstByNameAndPlace = new HashMap<>();
    final Map<Integer, ListLine> firstLines = new HashMap<>();
    /** Of the known people around: names ("name/place") and addresses that the file holds too. */
    final Set<String> listed = new HashSet<>();

    static Around of(long id, List<ListLine> lines, Agents agents, OtherSchools others, Lines all) {
        Around around = new Around();
        Set<String> emails =
                lines.stream().map(ListLine::email).filter(Objects::nonNull).collect(Collectors.toSet());
        Set<String> names = lines.stream().map(ListLine::foldedName).collect(Collectors.toSet());
        Set<String> places = lines.stream().map(ListLine::uai).collect(Collectors.toSet());
        agents.withEmails(emails).forEach(agent -> around.byEmail.put(agent.email(), agent));
        agents.inPlaces(places).forEach(agent -> around.there
                .computeIfAbsent(Terrain.uai(agent), key -> new ArrayList<>())
                .add(agent));
        agents.named(names).forEach(agent -> around.namesakes
                .computeIfAbsent(agent.foldedName(), key -> new ArrayList<>())
                .add(agent));
        around.visit(others, agents, places);
        all.firsts(id, "email", emails).forEach(first -> around.firstByEmail.put(first.name(), first));
        all.firsts(id, "folded_name", names).forEach(first -> around.firstByName.put(first.name(), first));
        all.firstsByPlace(
                        id,
                        around.firstByName.values().stream()
                                .filter(first -> first.count() > 1)
                                .map(First::name)
                                .toList())
                .forEach(first -> around.firstByNameAndPlace.put(first.name(), first));
        all.all(
                        id,
                        Stream.of(around.firstByEmail, around.firstByName, around.firstByNameAndPlace)
                                .flatMap(map -> map.values().stream())
                                .filter(first -> first.count() > 1)
                                .map(First::seq)
                                .collect(Collectors.toSet()))
                .forEach(line -> around.firstLines.put(line.seq(), line));
        around.list(id, all);
        return around;
    }

    private void visit(OtherSchools others, Agents agents, Collection<String> places) {
        Map<Long, Set<String>> found = others.in(places);
        otherSchools.putAll(found);
        agents.all(found.keySet()).forEach(agent -> found.get(agent.id())
                .forEach(uai ->
                        visitors.computeIfAbsent(uai, key -> new ArrayList<>()).add(agent)));
    }

    /** Which of the known people around stand in the file under their own name and place, or their own address. */
    private void list(long id, Lines all) {
        List<Agent> known = Stream.concat(there.values().stream(), namesakes.values().stream())
                .flatMap(List::stream)
                .toList();
        chunks(known.stream().map(Agent::foldedName).distinct().toList())
                .forEach(some -> all.firstsByPlace(id, some).forEach(f -> listed.add(f.name())));
        chunks(known.stream()
                        .map(Agent::email)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList())
                .forEach(some -> all.firsts(id, "email", some).forEach(f -> listed.add(f.name())));
    }

    /** Those whom these lines are most likely about. */
    List<Agent> people() {
        return Stream.concat(
                        byEmail.values().stream(), namesakes.values().stream().flatMap(List::stream))
                .toList();
    }

    /** The person stands in the file as he is known. */
    boolean isListed(Agent agent) {
        return agent.email() != null && listed.contains(agent.email())
                || listed.contains(agent.foldedName() + "/" + Terrain.uai(agent));
    }

    private static <T> Stream<List<T>> chunks(List<T> all) {
        return Stream.iterate(0, from -> from < all.size(), from -> from + CHUNK)
                .map(from -> all.subList(from, Math.min(from + CHUNK, all.size())));
    }
}
