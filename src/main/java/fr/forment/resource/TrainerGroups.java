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
    private static final String HINDERED = "Habilités pour ce module, mais pris ou absents à ce moment-là";
    private static final String TRAINERS = "Formateurs et formatrices";
    private static final String OTHERS = "Autres personnes";
    private static final String WITHOUT_RIGHT = " (non habilités pour ce module)";

    private final TrainerList trainers;

    /**
     * @param people in their order
     * @param notes why somebody of them cannot come
     */
    public record Group(String label, List<Agent> people, Map<Long, String> notes) {

        /** Each of them has the right to the module and can come. */
        public boolean isQualifiedAndFree() {
            return label.equals(QUALIFIED);
        }

        /** What follows a name: " – a dit son absence"; empty for who can come. */
        public String note(Agent agent) {
            return notes.containsKey(agent.id()) ? " – " + notes.get(agent.id()) : "";
        }
    }

    /**
     * Groups with nobody are left out.
     *
     * @param moduleCode null while none is chosen
     * @param day of the session; null while none is chosen
     * @param named who is chosen already; null for nobody
     */
    public List<Group> of(Collection<Agent> people, String moduleCode, LocalDate day, Long named) {
        boolean asked = moduleCode != null && day != null;
        return of(people, asked ? trainers.skills(people) : null, moduleCode, day, Map.of(), named);
    }

    /** @param known their skills; null while no module is chosen */
    public List<Group> of(Collection<Agent> people, Skills known, String moduleCode, LocalDate day) {
        return of(people, known, moduleCode, day, Map.of(), null);
    }

    /**
     * Of those without the right only trainers, and who is named already: the inspector may give it to anybody else.
     *
     * @param hindered why who cannot come, words that follow a name
     * @param named who gives it already; null for nobody
     */
    public List<Group> of(
            Collection<Agent> people,
            Skills known,
            String moduleCode,
            LocalDate day,
            Map<Long, String> hindered,
            Long named) {
        Map<String, List<Agent>> groups = new LinkedHashMap<>();
        List.of(QUALIFIED, HINDERED, TRAINERS, OTHERS).forEach(label -> groups.put(label, new ArrayList<>()));
        Optional<Skills> skills = Optional.ofNullable(known);
        Optional<TrainingModule> module = skills.stream()
                .flatMap(each -> each.modules().stream())
                .filter(each -> each.code().equals(moduleCode))
                .findFirst();
        people.forEach(agent -> {
            String label = label(agent, skills, module, day);
            boolean away = hindered.containsKey(agent.id()) && !agent.id().equals(named);
            if (label.equals(QUALIFIED)) {
                groups.get(away ? HINDERED : QUALIFIED).add(agent);
            } else if (module.isEmpty() || agent.id().equals(named) || label.equals(TRAINERS) && !away) {
                groups.get(label).add(agent);
            }
        });
        return groups.entrySet().stream()
                .filter(group -> !group.getValue().isEmpty())
                .map(group -> new Group(
                        module.isEmpty() || group.getKey().startsWith(QUALIFIED)
                                ? group.getKey()
                                : group.getKey() + WITHOUT_RIGHT,
                        group.getValue(),
                        hindered))
                .toList();
    }

    private static String label(Agent agent, Optional<Skills> skills, Optional<TrainingModule> module, LocalDate day) {
        boolean may = module.isPresent()
                && day != null
                && skills.get().origin(agent, module.get(), day).isGiven();
        return may ? QUALIFIED : TrainerList.isTrainer(agent.function()) ? TRAINERS : OTHERS;
    }
}
