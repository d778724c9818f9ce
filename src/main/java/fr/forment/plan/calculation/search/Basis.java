package fr.forment.plan.calculation.search;

import fr.forment.plan.calculation.Conditions;
import fr.forment.plan.calculation.Draft;
import fr.forment.plan.calculation.Elsewhere;
import fr.forment.plan.calculation.ModuleFacts;
import fr.forment.plan.calculation.Person;
import fr.forment.plan.calculation.PlanCalculator;
import fr.forment.plan.calculation.PlanFacts;
import fr.forment.plan.calculation.RoomFacts;
import fr.forment.plan.calculation.SchoolFacts;
import fr.forment.plan.calculation.Whereabouts;
import fr.forment.plan.calculation.Wish;
import fr.forment.plan.calculation.search.Timetable.Partners;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The facts of a plan as the search looks at them: teams, places, moments, trainers, each once and numbered. */
final class Basis {

    /** Parts of a kilometre, and of one unit of every goal, that the search counts in. */
    static final int KILOMETRE = 600;

    static final int HOUR = 60;
    private static final int MOST_URGENT = 3;

    private final PlanFacts facts;
    private final Whereabouts places;
    private final Elsewhere elsewhere;
    private final Map<String, Team> teams = new LinkedHashMap<>();
    private final Map<String, Venue> venues = new LinkedHashMap<>();
    private final Map<List<Object>, Moment> moments = new LinkedHashMap<>();
    private final Leaders leaders;

    /** @param known sessions whose places must be known */
    Basis(PlanFacts facts, Collection<Draft> known) {
        this(facts, known, List.of());
    }

    /** @param besides other sessions that might be held, whose places must be known */
    Basis(PlanFacts facts, Collection<Draft> known, Collection<Draft> besides) {
        this.facts = facts;
        this.places = new Whereabouts(facts);
        this.elsewhere = new Elsewhere(facts);
        facts.schools().forEach(school -> addTeam(school.uai(), school));
        known.stream().flatMap(draft -> draft.seats().keySet().stream()).forEach(uai -> addTeam(uai, null));
        addTeam(facts.circonscriptionUai(), null);
        addVenues(Stream.concat(known.stream(), besides.stream()).toList());
        this.leaders = new Leaders(facts, places, teams, known, moments.values(), venues.keySet());
    }

    private void addTeam(String uai, SchoolFacts school) {
        if (teams.containsKey(uai)) {
            return;
        }
        Conditions said = facts.conditions();
        teams.put(
                uai,
                new Team(
                        teams.size(),
                        uai,
                        school,
                        said.closed().getOrDefault(uai, Set.of()),
                        wishes(uai, Wish.Kind.SLOT),
                        wishes(uai, Wish.Kind.FORMAT),
                        wishes(uai, Wish.Kind.TRAVEL).stream()
                                .filter(minutes -> minutes.matches("[0-9]{1,4}"))
                                .mapToInt(Integer::parseInt)
                                .max()
                                .orElse(Integer.MAX_VALUE),
                        new HashMap<>(),
                        new OnTheRoad((module, moment, place) ->
                                elsewhere.free(uai, module, moment.date(), moment.start(), moment.end(), place)),
                        school == null ? 0 : urgency(uai)));
    }

    private Set<String> wishes(String uai, Wish.Kind kind) {
        return facts.conditions().wishes().stream()
                .filter(wish -> wish.kind() == kind && wish.schoolUai().equals(uai))
                .map(Wish::value)
                .collect(Collectors.toSet());
    }

    private int urgency(String uai) {
        Map<String, Integer> ranks = facts.conditions().priorities();
        int last = facts.schools().stream()
                .map(school -> ranks.get(school.uai()))
                .filter(Objects::nonNull)
                .max(Integer::compare)
                .orElse(0);
        boolean someWithout = facts.schools().stream().anyMatch(school -> !ranks.containsKey(school.uai()));
        return ranks.containsKey(uai) ? Math.min(MOST_URGENT, last + (someWithout ? 1 : 0) - ranks.get(uai)) : 0;
    }

