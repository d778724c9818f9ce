package fr.forment.recount;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import fr.forment.plan.PlanAside;
import fr.forment.plan.calculation.Absence;
import fr.forment.plan.calculation.Conditions;
import fr.forment.plan.calculation.Draft;
import fr.forment.plan.calculation.ModuleFacts;
import fr.forment.plan.calculation.Need;
import fr.forment.plan.calculation.Person;
import fr.forment.plan.calculation.PlanFacts;
import fr.forment.plan.calculation.PlanSolver;
import fr.forment.plan.calculation.SchoolFacts;
import fr.forment.plan.calculation.Score;
import fr.forment.plan.calculation.Trainers;
import fr.forment.plan.calculation.Weights;
import fr.forment.plan.calculation.Whereabouts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes facts and plan down. The same facts and plan give the same bytes. */
public final class PlanDocuments {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private final PlanFacts facts;
    private final Conditions said;
    private final Map<Long, Integer> numbers = new HashMap<>();

    private PlanDocuments(PlanFacts facts) {
        this.facts = facts;
        this.said = facts.conditions();
        facts.people().forEach(person -> numbers.put(person.id(), numbers.size() + 1));
    }

    public static byte[] json(PlanDocument document) {
        try {
            return JSON.writeValueAsBytes(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * @param circonscription how it is called
     * @param seed of the search that found the plan; null when none did
     */
    public static PlanDocument of(
            String circonscription, PlanFacts facts, List<Draft> sessions, Weights weights, Long seed) {
        return of(circonscription, facts, List.of(), sessions, weights, seed);
    }

    /** @param asides what the version holds without a session; nothing the calculation knows of */
    public static PlanDocument of(
            String circonscription,
            PlanFacts facts,
            List<PlanAside> asides,
            List<Draft> sessions,
            Weights weights,
            Long seed) {
        return new PlanDocuments(facts).document(circonscription, asides, sessions, weights, seed);
    }

    private PlanDocument document(
            String circonscription, List<PlanAside> asides, List<Draft> sessions, Weights weights, Long seed) {
        Score score = PlanSolver.score(facts, sessions);
        return new PlanDocument(
                circonscription,
                facts.town(),
                facts.from(),
                facts.until(),
                facts.from()
                        .datesUntil(facts.until().plusDays(1))
                        .filter(facts.schoolDay())
                        .toList(),
                facts.pace(),
                facts.modules().stream().map(PlanDocuments::module).toList(),
                facts.vagues().stream()
                        .map(vague -> new PlanDocument.Vague(
                                vague.rank(), vague.opensOn(), vague.lastOpening(), vague.begun(), vague.schoolUais()))
                        .toList(),
                facts.schools().stream().map(this::school).toList(),
                said.rooms(),
                facts.people().stream().flatMap(this::trainer).toList(),
                facts.people().stream().map(this::trainee).toList(),
                facts.needs().stream().map(this::need).toList(),
                asides.stream()
                        .map(aside -> new PlanDocument.Aside(
                                aside.schoolUai(),
                                aside.vagueRank(),
                                aside.moduleCode(),
                                aside.profile(),
                                aside.people(),
                                aside.dueOn()))
                        .toList(),
                said.wishes(),
                said.beyondHours(),
                facts.busy().stream()
                        .filter(busy -> !busy.isAbsence()) // told with the absences
                        .map(busy -> new PlanDocument.Taken(
                                numbers.get(busy.trainerId()),
                                busy.place(),
                                busy.day(),
                                busy.start(),
                                busy.end(),
                                new TreeMap<>(busy.seats()),
                                busy.people().stream()
                                        .map(numbers::get)
                                        .filter(number -> number != null)
                                        .collect(Collectors.toCollection(TreeSet::new))))
                        .toList(),
                said.held().stream()
                        .map(held -> new PlanDocument.Pin(
                                held.line(), held.fixed(), held.published(), session(held.line(), held.session())))
                        .toList(),
                places(sessions),
                numbered(sessions),
                new TreeMap<>(weights.of()),
                seed,
                new PlanDocument.Worth(
                        score.broken(), score.unplaced(), new TreeMap<>(score.goals()), score.total(weights)));
    }

    private static PlanDocument.Module module(ModuleFacts module) {
        return new PlanDocument.Module(
                module.code(),
                module.title(),
                module.position(),
                module.level(),
                module.minutes(),
                module.groupSize(),
                module.format(),
                module.trainerKind(),
                module.body(),
                new TreeSet<>(module.profiles()),
                new TreeSet<>(module.beforeOpening()),
                new TreeSet<>(module.prerequisites()),
                module.trainsTrainers());
    }

    private PlanDocument.School school(SchoolFacts school) {
        return new PlanDocument.School(
                school.uai(),
                school.name(),
                school.commune(),
                school.rpi(),
                school.latitude(),
                school.longitude(),
                school.classes(),
                school.wednesdayMorning(),
                school.room(),
                said.priorities().get(school.uai()),
                new TreeSet<>(said.closed().getOrDefault(school.uai(), Set.of())));
    }

    private Stream<PlanDocument.Trainer> trainer(Person person) {
        Set<String> modules = facts.modules().stream()
                .filter(module -> Trainers.of(
                                facts, module, person.schoolUai() == null ? Set.of() : Set.of(person.schoolUai()))
                        .contains(person))
                .map(ModuleFacts::code)
                .collect(Collectors.toCollection(TreeSet::new));
        return modules.isEmpty()
                ? Stream.of()
                : Stream.of(new PlanDocument.Trainer(
                        numbers.get(person.id()),
                        person.function(),
                        person.schoolUai(),
                        modules,
                        said.qualified().getOrDefault(person.id(), Set.of()).stream()
                                .filter(right -> modules.contains(right.module()))
                                .filter(right -> right.from() != null || right.until() != null)
                                .map(right -> new PlanDocument.Right(right.module(), right.from(), right.until()))
                                .sorted(Comparator.comparing(PlanDocument.Right::module)
                                        .thenComparing(
                                                PlanDocument.Right::from,
                                                Comparator.nullsFirst(Comparator.naturalOrder())))
                                .toList(),
                        said.halfDays().getOrDefault(person.id(), List.of()),
                        said.absences().stream()
                                .filter(absence -> absence.personId() == person.id())
                                .sorted(Comparator.comparing(Absence::from))
                                .map(absence -> new PlanDocument.Away(
                                        absence.from(), absence.until(), absence.start(), absence.end()))
                                .toList()));
    }

    private PlanDocument.Trainee trainee(Person person) {
        return new PlanDocument.Trainee(
                numbers.get(person.id()),
                person.function(),
                person.schoolUai(),
                person.minutesLeft(),
                new TreeSet<>(person.trained()));
    }

    private PlanDocument.NeedOf need(Need need) {
        return new PlanDocument.NeedOf(need.schoolUai(), need.moduleCode(), need.profile(), need.people(), need.wish());
    }

    /** Where each place of a session lies; a place nobody knows on the map has no coordinates. */
    private List<PlanDocument.Point> places(Collection<Draft> sessions) {
        var whereabouts = new Whereabouts(facts);
        return sessions.stream()
                .map(Draft::place)
                .distinct()
                .sorted()
                .map(place -> whereabouts
                        .degrees(place)
                        .map(degrees -> new PlanDocument.Point(place, degrees[0], degrees[1]))
                        .orElseGet(() -> new PlanDocument.Point(place, null, null)))
                .toList();
    }

    /** Those that have no number yet take the ones that are left, in the order of the plan. */
    private List<PlanDocument.Session> numbered(List<Draft> sessions) {
        Set<Integer> used =
                sessions.stream().map(Draft::line).filter(line -> line != null).collect(Collectors.toSet());
        List<PlanDocument.Session> written = new ArrayList<>();
        int next = 1;
        for (Draft draft : sessions.stream()
                .sorted(Comparator.comparing(Draft::day)
                        .thenComparing(Draft::start)
                        .thenComparing(draft -> draft.module().code())
                        .thenComparing(Draft::place))
                .toList()) {
            while (draft.line() == null && used.contains(next)) {
                next++;
            }
            written.add(session(draft.line() == null ? next++ : draft.line(), draft));
        }
        return written;
    }

    private PlanDocument.Session session(int line, Draft draft) {
        return new PlanDocument.Session(
                line,
                draft.vagueRank(),
                draft.module().code(),
                draft.day(),
                draft.start(),
                draft.end(),
                draft.module().minutes(),
                draft.module().format(),
                draft.place(),
                draft.capacity(),
                numbers.get(draft.trainerId()),
                draft.profiles().isEmpty() ? Set.of() : EnumSet.copyOf(draft.profiles()),
                new TreeMap<>(draft.seats()),
                draft.expected());
    }
}
