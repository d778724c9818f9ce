package fr.forment.plan.conditions;

import fr.forment.catalogue.Profile;
import fr.forment.french.French;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.calculation.Absence;
import fr.forment.plan.calculation.Conditions;
import fr.forment.plan.calculation.Conditions.Bound;
import fr.forment.plan.calculation.Conditions.Certified;
import fr.forment.plan.calculation.ModuleFacts;
import fr.forment.plan.calculation.Person;
import fr.forment.plan.calculation.PlanFacts;
import fr.forment.plan.calculation.SchoolFacts;
import fr.forment.resource.GivenHalfDays;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether a session keeps to what people said of trainers, rooms and schools. Judges on its own: it shares no code with
 * the search.
 */
public final class ResourceCheck {

    private final PlanFacts facts;
    private final Conditions said;
    private final List<PlannedSession> sessions;
    private final Map<String, SchoolFacts> schools;

    public ResourceCheck(PlanFacts facts, List<PlannedSession> sessions) {
        this.facts = facts;
        this.said = facts.conditions();
        this.sessions = sessions;
        this.schools = facts.schoolsByUai();
    }

    /** In French, each a sentence without its first capital. */
    public List<String> problems(PlannedSession session) {
        return problems(session, true, true);
    }

    /**
     * The same of a part of it: what stands as it was told is no matter of who changes the rest.
     *
     * @param trainer of whoever leads it, @param place of where it meets
     */
    public List<String> problems(PlannedSession session, boolean trainer, boolean place) {
        List<String> found = new ArrayList<>();
        if (trainer && session.trainerAgentId() != null) {
            trainer(session, session.trainerAgentId(), found);
        }
        if (place) {
            room(session, found);
            closed(session, found);
        }
        return found;
    }

    private void trainer(PlannedSession session, long trainer, List<String> found) {
        said.absences().stream()
                .filter(absence ->
                        absence.personId() == trainer && absence.covers(session.day(), session.start(), session.end()))
                .findFirst()
                .ifPresent(absence -> found.add(away(absence, session)));
        right(session, trainer).ifPresent(found::add);
        said.halfDays().getOrDefault(trainer, List.of()).stream()
                .filter(bound -> isWithin(bound, session.day()))
                .forEach(bound -> {
                    int asked = halfDays(trainer, bound);
                    if (asked > bound.most()) {
                        found.add("la personne choisie assurerait "
                                + French.count(asked, "demi-journée", "demi-journées") + " dans ce plan"
                                + (said.halfDays().get(trainer).size() > 1
                                        ? ", du " + French.date(bound.from()) + " au " + French.date(bound.until())
                                        : "")
                                + " ; il lui en reste " + bound.most() + " à donner cette année.");
                    }
                });
    }

    private static boolean isWithin(Bound bound, LocalDate day) {
        boolean begun = bound.from() == null || !bound.from().isAfter(day);
        boolean over = bound.until() != null && bound.until().isBefore(day);
        return begun && !over;
    }

    private static String away(Absence absence, PlannedSession session) {
        boolean oneDay = absence.from().equals(absence.until());
        return "le formateur n'est pas disponible "
                + (oneDay
                        ? "le " + French.day(session.day())
                        : "du " + French.date(absence.from()) + " au " + French.date(absence.until()))
                + (absence.start() == null ? "" : ", à " + French.time(session.start()))
                + " : changez la date ou le formateur.";
    }

    /** Who is not listed may lead what his function may. */
    private Optional<String> right(PlannedSession session, long trainer) {
        String what =
                facts.module(session.moduleCode()).map(ModuleFacts::quoted).orElse("ce module");
        Set<Certified> listed = said.qualified().get(trainer);
        if (listed == null) {
            return mayByFunction(trainer, session.moduleCode()) ? Optional.empty() : Optional.of(never(what));
        }
        List<Certified> spells = listed.stream()
                .filter(spell -> spell.module().equals(session.moduleCode()))
                .sorted(Comparator.comparing(Certified::from, Comparator.nullsFirst(Comparator.naturalOrder())))
                .toList();
        if (spells.isEmpty()) {
            return Optional.of(never(what));
        }
        return spells.stream().anyMatch(spell -> isWithin(spell, session.day()))
                ? Optional.empty()
                : Optional.of("le " + French.day(session.day()) + ", la personne choisie n'est pas habilitée à assurer "
                        + what + " (elle l'est "
                        + spells.stream().map(ResourceCheck::when).collect(Collectors.joining(", puis "))
                        + ") : changez la date ou la personne.");
    }

    private static String never(String what) {
        return "la personne choisie n'est pas habilitée à assurer " + what
                + " : choisissez-en une autre, ou demandez à l'IEN de l'habiliter (page Ressources).";
    }

    private static boolean isWithin(Certified spell, LocalDate day) {
        boolean begun = spell.from() == null || !spell.from().isAfter(day);
        boolean over = spell.until() != null && spell.until().isBefore(day);
        return begun && !over;
    }

    private static String when(Certified spell) {
        if (spell.from() == null) {
            return "jusqu'au " + French.date(spell.until());
        }
        return spell.until() == null
                ? "à partir du " + French.date(spell.from())
                : "du " + French.date(spell.from()) + " au " + French.date(spell.until());
    }

    private boolean mayByFunction(long trainer, String moduleCode) {
        Person person = facts.people().stream()
                .filter(each -> each.id() == trainer)
                .findFirst()
                .orElse(null);
        ModuleFacts module = facts.module(moduleCode).orElse(null);
        return person == null
                || module == null
                || module.trainerKind().functions().contains(person.function());
    }

    private int halfDays(long trainer, Bound bound) {
        return GivenHalfDays.of(sessions.stream()
                .filter(session -> Objects.equals(session.trainerAgentId(), trainer))
                .filter(session -> isWithin(bound, session.day()))
                .map(session -> new GivenHalfDays.Taken(session.day(), session.start(), session.end())));
    }

    private void room(PlannedSession session, List<String> found) {
        boolean parents = session.profiles().contains(Profile.PARENT);
        if (said.hasLost(session.place(), session.day())) {
            found.add("la salle " + (parents ? "où les parents sont attendus " : "") + "n'est pas disponible le "
                    + French.day(session.day()) + " : changez la date ou le lieu.");
            return;
        }
        if (parents) { // the school receives them, whatever its room takes
            return;
        }
        OptionalInt named = said.capacity(session.place(), session.day());
        SchoolFacts host = schools.get(session.place());
        int seats = named.orElse(host == null ? 0 : host.room());
        if (seats > 0 && session.expected() > seats) {
            found.add("la salle " + (host == null ? "" : "de l'école ") + "accueille " + French.count(seats, "personne")
                    + " ; effectif attendu : " + session.expected() + ".");
        }
    }

    private void closed(PlannedSession session, List<String> found) {
        List<String> shut = session.schoolUais().stream()
                .filter(uai -> isClosed(uai, session.day()))
                .map(uai -> schools.containsKey(uai) ? schools.get(uai).name() : uai)
                .sorted()
                .toList();
        if (!shut.isEmpty()) {
            found.add((shut.size() == 1 ? "une école attendue est fermée" : "des écoles attendues sont fermées")
                    + " le " + French.day(session.day()) + " (" + String.join(", ", shut) + ").");
        } else if (schools.containsKey(session.place()) && isClosed(session.place(), session.day())) {
            found.add("l'école d'accueil est fermée le " + French.day(session.day()) + ".");
        }
    }

    private boolean isClosed(String uai, LocalDate day) {
        return said.closed().getOrDefault(uai, Set.of()).contains(day);
    }
}
