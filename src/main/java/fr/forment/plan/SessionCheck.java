package fr.forment.plan;

import fr.forment.catalogue.MiddayBreak;
import fr.forment.french.French;
import fr.forment.plan.calculation.EarliestStart;
import fr.forment.plan.calculation.ModuleFacts;
import fr.forment.plan.calculation.OwnPeople;
import fr.forment.plan.calculation.PlanFacts;
import fr.forment.plan.calculation.SchoolFacts;
import fr.forment.plan.calculation.VagueFacts;
import fr.forment.plan.conditions.PeopleCheck;
import fr.forment.plan.conditions.ResourceCheck;
import fr.forment.plan.conditions.RoadCheck;
import fr.forment.territory.SchoolRhythm;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Whether each session can take place as it stands: a day of school, a trainer and people who are free, a room that
 * takes them.
 */
final class SessionCheck {

    private static final String LEFT =
            " Cet avenant la laisse telle quelle : elle reste à replacer, sans retenir le reste.";

    /** @param ofTheWorld no session of the plan is in its way: what people said the plan rests on has changed */
    private record Problem(String text, boolean ofTheWorld) {}

    private final PlanFacts facts;
    private final List<PlannedSession> sessions;
    private final Map<String, SchoolFacts> schools;
    private final ResourceCheck resources;
    private final RoadCheck roads;
    private final PeopleCheck people;

    SessionCheck(PlanFacts facts, List<PlannedSession> sessions) {
        this.facts = facts;
        this.sessions = sessions;
        this.schools = facts.schoolsByUai();
        this.resources = new ResourceCheck(facts, sessions);
        this.roads = new RoadCheck(facts, sessions);
        this.people = new PeopleCheck(facts);
    }

    List<Warning> warnings() {
        List<Warning> found = new ArrayList<>();
        sessions.forEach(session -> judged(session)
                .forEach(problem -> found.add(
                        problem.ofTheWorld() && isLeftAlone(session)
                                ? Warning.important(session.line(), problem.text() + LEFT)
                                : Warning.blocking(session.line(), problem.text()))));
        found.addAll(alongside());
        sessions.stream()
                .filter(session -> !session.day().isBefore(facts.from()))
                .forEach(session ->
                        people.absent(session).ifPresent(text -> found.add(Warning.important(session.line(), text))));
        sessions.stream()
                .filter(session -> !session.day().isBefore(facts.from()))
                .forEach(session ->
                        leadsAndFollows(session).ifPresent(text -> found.add(Warning.important(session.line(), text))));
        return found;
    }

    /** @see PeopleCheck#leadsAndFollows */
    Optional<String> leadsAndFollows(PlannedSession session) {
        return people.leadsAndFollows(session);
    }

    /** What keeps no session from taking place; who is absent is asked day by day. */
    List<Warning> alongside() {
        List<Warning> found = new ArrayList<>();
        sessions.stream().filter(this::isInForce).forEach(session -> tooEarly(session)
                .filter(text -> !isOpenAlready(session))
                .ifPresent(text -> found.add(Warning.important(session.line(), text))));
        sessions.stream()
                .filter(session -> session.isForParents() && isInForce(session))
                .forEach(session -> tooSoonForParents(session, before(session))
                        .ifPresent(text -> found.add(Warning.important(session.line(), text))));
        sessions.stream()
                .filter(session -> session.expected() < PlannedSession.FEWEST && !session.isForParents())
                .forEach(session -> found.add(alone(session)));
        return found;
    }

    /** The circonscription's own people are few by nature; of schools, others might join. */
    private static Warning alone(PlannedSession session) {
        String text = "elle réunit " + French.count(session.expected(), "personne") + " pour "
                + French.duration(session.minutes());
        return session.phase() == Phase.FORMATEURS
                ? Warning.information(session.line(), text + ".")
                : Warning.important(
                        session.line(),
                        text
                                + " : regroupez-la avec une autre vague ou une circonscription voisine, ou gardez-la en connaissance de cause.");
    }

    /** In French, about one session. */
    List<String> problems(PlannedSession session) {
        return judged(session).stream().map(Problem::text).toList();
    }

    private List<Problem> judged(PlannedSession session) {
        List<Problem> found = new ArrayList<>();
        days(session).forEach(text -> found.add(new Problem(text, true)));
        size(session).forEach(text -> found.add(new Problem(text, false)));
        resources(session).forEach(text -> found.add(new Problem(text, true)));
        tooEarly(session).filter(text -> !isInForce(session)).ifPresent(text -> found.add(new Problem(text, false)));
        overlaps(session).forEach(text -> found.add(new Problem(text, false)));
        roads.problems(session).forEach(text -> found.add(new Problem(text, false)));
        elsewhere(session).forEach(text -> found.add(new Problem(text, true)));
        prerequisites(session).forEach(text -> found.add(new Problem(text, false)));
        return found;
    }

