package fr.forment.resource;

import fr.forment.catalogue.TrainingModule;
import fr.forment.people.Agent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** People to entrust a session to, those who may lead it first: nobody looks for them among two hundred names. */
@Component
@RequiredArgsConstructor
public class TrainerGroups {

    private static final String QUALIFIED = "Habilités pour ce module";
    private static final String TRAINERS = "Formateurs et formatrices";
    private static final String OTHERS = "Autres personnes";
    private static final String WITHOUT_RIGHT = " (non habilités pour ce module)";

    private final TrainerList trainers;

    /** @param people in their order */
    public record Group(String label, List<Agent> people) {}

    /**
     * Groups with nobody are left out.
     *
     * @param moduleCode null while none is chosen
     * @param day of the session; null while none is chosen
     */
    public List<Group> of(Collection<Agent> people, String moduleCode, LocalDate day) {
        return of(people, moduleCode == null ? null : trainers.skills(people), moduleCode, day);
    }

    /** @param known their skills; null while no module is chosen */
    public List<Group> of(Collection<Agent> people, Skills known, String moduleCode, LocalDate day) {
        Map<String, List<Agent>> groups = new LinkedHashMap<>();
        List.of(QUALIFIED, TRAINERS, OTHERS).forEach(label -> groups.put(label, new ArrayList<>()));
        Optional<Skills> skills = Optional.ofNullable(known);
        Optional<TrainingModule> module = skills.stream()
                .flatMap(each -> each.modules().stream())
                .filter(each -> each.code().equals(moduleCode))
                .findFirst();
        people.forEach(agent -> groups.get(label(agent, skills, module, day)).add(agent));
        return groups.entrySet().stream()
                .filter(group -> !group.getValue().isEmpty())
                .map(group -> new Group(
                        module.isEmpty() || group.getKey().equals(QUALIFIED)
                                ? group.getKey()
                                : group.getKey() + WITHOUT_RIGHT,
                        group.getValue()))
                .toList();
    }

    private static String label(Agent agent, Optional<Skills> skills, Optional<TrainingModule> module, LocalDate day) {
        boolean may = module.isPresent()
                && day != null
                && skills.get().origin(agent, module.get(), day).isGiven();
        return may ? QUALIFIED : TrainerList.isTrainer(agent.function()) ? TRAINERS : OTHERS;
    }
}
