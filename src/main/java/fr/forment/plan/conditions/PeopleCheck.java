package fr.forment.plan.conditions;

import fr.forment.catalogue.Profile;
import fr.forment.french.French;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.calculation.Absence;
import fr.forment.plan.calculation.Busy;
import fr.forment.plan.calculation.ModuleFacts;
import fr.forment.plan.calculation.Need;
import fr.forment.plan.calculation.Person;
import fr.forment.plan.calculation.PlanFacts;
import fr.forment.plan.calculation.SchoolFacts;
import fr.forment.plan.calculation.Whereabouts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether those a session expects are expected by another plan at that hour, or enrolled elsewhere. Judges on its own.
 */
public final class PeopleCheck {

    private final PlanFacts facts;
    private final Map<String, SchoolFacts> schools;
    private final Whereabouts map;

    public PeopleCheck(PlanFacts facts) {
        this.facts = facts;
        this.schools = facts.schoolsByUai();
        this.map = new Whereabouts(facts);
    }

    /** In French, each a sentence without its first capital. */
    public List<String> problems(PlannedSession session) {
        if (session.profiles().contains(Profile.PARENT)) {
            return List.of();
        }
        List<String> found = new ArrayList<>();
        Set<String> expected = new HashSet<>();
        Set<Long> enrolled = new HashSet<>();
        Set<Long> onTheRoad = new HashSet<>();
        for (Busy busy : facts.busy()) {
            if (busy.isAbsence()) {
                continue; // judged by what was said, below
            }
            if (busy.overlaps(session.day(), session.start(), session.end())) {
                enrolled.addAll(busy.people());
                expected.addAll(busy.seats().keySet());
            } else if (busy.day().equals(session.day()) && isTooNear(busy, session)) {
                onTheRoad.addAll(busy.people());
            }
        }
        if (session.trainerAgentId() != null && enrolled.contains(session.trainerAgentId())) {
            found.add("le formateur est attendu à cette heure, comme participant, à une session hors de ce plan.");
        }
        if (session.schoolUais().isEmpty()) {
            enrolled(session, facts.circonscriptionUai(), session.expected(), enrolled, onTheRoad, found);
        }
        session.seats().forEach((uai, people) -> {
            if (expected.contains(uai)) {
                found.add("l'école « " + name(uai) + " » est attendue à cette heure par un autre plan.");
            } else {
                enrolled(session, uai, people, enrolled, onTheRoad, found);
            }
        });
        return found;
    }

    /**
     * Of those it expects, who said an absence at that hour: told, and no bar, for the others may well come. In French,
     * a sentence without its first capital; empty where nobody is missed.
     */
    public Optional<String> absent(PlannedSession session) {
        if (session.profiles().contains(Profile.PARENT)) {
            return Optional.empty();
        }
        Set<Long> gone = facts.conditions().absences().stream()
                .filter(absence -> absence.gone() && absence.covers(session.day(), session.start(), session.end()))
                .map(Absence::personId)
                .collect(Collectors.toSet());
        Map<String, Integer> seats = session.schoolUais().isEmpty()
                ? Map.of(facts.circonscriptionUai(), session.expected())
                : session.seats();
        int missed = gone.isEmpty()
                ? 0
                : seats.entrySet().stream()
                        .mapToInt(seat -> missed(session, seat.getKey(), seat.getValue(), gone))
                        .sum();
        return missed == 0
                ? Optional.empty()
                : Optional.of(French.count(missed, "personne attendue a", "personnes attendues ont")
                        + " une absence enregistrée à cette date, et "
                        + (missed == 1 ? "n'y sera pas convoquée" : "n'y seront pas convoquées")
                        + " sans motif de l'équipe : déplacez la session, ou prévoyez une autre date pour "
                        + (missed == 1 ? "cette personne." : "ces personnes."));
    }

    /**
     * Whoever leads it is counted among those it expects, and nobody else can take that place. In French, a sentence
     * without its first capital; empty where the trainer only trains.
     */
    public Optional<String> leadsAndFollows(PlannedSession session) {
        if (session.trainerAgentId() == null
                || session.profiles().contains(Profile.PARENT)
                || facts.module(session.moduleCode())
                        .filter(ModuleFacts::isHeldBySchool)
                        .isPresent()) {
            return Optional.empty();
        }
        Map<String, Integer> seats = session.schoolUais().isEmpty()
                ? Map.of(facts.circonscriptionUai(), session.expected())
                : session.seats();
        return seats.entrySet().stream()
                        .anyMatch(seat -> isCounted(session, seat.getKey(), seat.getValue(), session.trainerAgentId()))
                ? Optional.of(
                        "la personne qui l'assure y est aussi attendue comme participante : confiez la session à quelqu'un d'autre, ou formez d'abord cette personne dans une autre session.")
                : Optional.empty();
    }

