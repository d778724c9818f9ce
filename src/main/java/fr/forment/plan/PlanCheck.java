package fr.forment.plan;

import fr.forment.account.AgentFunction;
import fr.forment.french.French;
import fr.forment.plan.calculation.ModuleFacts;
import fr.forment.plan.calculation.Need;
import fr.forment.plan.calculation.PlanFacts;
import fr.forment.plan.calculation.SchoolFacts;
import fr.forment.plan.calculation.Trainers;
import fr.forment.plan.calculation.hours.SharedHours;
import fr.forment.plan.conditions.CrowdedMeetings;
import fr.forment.plan.conditions.Lack;
import fr.forment.plan.conditions.OpeningCheck;
import fr.forment.plan.conditions.PeopleCheck;
import fr.forment.plan.conditions.SeatsInPlan;
import fr.forment.resource.MeetingPlace;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Looks at a version as a whole, calculated or edited: hours, openings, trainers, needs that no session meets. Pure.
 */
final class PlanCheck {

    private final PlanFacts facts;
    private final List<PlannedSession> sessions;
    private final Map<String, SchoolFacts> schools;

    PlanCheck(PlanFacts facts, List<PlannedSession> sessions) {
        this.facts = facts;
        this.sessions = sessions;
        this.schools = facts.schoolsByUai();
    }

    /** What weighs most first. */
    List<Warning> warnings() {
        List<Warning> found = new ArrayList<>(lasting());
        found.addAll(openings());
        found.sort(Comparator.comparing(Warning::weight));
        return found;
    }

    /** What is measured against the day a vague opens, which moves after a version is in force. */
    List<Warning> openings() {
        var check = new OpeningCheck(
                facts.modules().stream().collect(Collectors.toMap(ModuleFacts::code, Function.identity())),
                facts.schoolDay(),
                facts.from().minusDays(1));
        return facts.vagues().stream()
                .flatMap(vague -> check.of(vague.rank(), vague.opensOn(), sessions).stream())
                .toList();
    }

    /** All the rest, what weighs most first. */
    List<Warning> lasting() {
        List<Warning> found = new ArrayList<>(new SessionCheck(facts, sessions).warnings());
        trainers(found);
        hours(found);
        roomsToBook(found);
        unmetNeeds(found);
        CrowdedMeetings.of(facts, sessions).forEach(text -> found.add(Warning.information(text)));
        found.sort(Comparator.comparing(Warning::weight));
        return found;
    }

    /**
     * What is left to say of a version in force, what weighs most first. What keeps a session from being held is told
     * where it is held; the hours of what is over are taken already.
     *
     * @param halfDays of its sessions, those without a day left out
     */
    List<Warning> inForce(List<PlannedSession> halfDays, LocalDate today) {
        List<PlannedSession> toCome = sessions.stream()
                .filter(session -> !session.day().isBefore(today))
                .toList();
        Set<Integer> ahead = toCome.stream().map(PlannedSession::line).collect(Collectors.toSet());
        PeopleCheck people = new PeopleCheck(facts);
        Set<Warning> found = new LinkedHashSet<>();
        halfDays.stream().filter(half -> !half.day().isBefore(today)).forEach(half -> people.absent(half)
                .ifPresent(text -> found.add(Warning.important(half.line(), text))));
        new SessionCheck(facts, sessions)
                .alongside().stream()
                        .filter(warning -> ahead.contains(warning.line()))
                        .forEach(found::add);
        List<Warning> whole = new ArrayList<>();
        new PlanCheck(facts, toCome).trainers(whole);
        new PlanCheck(facts, toCome).hours(whole);
        new PlanCheck(facts, toCome).roomsToBook(whole);
        unmetNeeds(whole);
        CrowdedMeetings.of(facts, toCome).forEach(text -> whole.add(Warning.information(text)));
        found.addAll(whole);
        return found.stream()
                .filter(warning -> warning.weight() != Warning.Weight.BLOQUANT)
                .sorted(Comparator.comparing(Warning::weight))
                .toList();
    }

