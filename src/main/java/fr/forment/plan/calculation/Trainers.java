package fr.forment.plan.calculation;

import fr.forment.account.AgentFunction;
import fr.forment.catalogue.TrainerKind;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Who may train what; the one with the least to do first, so that E-RUN and CPC take turns. */
public final class Trainers {

    private static final Map<TrainerKind, List<AgentFunction>> FUNCTIONS = Map.of(
            TrainerKind.EQUIPE_CIRCONSCRIPTION, List.of(AgentFunction.ERUN, AgentFunction.CPC),
            TrainerKind.ERUN_DSI, List.of(AgentFunction.ERUN, AgentFunction.DSI),
            TrainerKind.IEN_NUMERIQUE, List.of(AgentFunction.IEN_NUMERIQUE),
            TrainerKind.FOURNISSEUR, List.of(AgentFunction.FOURNISSEUR),
            TrainerKind.ENSEIGNANT, List.of(AgentFunction.DIRECTEUR, AgentFunction.ADJOINT));

    private final List<Person> people;
    private final Agenda agenda;

    Trainers(List<Person> people, Agenda agenda) {
        this.people = people;
        this.agenda = agenda;
    }

    /** Functions whose people may lead a module of this kind, the usual one first. */
    public static List<AgentFunction> functions(TrainerKind kind) {
        return FUNCTIONS.get(kind);
    }

    /**
     * In the order they are asked. For a meeting held by a school, its director; a DSI only where there is no E-RUN.
     */
    List<Person> of(ModuleFacts module, Set<String> schoolUais) {
        List<AgentFunction> functions = functions(module.trainerKind());
        if (module.isHeldBySchool()) {
            return having(functions.get(0), person -> schoolUais.contains(person.schoolUai()));
        }
        List<Person> usual = having(functions.get(0), Person::isOfCirconscription);
        if (module.trainerKind() == TrainerKind.EQUIPE_CIRCONSCRIPTION) {
            return people.stream()
                    .filter(person -> functions.contains(person.function()) && person.isOfCirconscription())
                    .sorted(leastBusy().thenComparingInt(person -> functions.indexOf(person.function())))
                    .toList();
        }
        return usual.isEmpty() && functions.size() > 1 ? having(functions.get(1), Person::isOfCirconscription) : usual;
    }

    private List<Person> having(AgentFunction function, Predicate<Person> where) {
        return people.stream()
                .filter(person -> person.function() == function && where.test(person))
                .sorted(leastBusy())
                .toList();
    }

    private Comparator<Person> leastBusy() {
        return Comparator.comparingInt(person -> agenda.minutesOf(person.id()));
    }
}
