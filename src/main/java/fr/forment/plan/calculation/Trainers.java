package fr.forment.plan.calculation;

import fr.forment.account.AgentFunction;
import fr.forment.catalogue.TrainerKind;
import fr.forment.plan.calculation.Conditions.Certified;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Who may train what; the one with the least to do first, so that E-RUN and CPC take turns. */
public final class Trainers {

    private final PlanFacts facts;
    private final Agenda agenda;

    Trainers(PlanFacts facts, Agenda agenda) {
        this.facts = facts;
        this.agenda = agenda;
    }

    /** Functions whose people may lead a module of this kind, the usual one first. */
    public static List<AgentFunction> functions(TrainerKind kind) {
        return kind.functions();
    }

    /** What was said of the person counts; of whom nothing was said, the function. */
    public static boolean mayLead(PlanFacts facts, Person person, ModuleFacts module, LocalDate day) {
        Set<Certified> qualified = facts.conditions().qualified().get(person.id());
        return qualified == null
                ? person.isOfCirconscription()
                        && functions(module.trainerKind()).contains(person.function())
                : qualified.stream().anyMatch(one -> one.module().equals(module.code()) && one.covers(day));
    }

    /** Whether there is a day of the plan on which the person may. */
    public static boolean mayEverLead(PlanFacts facts, Person person, ModuleFacts module) {
        return turns(facts).stream().anyMatch(day -> mayLead(facts, person, module, day));
    }

    /** Days of the plan from which on other people may lead something, its first day among them. */
    public static NavigableSet<LocalDate> turns(PlanFacts facts) {
        NavigableSet<LocalDate> turns = new TreeSet<>(Set.of(facts.from()));
        facts.conditions().qualified().values().stream()
                .flatMap(Set::stream)
                .flatMap(one -> Stream.concat(
                        Stream.ofNullable(one.from()),
                        Stream.ofNullable(one.until()).map(last -> last.plusDays(1))))
                .filter(day -> day.isAfter(facts.from()) && !day.isAfter(facts.until()))
                .forEach(turns::add);
        return turns;
    }

    /** Who may lead a module on some day of the plan, in the order they are asked. */
    List<Person> of(ModuleFacts module, Set<String> schoolUais) {
        return of(facts, module, schoolUais).stream().sorted(leastBusy()).toList();
    }

    /** Who may on that very day; nobody where others may on other days only. */
    List<Person> of(ModuleFacts module, Set<String> schoolUais, LocalDate day) {
        return of(facts, module, schoolUais, day).stream().sorted(leastBusy()).toList();
    }

    /** Whoever may lead it on some day of the plan. */
    public static List<Person> of(PlanFacts facts, ModuleFacts module, Set<String> schoolUais) {
        return turns(facts).stream()
                .flatMap(day -> of(facts, module, schoolUais, day).stream())
                .distinct()
                .toList();
    }

    /**
     * Who may lead it on a day. For a meeting held by a school, its director; a DSI only where there is no E-RUN. The
     * usual function first.
     */
    public static List<Person> of(PlanFacts facts, ModuleFacts module, Set<String> schoolUais, LocalDate day) {
        List<AgentFunction> functions = functions(module.trainerKind());
        if (module.isHeldBySchool()) {
            return having(
                            facts,
                            person -> person.function() == functions.get(0) && schoolUais.contains(person.schoolUai()))
                    .toList();
        }
        List<Person> able = having(facts, person -> mayLead(facts, person, module, day))
                .sorted(Comparator.comparingInt(person -> rank(functions, person)))
                .toList();
        if (module.trainerKind() == TrainerKind.EQUIPE_CIRCONSCRIPTION) {
            return able;
        }
        List<Person> usual = able.stream()
                .filter(person -> rank(functions, person) == 0
                        || facts.conditions().qualified().containsKey(person.id()))
                .toList();
        return usual.isEmpty() ? able : usual;
    }

    /** Everybody who may lead it then, also in place of the usual ones; nobody where a school holds it itself. */
    static Stream<Person> able(PlanFacts facts, ModuleFacts module, LocalDate day) {
        return module.isHeldBySchool()
                ? Stream.empty()
                : having(facts, person -> mayLead(facts, person, module, day))
                        .sorted(Comparator.comparingInt(person -> rank(functions(module.trainerKind()), person)));
    }

    private static int rank(List<AgentFunction> functions, Person person) {
        int rank = functions.indexOf(person.function());
        return rank < 0 ? functions.size() : rank;
    }

    private static Stream<Person> having(PlanFacts facts, Predicate<Person> where) {
        return facts.people().stream().filter(where);
    }

    private Comparator<Person> leastBusy() {
        return Comparator.comparingInt(person -> agenda.minutesOf(person.id()));
    }
}