    /** What the plan asks of each person of the schools who owes hours; a school that left counts no more. */
    List<Load> loads() {
        Map<Long, Integer> planned = new HashMap<>();
        SeatsInPlan.of(facts, sessions)
                .forEach((uai, seats) ->
                        planned.putAll(SharedHours.of(facts, uai).followed(seats)));
        return facts.people().stream()
                .filter(person -> person.function().isTeacher()
                        && schools.containsKey(person.schoolUai())
                        && planned.getOrDefault(person.id(), 0) > 0)
                .map(person ->
                        new Load(person.id(), person.schoolUai(), planned.get(person.id()), person.minutesLeft()))
                .toList();
    }

    /** Of those without a seat, whose hours would not be enough. */
    List<Lack> lacks() {
        return Lack.of(
                facts,
                sessions.stream()
                        .flatMap(session -> session.draft(facts).stream())
                        .toList());
    }

    private void trainers(List<Warning> found) {
        Map<String, Long> without = sessions.stream()
                .filter(session -> session.trainerAgentId() == null)
                .collect(Collectors.groupingBy(PlannedSession::moduleCode, TreeMap::new, Collectors.counting()));
        without.forEach((code, number) -> facts.module(code).ifPresent(module -> {
            String who = Trainers.functions(module.trainerKind()).stream()
                    .map(AgentFunction::post)
                    .collect(Collectors.joining(" ou "));
            long able = facts.people().stream()
                    .filter(person -> Trainers.mayEverLead(facts, person, module))
                    .count();
            if (able > 0) {
                found.add(Warning.important(module.quoted() + " : "
                        + French.count(number, "session", "sessions") + " sans formateur désigné ; "
                        + French.count(able, "personne peut l'assurer", "personnes peuvent l'assurer")
                        + ", indiquez laquelle."));
                return;
            }
            found.add(Warning.important("Aucun formateur pour " + module.quoted() + " (" + who + ") : "
                    + French.count(number, "session", "sessions") + " sans formateur."));
        }));
    }

    /** Nobody follows more than his hours, unless somebody chose so for what must precede the opening. */
    private void hours(List<Warning> found) {
        Map<String, Map<ModuleFacts, Integer>> inForce = SeatsInPlan.of(facts, inForce());
        SeatsInPlan.of(facts, sessions).forEach((uai, seats) -> {
            SharedHours hours = SharedHours.of(facts, uai);
            Map<ModuleFacts, Integer> known = hours.tooMany(inForce.getOrDefault(uai, Map.of()));
            hours.tooMany(seats).forEach((module, people) -> last(uai, module)
                    .ifPresent(session ->
                            found.add(tooMany(session, uai, module, people, people <= known.getOrDefault(module, 0)))));
        });
        List<Load> over =
                facts.goesBeyondHours() ? loads().stream().filter(Load::isOver).toList() : List.of();
        if (!over.isEmpty()) {
            Map<String, Long> perSchool =
                    over.stream().collect(Collectors.groupingBy(Load::schoolUai, Collectors.counting()));
            String worst = perSchool.entrySet().stream()
                    .sorted(Map.Entry.<String, Long>comparingByValue()
                            .reversed()
                            .thenComparing(Map.Entry.comparingByKey()))
                    .limit(3)
                    .map(entry -> schools.get(entry.getKey()).name() + ", "
                            + schools.get(entry.getKey()).commune() + " : " + entry.getValue())
                    .collect(Collectors.joining(" ; "));
            found.add(Warning.important(French.count(
                                    over.size(),
                                    "enseignant dépasse les heures qui lui restent",
                                    "enseignants dépassent les heures qui leur restent")
                            + " (" + worst + (perSchool.size() > 3 ? " ; …" : "") + ").")
                    .tellingHours());
        }
    }

