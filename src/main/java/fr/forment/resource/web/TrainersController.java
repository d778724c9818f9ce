package fr.forment.resource.web;

import fr.forment.catalogue.TrainingModule;
import fr.forment.database.Slice;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.resource.Skills;
import fr.forment.resource.TrainerAbsence;
import fr.forment.resource.TrainerList;
import fr.forment.resource.TrainerResources;
import fr.forment.resource.TrainerWeek;
import fr.forment.territory.Circonscription;
import java.time.LocalDate;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who trains in a circonscription, and what each gives. */
@Controller
@RequiredArgsConstructor
class TrainersController {

    /**
     * One row.
     *
     * @param week what stands today; null when nothing was said
     * @param away absences to come
     * @param leads titles of the modules
     */
    record Row(Agent agent, TrainerWeek week, List<TrainerAbsence> away, List<String> leads) {}

    private final ResourceAccess access;
    private final TrainerList trainers;
    private final TrainerResources resources;
    private final Agents agents;

    @GetMapping("/ressources")
    String page(
            @RequestParam(required = false) String circonscription,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        Circonscription where = access.shown(circonscription, model);
        model.addAttribute("trainers", Slice.of(trainers.of(where), page).with(shown -> rows(shown, where.uai())));
        return "resource/trainers";
    }

    private List<Row> rows(List<Agent> shown, String circonscriptionUai) {
        LocalDate today = agents.today();
        List<Long> ids = shown.stream().map(Agent::id).toList();
        var weeks = resources.weeks(ids);
        var absences = resources.absences(ids, today, circonscriptionUai);
        Skills skills = trainers.skills(shown);
        return shown.stream()
                .map(agent -> new Row(
                        agent,
                        weeks.getOrDefault(agent.id(), List.of()).stream()
                                .filter(week -> week.period().covers(today))
                                .findFirst()
                                .orElse(null),
                        absences.getOrDefault(agent.id(), List.of()),
                        skills.modules().stream()
                                .filter(module ->
                                        skills.origin(agent, module, today).isGiven())
                                .map(TrainingModule::title)
                                .toList()))
                .toList();
    }
}
