package fr.forment.plan;

import fr.forment.catalogue.Profile;
import fr.forment.french.French;
import fr.forment.french.Refusal;
import fr.forment.journal.Journal;
import fr.forment.plan.calculation.Draft;
import fr.forment.plan.calculation.FreeSeats;
import fr.forment.plan.calculation.ModuleFacts;
import fr.forment.plan.calculation.PlanFacts;
import fr.forment.plan.calculation.SchoolFacts;
import fr.forment.plan.calculation.hours.SharedHours;
import fr.forment.plan.conditions.SeatsInPlan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Says whom a session of a version is for: the schools of its vague, and how many people of each. Nobody sits in it who
 * has no need of its module or no hours left, and every change leaves a line in the history.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class PlanPublicService {

    private final Plans read;
    private final PlanLines lines;
    private final PlanContents contents;
    private final PlanFollowUp followUp;
    private final Journal journal;
    private final PlanTerms terms;

    /**
     * A school a session is for, or may be for.
     *
     * @param waiting people who need the module and have no seat in any session
     * @param able those of them who have the hours for it
     */
    public record Guest(String uai, int seated, int waiting, int able) {

        public int most() {
            return seated + able;
        }
    }

    /** The plan, the session and whom it may be for, read at one moment. */
    private record Scene(Plan plan, PlanFacts facts, ModuleFacts module, List<PlannedSession> all, PlannedSession now) {

        List<Guest> guests() {
            Set<String> uais = new TreeSet<>(now.schoolUais());
            facts.vague(now.vagueRank()).ifPresent(vague -> uais.addAll(vague.schoolUais()));
            Map<String, Integer> missing = Coverage.ofDrafts(facts, drafts()).stream()
                    .filter(cell -> cell.moduleCode().equals(now.moduleCode()))
                    .collect(Collectors.toMap(Coverage::schoolUai, Coverage::missing));
            return uais.stream()
                    .map(uai -> guest(uai, missing.getOrDefault(uai, 0)))
                    .filter(guest -> guest.seated() + guest.waiting() > 0)
                    .toList();
        }

        private Guest guest(String uai, int waiting) {
            return new Guest(uai, now.seats().getOrDefault(uai, 0), waiting, waiting == 0 ? 0 : withTime(uai, waiting));
        }

        List<Draft> drafts() {
            return all.stream()
                    .flatMap(session -> session.draft(facts).stream())
                    .toList();
        }

        /** Of people who wait, as many as have the time for this session. */
        int withTime(String uai, int people) {
            return SharedHours.of(facts, uai)
                    .fit(SeatsInPlan.of(facts, all).getOrDefault(uai, Map.of()), module.lasting(now.minutes()), people);
        }

        String name(String uai) {
            SchoolFacts school = facts.schoolsByUai().get(uai);
            return school == null ? uai : school.name() + " (" + school.commune() + ")";
        }

        String told(PlannedSession session) {
            return session.seats().entrySet().stream()
                    .map(seat -> name(seat.getKey()) + " : " + seat.getValue())
                    .collect(Collectors.joining(", "));
        }
    }

    /**
     * Whether somebody may say whom it is for: parents come to their school, trainers are all of the circonscription.
     */
    public static boolean isChosen(PlannedSession session) {
        return session.phase() == Phase.VAGUE && !session.isForParents();
    }

    /** Schools it is for, and those of its vague where somebody waits for its module. */
    @Transactional(readOnly = true)
    public List<Guest> guests(long planId, int line) {
        return scene(read.editable(planId), line).guests();
    }

    /**
     * @param people by school; a school that is not named keeps what it has, one of nobody comes no more
     * @param seen refuses a session that is no longer what the person saw
     * @throws Refusal when the session could not take place like that; nothing is written then
     */
    public void invite(long planId, int line, Map<String, Integer> people, Consumer<PlannedSession> seen) {
        Scene scene = scene(read.editable(planId), line);
        seen.accept(scene.now());
        Map<String, Guest> guests = scene.guests().stream().collect(Collectors.toMap(Guest::uai, guest -> guest));
        Map<String, Integer> seats = new TreeMap<>(scene.now().seats());
        people.forEach((uai, wanted) -> {
            Guest guest = guests.getOrDefault(uai, new Guest(uai, 0, 0, 0));
            refuseTooMany(scene, guest, wanted);
            seats.put(uai, wanted);
        });
        seats.values().removeIf(number -> number == 0);
        int all = sum(seats);
        if (all == 0) {
            throw new Refusal("Plus personne ne viendrait à cette session : supprimez-la plutôt.");
        }
        if (all > scene.now().capacity() && all > scene.now().expected()) {
            throw new Refusal("Cette session compte " + French.count(scene.now().capacity(), "place")
                    + " et vous en demandez " + all + " : augmentez d'abord le nombre de places.");
        }
        write(scene, seats, scene.now().capacity());
    }

    private static void refuseTooMany(Scene scene, Guest guest, int wanted) {
        if (wanted < 0 || wanted > guest.seated() + guest.waiting()) {
            throw new Refusal(scene.name(guest.uai()) + " : indiquez un nombre de 0 à " + guest.most()
                    + ". Les autres n'ont pas besoin de ce module, ou ont déjà une place.");
        }
        if (wanted > guest.most()) {
            throw new Refusal(scene.name(guest.uai()) + " : "
                    + (guest.able() == 0
                            ? "plus personne de ceux qui attendent ce module n'a assez d'heures cette année."
                            : French.count(guest.able(), "personne seulement a", "personnes seulement ont")
                                    + " encore assez d'heures cette année parmi celles qui attendent ce module."));
        }
    }

    /**
     * People of these schools who have no seat take those that are free. Returns how many.
     *
     * @throws Refusal when nobody can
     */
    public int join(long planId, int line, Collection<String> schools) {
        Scene scene = scene(read.editable(planId), line);
        PlannedSession now = scene.now();
        int places = now.draft(scene.facts())
                .map(draft -> new FreeSeats(scene.facts(), scene.drafts()).places(draft))
                .orElse(0);
        Map<String, Integer> seats = new TreeMap<>(now.seats());
        for (Guest guest : scene.guests()) {
            int able = schools.contains(guest.uai()) ? Math.min(guest.able(), places - sum(seats)) : 0;
            if (able > 0) {
                seats.merge(guest.uai(), able, Integer::sum);
            }
        }
        int more = sum(seats) - now.expected();
        if (more <= 0) {
            throw new Refusal("Ligne " + line
                    + " : personne ne peut plus la rejoindre. Le plan a changé, et cette page est à jour.");
        }
        write(scene, seats, Math.max(now.capacity(), sum(seats)));
        return more;
    }

    private void write(Scene scene, Map<String, Integer> seats, int capacity) {
        PlannedSession now = scene.now();
        if (seats.equals(now.seats())) {
            return;
        }
        boolean comes = seats.entrySet().stream()
                .anyMatch(seat -> seat.getValue() > now.seats().getOrDefault(seat.getKey(), 0));
        if (now.day().isBefore(terms.today())) {
            throw new Refusal("Cette session a déjà eu lieu : ceux qu'elle attendait ne changent plus.");
        }
        if (comes && now.day().isBefore(scene.facts().from())) {
            throw new Refusal("Ligne " + now.line() + " : personne ne peut plus y être convoqué à temps, avant le "
                    + French.day(scene.facts().from()) + ".");
        }
        Set<Profile> profiles = EnumSet.noneOf(Profile.class);
        profiles.addAll(now.profiles());
        scene.facts().needs().stream()
                .filter(need -> seats.containsKey(need.schoolUai())
                        && need.moduleCode().equals(now.moduleCode())
                        && !need.profile().isOnlyCounted())
                .forEach(need -> profiles.add(need.profile()));
        PlannedSession wanted = now.inviting(profiles, seats, sum(seats), capacity);
        refuseProblems(scene, wanted);
        long planId = scene.plan().id();
        PlannedSession said = lines.find(planId, now.line()).orElseThrow();
        lines.remove(said.id());
        lines.add(planId, contents.line(scene.plan(), said, wanted, contents.inForce(scene.plan())));
        lines.pin(planId, now.line(), true);
        journal.add(scene.plan()
                .told("Personnes attendues modifiées")
                .part(now.line())
                .change(scene.told(now), scene.told(wanted)));
        contents.check(scene.plan());
    }

    private static void refuseProblems(Scene scene, PlannedSession wanted) {
        List<PlannedSession> all = new ArrayList<>(scene.all().stream()
                .filter(other -> other.line() != wanted.line())
                .toList());
        all.add(wanted);
        all.sort(Comparator.comparing(PlannedSession::line));
        List<String> problems = new SessionCheck(scene.facts(), all).problems(wanted);
        if (!problems.isEmpty()) {
            throw new Refusal("Ligne " + wanted.line() + " : " + String.join(" De plus, ", problems));
        }
    }

    private Scene scene(Plan plan, int line) {
        PlannedSession now = PlanFollowUp.asTheyStand(followUp.present(plan), lines.of(plan.id())).stream()
                .filter(session -> session.line() == line)
                .findFirst()
                .orElseThrow(() -> new Refusal("Cette session n'est plus dans le plan : rechargez la page."));
        if (!isChosen(now)) {
            throw new Refusal("Cette session attend toutes les personnes concernées : on ne choisit pas ses écoles.");
        }
        PlanFacts facts = contents.facts(plan);
        ModuleFacts module = facts.module(now.moduleCode())
                .orElseThrow(() -> new Refusal(
                        "Ce module n'est plus au catalogue : ceux que la session attend ne changent plus."));
        return new Scene(plan, facts, module, contents.standing(plan), now);
    }

    private static int sum(Map<String, Integer> seats) {
        return seats.values().stream().mapToInt(Integer::intValue).sum();
    }
}