    private List<String> days(PlannedSession session) {
        List<String> found = new ArrayList<>();
        if (!facts.schoolDay().test(session.day())) {
            found.add("le " + French.day(session.day())
                    + " n'est pas un jour de classe (vacances, jour férié ou week-end).");
        } else if (session.phase() == Phase.VAGUE && isDuringClass(session)) {
            found.add("à " + French.time(session.start()) + " le " + French.day(session.day())
                    + ", les écoles concernées ont classe.");
        }
        session.schoolUais().stream()
                .filter(uai -> !isOver(session) && !schools.containsKey(uai))
                .findFirst()
                .ifPresent(uai -> found.add("l'école " + uai + " est fermée ou n'est plus dans le projet."));
        return found;
    }

    private List<String> size(PlannedSession session) {
        List<String> found = new ArrayList<>();
        if (session.expected() > session.capacity()) {
            found.add(French.count(session.expected(), "personne attendue", "personnes attendues") + " pour "
                    + French.count(session.capacity(), "place", "places") + ".");
        }
        facts.module(session.moduleCode())
                .filter(module -> session.expected() > module.groupSize())
                .ifPresent(module -> found.add("effectif attendu : " + session.expected()
                        + ", alors qu'un groupe de ce module compte " + French.count(module.groupSize(), "personne")
                        + " au plus (catalogue) : prévoyez plusieurs sessions."));
        if (MiddayBreak.isMissing(session.start(), session.minutes())) {
            found.add("une session de " + French.duration(session.minutes())
                    + " occupe la journée : faites-la commencer le matin, avec une pause à midi.");
        }
        return found;
    }

    /** Of what was held or is called already, only what somebody changes can still be mended. */
    private List<String> resources(PlannedSession session) {
        if (!isInForce(session) || !session.day().isBefore(facts.from())) {
            return resources.problems(session);
        }
        return facts.held(session.line())
                .map(held -> resources.problems(
                        session, !held.isLedBy(session.trainerAgentId()), !held.isAt(session.place())))
                .orElse(List.of());
    }

    /** Day, trainer and place are as people were told. */
    private boolean isLeftAlone(PlannedSession session) {
        return isInForce(session)
                && facts.held(session.line())
                        .map(held -> held.isLedBy(session.trainerAgentId()) && held.isAt(session.place()))
                        .orElse(true);
    }

    /** Nobody could be convoked for it in time, however soon everybody decides. */
    private Optional<String> tooEarly(PlannedSession session) {
        LocalDate trained = sessions.stream()
                .filter(other -> other.phase() == Phase.FORMATEURS)
                .map(PlannedSession::day)
                .max(LocalDate::compareTo)
                .orElse(null);
        EarliestStart earliest = Optional.ofNullable(session.vagueRank())
                .flatMap(facts::vague)
                .map(vague -> EarliestStart.ofVague(facts, vague, trained))
                .orElseGet(() -> EarliestStart.ofPlan(facts));
        return session.day().isBefore(earliest.day())
                ? Optional.of("elle vient trop tôt : la première date possible est le " + French.day(earliest.day())
                        + " ; il faut d'abord " + earliest.why() + ".")
                : Optional.empty();
    }

    /** As the plan in force has it: an amendment that leaves it alone is not held up by it. */
    private boolean isInForce(PlannedSession session) {
        return facts.isInForce(session.line(), session.startsAt());
    }

    /** Of what was held or is called already, nothing can be mended. */
    private boolean isOver(PlannedSession session) {
        return isInForce(session) && session.day().isBefore(facts.from());
    }

    /** Its own process has been watching over its date since then. */
    private boolean isOpenAlready(PlannedSession session) {
        return session.vagueRank() == null
                || facts.vague(session.vagueRank()).filter(VagueFacts::begun).isPresent();
    }

    private List<String> overlaps(PlannedSession session) {
        List<String> found = new ArrayList<>();
        for (PlannedSession other : sessions) {
            if (other.line() != session.line() && session.overlaps(other)) {
                ownPeople(session, other, found);
                if (session.trainerAgentId() != null
                        && Objects.equals(session.trainerAgentId(), other.trainerAgentId())) {
                    found.add("le formateur est déjà pris à cette heure par la session de la ligne " + other.line()
                            + ".");
                }
                if (session.schoolUais().stream().anyMatch(other.schoolUais()::contains)
                        && !session.moduleCode().equals(other.moduleCode())) {
                    found.add(
                            "une même école est attendue à cette heure à la session de la ligne " + other.line() + ".");
                }
                if (isOneRoom(session.place()) && session.place().equals(other.place())) {
                    found.add("la salle est déjà prise à cette heure par la session de la ligne " + other.line() + ".");
                }
            }
        }
        return found;
    }

