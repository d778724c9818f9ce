package fr.forment.plan.calculation;

import fr.forment.account.AgentFunction;
import fr.forment.catalogue.TrainerKind;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
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
    public static boolean mayLead(PlanFacts facts, Person person, ModuleFacts module) {
        Set<String> qualified = facts.conditions().qualified().get(person.id());
        return qualified == null
                ? person.isOfCirconscription()
                        && functions(module.trainerKind()).contains(person.function())
                : qualified.contains(module.code());
    }

    /** In the order they are asked. */
    List<Person> of(ModuleFacts module, Set<String> schoolUais) {
        return of(facts, module, schoolUais).stream().sorted(leastBusy()).toList();
    }

    /** For a meeting held by a school, its director; a DSI only where there is no E-RUN. The usual function first. */
    public static List<Person> of(PlanFacts facts, ModuleFacts module, Set<String> schoolUais) {
        List<AgentFunction> functions = functions(module.trainerKind());
        if (module.isHeldBySchool()) {
            return having(
                            facts,
                            person -> person.function() == functions.get(0) && schoolUais.contains(person.schoolUai()))
                    .toList();
        }
        List<Person> able = having(facts, person -> mayLead(facts, person, module))
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

    /** Everybody who may lead it, also in place of the usual ones; nobody where a school holds it itself. */
    static Stream<Person> able(PlanFacts facts, ModuleFacts module) {
        return module.isHeldBySchool()
                ? Stream.empty()
                : having(facts, person -> mayLead(facts, person, module))
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
