package fr.forment.plan;

import fr.forment.catalogue.Format;
import fr.forment.catalogue.Profile;
import fr.forment.french.French;
import fr.forment.french.Refusal;
import fr.forment.journal.Journal;
import fr.forment.plan.calculation.ModuleFacts;
import fr.forment.plan.calculation.Need;
import fr.forment.plan.calculation.PlanFacts;
import fr.forment.plan.calculation.hours.SharedHours;
import fr.forment.plan.conditions.SeatsInPlan;
import fr.forment.resource.KnownPlaces;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes sessions of a version that is not decided on. Every change leaves a line in the history; the version is
 * checked anew after each.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class PlanEditingService {

    private static final int CAPACITY_MAX = 300;
    private static final int PLACE_MAX = 300;
    private static final int YEARS_AHEAD = 2;
    private static final int FIRST_HOUR = 7;
    private static final int LAST_HOUR = 21;
    private static final int SHORTEST = 15;
    private static final int LONGEST = 480;

    private final PlanRepository plans;
    private final Plans read;
    private final PlanLines lines;
    private final PlanContents contents;
    private final PlanFollowUp followUp;
    private final Journal journal;
    private final PlanTerms terms;
    private final KnownPlaces places;

    /**
     * @param seen refuses a session that is no longer what the person saw
     * @throws Refusal when the session could not take place like that; nothing is written then
     */
    public void change(long planId, int line, SessionChange change, Consumer<PlannedSession> seen) {
        Plan plan = read.editable(planId);
        PlannedSession before = line(plan, line);
        seen.accept(before);
        PlannedSession after = change.on(before);
        refuseNonsense(
                after,
                !after.day().equals(before.day()),
                !after.start().equals(before.start()),
                after.minutes() != before.minutes());
        refuseProblems(plan, after, !Objects.equals(after.trainerAgentId(), before.trainerAgentId()));
        if (!after.equals(before)) {
            lines.change(contents.line(plan, lines.find(planId, line).orElseThrow(), after, contents.inForce(plan)));
            lines.pin(planId, line, true);
            journal.add(plan.told("Session modifiée").part(line).change(describe(before), describe(after)));
            contents.check(plan);
        }
    }

    public void remove(long planId, int line, Consumer<PlannedSession> seen) {
        Plan plan = read.editable(planId);
        PlannedSession session = line(plan, line);
        seen.accept(session);
        lines.remove(session.id());
        journal.add(plan.told("Session supprimée").part(line).change(describe(session), null));
        contents.check(plan);
    }

    /** Seats of a session for which nobody of the school has the time left. */
    @Transactional(readOnly = true)
    public int withoutHours(long planId, int line) {
        Plan plan = plans.findById(planId).orElseThrow();
        List<PlannedSession> all = contents.standing(plan);
        return all.stream()
                .filter(session -> session.line() == line && !session.seats().isEmpty())
                .mapToInt(session -> session.expected()
                        - SeatsInPlan.within(contents.facts(plan), all, session).values().stream()
                                .mapToInt(Integer::intValue)
                                .sum())
                .sum();
    }

    /**
     * Takes from a session the seats of people whose hours are not enough for it, school by school. Returns how many.
     *
     * @throws Refusal when nobody would be left in it
     */
    public int spare(long planId, int line, Consumer<PlannedSession> seen) {
        Plan plan = read.editable(planId);
        PlannedSession before = line(plan, line);
        seen.accept(before);
        PlanFacts facts = contents.facts(plan);
        Map<String, Integer> seats = SeatsInPlan.within(facts, contents.standing(plan), before);
        int expected = seats.values().stream().mapToInt(Integer::intValue).sum();
        int fewer = before.expected() - expected;
        if (before.seats().isEmpty() || fewer == 0) {
            throw new Refusal(
                    "Dans cette session, chaque personne attendue a encore assez d'heures : rien n'est retiré.");
        }
        if (expected == 0) {
            throw new Refusal(
                    "Plus personne ne viendrait à cette session : supprimez-la, ou laissez-la et choisissez d'aller au-delà des heures.");
        }
        boolean pinned = lines.pinned(planId).contains(line);
        PlannedSession said = lines.find(planId, line).orElseThrow();
        lines.remove(before.id());
        lines.add(planId, contents.line(plan, said, before.seating(seats, expected), contents.inForce(plan)));
        lines.pin(planId, line, pinned);
        journal.add(plan.told("Places sans heures retirées")
                .part(line)
                .change(
                        French.count(before.expected(), "personne attendue", "personnes attendues"),
                        French.count(expected, "personne attendue", "personnes attendues")));
        contents.check(plan);
        return fewer;
    }

    /** Whether a computation has to leave it where it is. What a person placed is pinned by itself. */
    public void pin(long planId, int line, boolean pinned) {
        Plan plan = read.editable(planId);
        line(plan, line);
        if (lines.pin(planId, line, pinned)) {
            journal.add(plan.told(pinned ? "Session épinglée" : "Session rendue au calcul")
                    .part(line));
        }
    }

    /**
     * Returns the number of the new session. Whoever of the schools still needs the module is expected, as many as a
     * group of it holds.
     */
    public int add(long planId, NewPlannedSession asked) {
        Plan plan = read.editable(planId);
        PlanFacts facts = contents.facts(plan);
        ModuleFacts module =
                facts.module(asked.moduleCode()).orElseThrow(() -> new Refusal("Choisissez un module du catalogue."));
        if (asked.vagueRank() != null && asked.schoolUais().isEmpty()) {
            throw new Refusal("Choisissez au moins une école.");
        }
        List<PlannedSession> present = contents.standing(plan);
        int minutes = Objects.requireNonNullElse(asked.where().minutes(), module.minutes());
        ModuleFacts lasting = module.lasting(minutes);
        Map<String, Integer> seats = new TreeMap<>();
        if (asked.vagueRank() != null) {
            int free = module.groupSize();
            for (String uai : new TreeSet<>(asked.schoolUais())) {
                int people = SharedHours.of(facts, uai)
                        .fit(
                                SeatsInPlan.of(facts, present).getOrDefault(uai, Map.of()),
                                lasting,
                                Math.min(free, waiting(facts, present, module.code(), uai)));
                if (people > 0) {
                    seats.put(uai, people);
                    free -= people;
                }
            }
        }
        int expected = asked.vagueRank() == null
                ? Math.min(module.groupSize(), waiting(facts, present, module.code(), facts.circonscriptionUai()))
                : seats.values().stream().mapToInt(Integer::intValue).sum();
        if (expected <= 0
                && asked.schoolUais().stream().anyMatch(uai -> waiting(facts, present, module.code(), uai) > 0)) {
            throw new Refusal(
                    "Dans ces écoles, les personnes qui attendent encore ce module n'ont plus assez d'heures cette année (il dure "
                            + French.duration(minutes) + ").");
        }
        if (expected <= 0) {
            throw new Refusal("Personne n'attend plus ce module "
                    + (asked.vagueRank() == null ? "dans la circonscription." : "dans ces écoles."));
        }
        int line = contents.nextLine(plan);
        var usual = new PlannedSession(
                0,
                planId,
                line,
                asked.vagueRank() == null ? Phase.FORMATEURS : Phase.VAGUE,
                asked.vagueRank(),
                module.code(),
                asked.where().day(),
                asked.where().start(),
                minutes,
                "",
                module.format().orInPerson(),
                asked.where().capacity(),
                module.trainerKind(),
                asked.where().trainerAgentId(),
                profiles(facts, module, seats),
                seats,
                expected);
        PlannedSession session = asked.where().on(usual);
        refuseNonsense(session, true, true, true);
        refuseProblems(plan, session, true);
        lines.add(planId, session);
        lines.pin(planId, line, true);
        journal.add(plan.told("Session ajoutée").part(line).change(null, describe(session)));
        contents.check(plan);
        return line;
    }

    private static int waiting(PlanFacts facts, List<PlannedSession> present, String module, String uai) {
        int needed = facts.needs().stream()
                .filter(need ->
                        need.schoolUai().equals(uai) && need.moduleCode().equals(module))
                .mapToInt(Need::people)
                .sum();
        return needed
                - present.stream()
                        .filter(session -> session.moduleCode().equals(module))
                        .mapToInt(session -> uai.equals(facts.circonscriptionUai())
                                ? session.expected()
                                : session.seats().getOrDefault(uai, 0))
                        .sum();
    }

    private static Set<Profile> profiles(PlanFacts facts, ModuleFacts module, Map<String, Integer> seats) {
        if (seats.isEmpty()) {
            return module.profiles();
        }
        var profiles = EnumSet.noneOf(Profile.class);
        facts.needs().stream()
                .filter(need ->
                        seats.containsKey(need.schoolUai()) && need.moduleCode().equals(module.code()))
                .map(Need::profile)
                .forEach(profiles::add);
        return profiles;
    }

    private void refuseNonsense(PlannedSession session, boolean newDay, boolean newStart, boolean newLength) {
        if (newLength && (session.minutes() < SHORTEST || session.minutes() > LONGEST)) {
            throw new Refusal(
                    "Une session dure de " + French.duration(SHORTEST) + " à " + French.duration(LONGEST)
                            + " : corrigez la durée.",
                    "duration");
        }
        if (newDay && session.day().isBefore(terms.today())) {
            throw new Refusal("La date choisie est passée.");
        }
        if (newDay && session.day().isAfter(terms.today().plusYears(YEARS_AHEAD))) {
            throw new Refusal("La date choisie est trop lointaine : un plan se fait pour deux ans au plus.");
        }
        if ((newDay || newStart || newLength)
                && (session.start().getHour() < FIRST_HOUR
                        || session.end().isBefore(session.start())
                        || session.end().getHour() > LAST_HOUR)) {
            throw new Refusal("Une session se tient entre " + FIRST_HOUR + " h et " + (LAST_HOUR + 1)
                    + " h : corrigez l'heure de début ou la durée.");
        }
        if (session.place() == null
                || session.place().isBlank()
                || session.place().length() > PLACE_MAX) {
            throw new Refusal("Indiquez un lieu, en " + PLACE_MAX + " caractères au plus.");
        }
        refuseOddFormat(session);
        places.problem(session.place()).ifPresent(why -> {
            throw new Refusal(why);
        });
        if (session.capacity() < 1 || session.capacity() > CAPACITY_MAX) {
            throw new Refusal("Une session compte de 1 à " + CAPACITY_MAX + " places.");
        }
    }

    /** People come to a room, or to a screen: a plan says which, once. */
    private static void refuseOddFormat(PlannedSession session) {
        if (!session.format().isSession()) {
            throw new Refusal(
                    "Une autoformation se suit sans session : choisissez en présentiel, à distance ou hybride.",
                    "format");
        }
        boolean remote = SessionChange.isRemote(session.place());
        if (remote && session.format() != Format.DISTANCE) {
            throw new Refusal(
                    session.format() == Format.HYBRIDE
                            ? "Une session hybride réunit aussi des personnes dans une salle : choisissez une école, une salle ou une commune."
                            : "Une session en présentiel a lieu dans une salle : choisissez une école, une salle ou une commune.",
                    "place");
        }
        if (!remote && session.format() == Format.DISTANCE) {
            throw new Refusal(
                    "Une session à distance n'a pas de salle : choisissez le lieu « À distance », ou un autre format.",
                    "place");
        }
    }

    /** @param entrusted to somebody else than before: that person must be free of the session itself */
    private void refuseProblems(Plan plan, PlannedSession session, boolean entrusted) {
        List<PlannedSession> others = new ArrayList<>(contents.standing(plan).stream()
                .filter(other -> other.line() != session.line())
                .toList());
        others.add(session);
        others.sort(Comparator.comparing(PlannedSession::line));
        SessionCheck check = new SessionCheck(contents.facts(plan, session), others);
        List<String> problems = new ArrayList<>(check.problems(session));
        if (entrusted) {
            check.leadsAndFollows(session).ifPresent(problems::add);
        }
        if (!problems.isEmpty()) {
            throw new Refusal("Ligne " + session.line() + " : " + String.join(" De plus, ", problems));
        }
    }

    /** Where it stands: an amendment changes what people see. */
    private PlannedSession line(Plan plan, int line) {
        return PlanFollowUp.asTheyStand(followUp.present(plan), lines.of(plan.id())).stream()
                .filter(session -> session.line() == line)
                .findFirst()
                .orElseThrow(() -> new Refusal("Cette session n'est plus dans le plan : rechargez la page."));
    }

    static String describe(PlannedSession session) {
        return session.moduleCode() + ", " + French.day(session.day()) + ", " + French.time(session.start()) + ", "
                + French.duration(session.minutes()) + ", "
                + session.place() + ", "
                + (session.format() == Format.PRESENTIEL || SessionChange.isRemote(session.place())
                        ? ""
                        : French.inSentence(session.format().label()) + ", ")
                + French.count(session.capacity(), "place", "places")
                + (session.trainerAgentId() == null
                        ? ", sans formateur"
                        : ", " + PlanNames.numbered(session.trainerAgentId()));
    }
}