    private void addVenues(Collection<Draft> known) {
        Set<String> names = new LinkedHashSet<>();
        facts.schools().forEach(school -> names.add(school.uai()));
        facts.schools().forEach(school -> names.add(school.commune()));
        facts.roomsElsewhere().forEach(room -> names.add(room.place()));
        names.add(facts.town());
        names.add(PlanCalculator.ONLINE);
        known.forEach(draft -> names.add(draft.place()));
        Map<String, SchoolFacts> schools = facts.schoolsByUai();
        List<String> all = List.copyOf(names);
        for (String name : all) {
            SchoolFacts school = schools.get(name);
            venues.put(
                    name,
                    new Venue(
                            venues.size(),
                            name,
                            school != null || isNamed(name),
                            room(name, school),
                            isNamed(name) ? new ArrayList<>() : null,
                            teams.values().stream()
                                    .mapToInt(team -> (int) Math.round(KILOMETRE * places.kilometres(team.uai(), name)))
                                    .toArray(),
                            all.stream()
                                    .mapToInt(other -> places.minutes(name, other))
                                    .toArray(),
                            new BitSet()));
        }
    }

    /** Whether people said what rooms there are, or that there is none any more. */
    private boolean isNamed(String place) {
        return facts.conditions().rooms().stream().anyMatch(room -> room.place().equals(place));
    }

    private int room(String place, SchoolFacts school) {
        OptionalInt listed = facts.conditions().rooms().stream()
                .filter(room -> room.place().equals(place) && !room.takesNobody())
                .mapToInt(RoomFacts::capacity)
                .max();
        if (listed.isPresent()) {
            return listed.getAsInt();
        }
        return school == null || school.room() <= 0 ? Integer.MAX_VALUE : school.room();
    }

    PlanFacts facts() {
        return facts;
    }

    Whereabouts places() {
        return places;
    }

    Team team(String uai) {
        return teams.get(uai);
    }

    Collection<Team> teams() {
        return teams.values();
    }

    Venue venue(String name) {
        return venues.get(name);
    }

    /** Every moment is asked for before the first trainer is. */
    Moment moment(LocalDate date, LocalTime start, LocalTime late, int minutes) {
        return moments.computeIfAbsent(List.of(date, start, minutes), key -> {
            Moment moment = Moment.of(moments.size(), date, start, late, minutes);
            venues.values().stream().filter(venue -> venue.rooms() != null).forEach(venue -> venue.rooms()
                    .add(facts.conditions().capacity(venue.name(), date).orElse(venue.room())));
            venues.values().stream()
                    .filter(Venue::single)
                    .filter(venue -> isClosed(venue, date)
                            || facts.conditions().hasLost(venue.name(), date)
                            || facts.busy().stream()
                                    .anyMatch(busy -> busy.place().equals(venue.name())
                                            && busy.overlaps(date, start, moment.end())))
                    .forEach(venue -> venue.taken().set(moment.index()));
            expectElsewhere(moment);
            return moment;
        });
    }

    private void expectElsewhere(Moment moment) {
        if (!elsewhere.knows(moment.date()) || moment.date().isBefore(facts.from())) {
            return;
        }
        for (Team team : teams.values()) {
            if (elsewhere.knows(team.uai(), moment.date())) {
                team.roads().concern(moment);
            }
            for (ModuleFacts module : facts.modules()) {
                int free = elsewhere.free(team.uai(), module, moment.date(), moment.start(), moment.end());
                if (free < Integer.MAX_VALUE) {
                    team.free()
                            .computeIfAbsent(module.code(), none -> new HashMap<>())
                            .put(moment.index(), free);
                }
            }
        }
    }

    private boolean isClosed(Venue venue, LocalDate date) {
        return facts.conditions().closed().getOrDefault(venue.name(), Set.of()).contains(date);
    }

    /** @param person null: somebody the plan does not name */
    Leader leader(Person person, String key) {
        return leaders.of(person, key);
    }

    /** Whoever leads a session that stands. */
    Leader leader(Draft draft) {
        return leaders.of(draft);
    }

    List<Partners> partners() {
        List<Partners> wished = new ArrayList<>();
        facts.conditions().wishes().stream()
                .filter(wish -> wish.kind() == Wish.Kind.PARTNER)
                .filter(wish -> teams.containsKey(wish.schoolUai()) && teams.containsKey(wish.value()))
                .map(wish -> new Partners(teams.get(wish.schoolUai()), teams.get(wish.value())))
                .distinct()
                .forEach(wished::add);
        return wished;
    }
}
