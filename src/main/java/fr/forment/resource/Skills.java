package fr.forment.resource;

import fr.forment.account.AgentFunction;
import fr.forment.catalogue.TrainingModule;
import fr.forment.people.Agent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Who may lead which module. The inspector's word first, dated; else the trainings followed: whoever of the team was
 * trained in all that trains a module's trainers may lead it; else the function.
 *
 * @param modules the whole grid in use
 * @param trained codes of modules by person
 * @param certifications by person
 */
public record Skills(
        List<TrainingModule> modules, Map<Long, Set<String>> trained, Map<Long, List<Certification>> certifications) {

    /** Where a right to lead a module comes from. */
    public enum Origin {
        IEN("habilitation de l'IEN"),
        FORMATION("formation suivie"),
        FONCTION("fonction"),
        RETRAIT("retrait par l'IEN"),
        AUCUNE("non habilité");

        private final String label;

        Origin(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        public boolean isGiven() {
            return this == IEN || this == FORMATION || this == FONCTION;
        }
    }

    /** Functions whose people work with the team and may grow into a module by being trained for it. */
    private static final Set<AgentFunction> TEAM = EnumSet.of(
            AgentFunction.ERUN, AgentFunction.CPC, AgentFunction.CPD, AgentFunction.DSI, AgentFunction.IEN_NUMERIQUE);

    public Origin origin(Agent agent, TrainingModule module, LocalDate day) {
        return certifications.getOrDefault(agent.id(), List.of()).stream()
                .filter(each ->
                        each.moduleCode().equals(module.code()) && each.period().covers(day))
                .map(each -> each.granted() ? Origin.IEN : Origin.RETRAIT)
                .findFirst()
                .orElseGet(() -> unsaid(agent, module));
    }

    /** For how long the inspector's word of this day stands; null where he said nothing or no end. */
    public LocalDate until(Agent agent, TrainingModule module, LocalDate day) {
        return certifications.getOrDefault(agent.id(), List.of()).stream()
                .filter(each ->
                        each.moduleCode().equals(module.code()) && each.period().covers(day))
                .findFirst()
                .map(each -> each.period().until())
                .orElse(null);
    }

    /**
     * Days on which somebody may lead a module.
     *
     * @param from null: always did
     * @param until null: until somebody says otherwise
     */
    public record Spell(LocalDate from, LocalDate until) {

        private boolean spans(LocalDate first, LocalDate last) {
            return (from == null || !from.isAfter(first)) && (until == null || !until.isBefore(last));
        }

        private boolean overlaps(LocalDate first, LocalDate last) {
            return (from == null || !from.isAfter(last)) && (until == null || !until.isBefore(first));
        }
    }

    /**
     * When a person may lead which module (code), for whom that is not, between two days, what the function alone says.
     */
    public Map<Long, Map<String, List<Spell>>> besidesFunctions(
            Collection<Agent> agents, LocalDate from, LocalDate until) {
        Map<Long, Map<String, List<Spell>>> listed = new HashMap<>();
        for (Agent agent : agents) {
            Map<String, List<Spell>> may = new HashMap<>();
            boolean besides = false;
            for (TrainingModule module : modules) {
                List<Spell> spells = spells(agent, module);
                if (!spells.isEmpty()) {
                    may.put(module.code(), spells);
                }
                besides |= isOfFunction(agent, module)
                        ? spells.stream().noneMatch(spell -> spell.spans(from, until))
                        : spells.stream().anyMatch(spell -> spell.overlaps(from, until));
            }
            if (besides) {
                listed.put(agent.id(), may);
            }
        }
        return listed;
    }

    /** Between any two days on which the inspector's word changes, the right is what it is on the first of them. */
    private List<Spell> spells(Agent agent, TrainingModule module) {
        NavigableSet<LocalDate> turns = new TreeSet<>();
        certifications.getOrDefault(agent.id(), List.of()).stream()
                .filter(each -> each.moduleCode().equals(module.code()))
                .map(Certification::period)
                .forEach(period -> {
                    turns.add(period.from());
                    if (period.until() != null) {
                        turns.add(period.until().plusDays(1));
                    }
                });
        List<Spell> spells = new ArrayList<>();
        LocalDate since = null;
        boolean may = unsaid(agent, module).isGiven();
        for (LocalDate turn : turns) {
            boolean now = origin(agent, module, turn).isGiven();
            if (may && !now) {
                spells.add(new Spell(since, turn.minusDays(1)));
            }
            since = now && !may ? turn : since;
            may = now;
        }
        if (may) {
            spells.add(new Spell(since, null));
        }
        return spells;
    }

    private Origin unsaid(Agent agent, TrainingModule module) {
        if (isTrainedFor(agent, module)) {
            return Origin.FORMATION;
        }
        return isOfFunction(agent, module) ? Origin.FONCTION : Origin.AUCUNE;
    }

    private static boolean isOfFunction(Agent agent, TrainingModule module) {
        return module.trainerKind().functions().contains(agent.function());
    }

    private boolean isTrainedFor(Agent agent, TrainingModule module) {
        if (!TEAM.contains(agent.function())) { // most are not, and what follows looks through the whole grid
            return false;
        }
        Set<String> ofTrainers = trainingOf(module);
        return !ofTrainers.isEmpty()
                && trained.getOrDefault(agent.id(), Set.of()).containsAll(ofTrainers);
    }

    /** Codes of what the trainers of a module follow before they lead it. */
    public Set<String> trainingOf(TrainingModule module) {
        return codes(before -> before.trainsTrainers() && module.prerequisites().contains(before.code()));
    }

    private Set<String> codes(Predicate<TrainingModule> which) {
        return modules.stream().filter(which).map(TrainingModule::code).collect(Collectors.toSet());
    }
}