    /** The one whose seats are taken away first. */
    private Optional<PlannedSession> last(String uai, ModuleFacts module) {
        return sessions.stream()
                .filter(session -> session.moduleCode().equals(module.code())
                        && session.minutes() == module.minutes()
                        && session.seats().containsKey(uai))
                .max(Comparator.comparing(PlannedSession::startsAt).thenComparing(PlannedSession::line));
    }

    private List<PlannedSession> inForce() {
        return facts.conditions().held().stream()
                .filter(held -> facts.inForce().containsKey(held.line()))
                .map(held -> PlannedSession.of(held.line(), held.session()))
                .toList();
    }

    /**
     * Of what was held or is called already, nothing can be mended. Nor does an amendment that only moves sessions seat
     * those people: neither holds it up.
     *
     * @param known as many seats of the plan in force have nobody with the time
     */
    private Warning tooMany(PlannedSession session, String uai, ModuleFacts module, int people, boolean known) {
        String school =
                schools.containsKey(uai) ? "à l'école « " + schools.get(uai).name() + " », " : "";
        String who = school
                + French.count(
                        people,
                        "personne attendue n'a plus assez d'heures",
                        "personnes attendues n'ont plus assez d'heures")
                + " cette année";
        if (session.day().isBefore(facts.from()) && facts.isInForce(session.line(), session.startsAt())) {
            return Warning.important(session.line(), who + ".").tellingHours();
        }
        String text = who + mend(module, people);
        return (known ? Warning.important(session.line(), text) : Warning.blocking(session.line(), text))
                .tellingHours();
    }

    private String mend(ModuleFacts module, int people) {
        return " : retirez "
                + (people == 1 ? "sa place" : "leurs places")
                + " sur la page de la session"
                + (module.isCompulsory() && !facts.goesBeyondHours()
                        ? ", ou choisissez, sur la page « Ce qui compte le plus cette année », de placer au-delà des heures ce qui doit précéder l'ouverture."
                        : ".");
    }

    /** Told once for all of them: a plan may well be approved before its rooms are booked. */
    private void roomsToBook(List<Warning> found) {
        List<PlannedSession> towns = sessions.stream()
                .filter(session -> MeetingPlace.isTown(session.place()))
                .toList();
        if (!towns.isEmpty()) {
            found.add(Warning.information(French.count(towns.size(), "session n'a", "sessions n'ont")
                    + " pour lieu qu'une commune ("
                    + towns.stream()
                            .map(PlannedSession::place)
                            .distinct()
                            .sorted()
                            .limit(5)
                            .collect(Collectors.joining(", "))
                    + (towns.stream().map(PlannedSession::place).distinct().count() > 5 ? ", …" : "")
                    + ") : salle à réserver."));
        }
    }

    /** Who has no seat, by module; what some of them must follow before the opening weighs more. */
    private void unmetNeeds(List<Warning> found) {
        Map<String, Integer> missing =
                Coverage.of(facts.needs(), sessions, this::trainsTrainers, Coverage.serves(facts)).stream()
                        .collect(Collectors.groupingBy(
                                Coverage::moduleCode, TreeMap::new, Collectors.summingInt(Coverage::missing)));
        missing.values().removeIf(people -> people == 0);
        missing.forEach((code, people) -> facts.module(code).ifPresent(module -> {
            int mayWait = facts.needs().stream()
                    .filter(need -> need.moduleCode().equals(code) && module.isDeferrable(need.profile()))
                    .filter(need -> !need.profile().isOnlyCounted())
                    .mapToInt(Need::people)
                    .sum();
            found.add(
                    people > mayWait
                            ? Warning.important(module.quoted() + " : "
                                    + French.count(people, "personne sans place", "personnes sans place")
                                    + ", dont certaines doivent être formées avant l'ouverture.")
                            : Warning.information(module.quoted() + " : "
                                    + French.count(people, "personne reste", "personnes restent")
                                    + " à former après l'ouverture de l'ENT."));
        }));
    }

    private boolean trainsTrainers(String code) {
        return facts.module(code).filter(ModuleFacts::trainsTrainers).isPresent();
    }
}