    /** Those who are trained to train others are in no school, and in one place at a time like everybody. */
    private void ownPeople(PlannedSession session, PlannedSession other, List<String> found) {
        if (other.phase() != Phase.FORMATEURS || session.moduleCode().equals(other.moduleCode())) {
            return;
        }
        if (session.phase() == Phase.FORMATEURS
                && OwnPeople.meet(
                        facts, session.moduleCode(), session.profiles(), other.moduleCode(), other.profiles())) {
            found.add(
                    "les mêmes personnes sont attendues à cette heure à la session de la ligne " + other.line() + ".");
        }
        if (session.trainerAgentId() != null
                && OwnPeople.expects(facts, other.moduleCode(), other.profiles(), session.trainerAgentId())) {
            found.add("le formateur est attendu à cette heure, comme participant, à la session de la ligne "
                    + other.line() + ".");
        }
    }

    private List<String> elsewhere(PlannedSession session) {
        List<String> found = new ArrayList<>();
        facts.busy().stream()
                .filter(busy -> busy.overlaps(session.day(), session.start(), session.end()))
                .forEach(busy -> {
                    if (session.trainerAgentId() != null
                            && session.trainerAgentId().equals(busy.trainerId())) {
                        found.add("le formateur est déjà pris à cette heure par un autre plan.");
                    }
                    if (isOneRoom(session.place()) && session.place().equals(busy.place())) {
                        found.add("la salle est déjà prise à cette heure par un autre plan.");
                    }
                });
        if (!isOver(session)) {
            found.addAll(people.problems(session));
        }
        return found;
    }

    private List<String> prerequisites(PlannedSession session) {
        List<String> found = new ArrayList<>();
        List<PlannedSession> before = before(session);
        if (!session.isForParents()) {
            before.stream()
                    .filter(other -> !other.day().isBefore(session.day()))
                    .findFirst()
                    .ifPresent(other -> found.add("le prérequis " + quoted(other) + " (ligne " + other.line()
                            + ") n'aura pas encore eu lieu."));
        } else if (!isInForce(session)) {
            tooSoonForParents(session, before).ifPresent(found::add);
        }
        return found;
    }

    /** What its people follow first, and what trainers do. */
    private List<PlannedSession> before(PlannedSession session) {
        Set<String> codes = facts.module(session.moduleCode())
                .map(ModuleFacts::prerequisites)
                .orElse(Set.of());
        return sessions.stream()
                .filter(other -> codes.contains(other.moduleCode()))
                .filter(other -> other.schoolUais().stream().anyMatch(session.schoolUais()::contains)
                        || other.phase() == Phase.FORMATEURS)
                .toList();
    }

    /** Trainers, director, users, then parents: with the first day that is possible. */
    private Optional<String> tooSoonForParents(PlannedSession session, List<PlannedSession> before) {
        return before.stream()
                .max(Comparator.comparing(PlannedSession::day).thenComparing(PlannedSession::line))
                .filter(last -> !last.day().isBefore(session.day()))
                .map(last -> "les parents seraient réunis avant la formation de qui leur présente l'ENT ("
                        + quoted(last) + ", ligne " + last.line() + ", le " + French.day(last.day())
                        + ") : la première date possible est le " + French.day(nextSchoolDay(last.day())) + ".");
    }

    /** After a day, and not before sessions can be planned at all. */
    private LocalDate nextSchoolDay(LocalDate after) {
        LocalDate eve = facts.from().minusDays(1);
        LocalDate day = after.isBefore(eve) ? eve : after;
        return day.plusDays(1)
                .datesUntil(day.plusMonths(3))
                .filter(facts.schoolDay())
                .findFirst()
                .orElse(day.plusDays(1));
    }

    private String quoted(PlannedSession session) {
        return facts.module(session.moduleCode()).map(ModuleFacts::quoted).orElse("du module");
    }

    private boolean isDuringClass(PlannedSession session) {
        return SchoolRhythm.isClassTime(
                session.startsAt(),
                session.schoolUais().stream()
                        .map(schools::get)
                        .anyMatch(school -> school != null && school.wednesdayMorning()));
    }

    /** A town has several, and remote sessions need none. */
    private boolean isOneRoom(String place) {
        return schools.containsKey(place)
                || facts.conditions().rooms().stream()
                        .anyMatch(room -> room.place().equals(place));
    }
}