    private boolean isCounted(PlannedSession session, String uai, int seats, long trainer) {
        List<Person> meant = candidates(session, uai);
        return meant.stream().anyMatch(person -> person.id() == trainer)
                && seats + 1 > Math.max(meant.size(), needed(session, uai));
    }

    /** As many as those who are there cannot make up for. */
    private int missed(PlannedSession session, String uai, int seats, Set<Long> gone) {
        List<Person> meant = candidates(session, uai);
        int away = (int)
                meant.stream().filter(person -> gone.contains(person.id())).count();
        return away == 0 ? 0 : Math.max(0, Math.min(away, seats + away - Math.max(meant.size(), needed(session, uai))));
    }

    private int needed(PlannedSession session, String uai) {
        return facts.needs().stream()
                .filter(need ->
                        need.schoolUai().equals(uai) && need.moduleCode().equals(session.moduleCode()))
                .mapToInt(Need::people)
                .sum();
    }

    private List<Person> candidates(PlannedSession session, String uai) {
        Set<Profile> profiles = facts.needs().stream()
                .filter(need ->
                        need.schoolUai().equals(uai) && need.moduleCode().equals(session.moduleCode()))
                .map(Need::profile)
                .collect(Collectors.toSet());
        Set<Profile> meant = profiles.isEmpty() ? session.profiles() : profiles;
        return facts.people().stream()
                .filter(person ->
                        uai.equals(person.schoolUai() == null ? facts.circonscriptionUai() : person.schoolUai())
                                && !person.trained().contains(session.moduleCode())
                                && isMeant(person, session, meant))
                .toList();
    }

    private boolean isTooNear(Busy busy, PlannedSession session) {
        boolean before = !busy.end().isAfter(session.start());
        long between = Duration.between(before ? busy.end() : session.end(), before ? session.start() : busy.start())
                .toMinutes();
        return between < map.minutes(busy.place(), session.place());
    }

    private void enrolled(
            PlannedSession session,
            String uai,
            int seats,
            Set<Long> enrolled,
            Set<Long> onTheRoad,
            List<String> found) {
        int needed = 0;
        Set<Profile> profiles = new HashSet<>();
        for (Need need : facts.needs()) {
            if (need.schoolUai().equals(uai) && need.moduleCode().equals(session.moduleCode())) {
                needed += need.people();
                profiles.add(need.profile());
            }
        }
        Set<Profile> meant = profiles.isEmpty() ? session.profiles() : profiles;
        int candidates = 0;
        int taken = 0;
        int late = 0;
        for (Person person : facts.people()) {
            String of = person.schoolUai() == null ? facts.circonscriptionUai() : person.schoolUai();
            if (uai.equals(of) && !person.trained().contains(session.moduleCode()) && isMeant(person, session, meant)) {
                candidates++;
                taken += enrolled.contains(person.id()) ? 1 : 0;
                late += !enrolled.contains(person.id()) && onTheRoad.contains(person.id()) ? 1 : 0;
            }
        }
        if (taken > 0 && seats + taken > Math.max(candidates, needed)) {
            found.add((schools.containsKey(uai) ? "à l'école « " + name(uai) + " », " : "")
                    + French.count(
                            taken, "personne attendue est déjà inscrite", "personnes attendues sont déjà inscrites")
                    + " à une autre session à cette heure.");
        } else if (late > 0 && seats + taken + late > Math.max(candidates, needed)) {
            found.add((schools.containsKey(uai) ? "à l'école « " + name(uai) + " », " : "")
                    + French.count(late, "personne attendue n'a", "personnes attendues n'ont")
                    + " pas le temps de faire la route depuis une autre session de la journée, ou pour s'y rendre.");
        }
    }

    private boolean isMeant(Person person, PlannedSession session, Set<Profile> meant) {
        return person.schoolUai() == null
                ? meant.stream().anyMatch(profile -> profile.functions().contains(person.function()))
                : facts.module(session.moduleCode())
                        .flatMap(person::profileIn)
                        .filter(meant::contains)
                        .isPresent();
    }

    private String name(String uai) {
        return schools.containsKey(uai) ? schools.get(uai).name() : uai;
    }
}
