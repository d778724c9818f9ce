package fr.forment.worklist.web;

import fr.forment.account.SignedIn;
import fr.forment.engine.OpenTask;
import fr.forment.engine.OpenTasks;
import fr.forment.plan.Plan;
import fr.forment.plan.Plans;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lombok.RequiredArgsConstructor;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * What waits for the reader about the very thing a page shows: mails lead to the page, which still answers when the
 * task is gone, and the page leads on to the task.
 */
@ControllerAdvice
@RequiredArgsConstructor
class TasksHere {

    private static final int MOST = 200;
    private static final Pattern PAGE = Pattern.compile("/(\\w+)(?:/(\\d{1,18})(?:/grille)?)?");
    private static final Map<String, String> PROCESSES = Map.of(
            "plans",
            "trainingPlan",
            "besoins",
            "needsCampaign",
            "enquete",
            "needsSurvey",
            "sessions",
            "trainingSession",
            "arrivees",
            "arrival",
            "versions",
            "entRelease");
    /** Pages of many cases: all that waits for the reader. */
    private static final Map<String, String> OF_MANY = Map.of("arrivees", "departure", "ecole", "schoolOpening");

    private final OpenTasks tasks;
    private final Plans plans;
    private final SignedIn me;

    @ModelAttribute("tasksHere")
    List<OpenTask> here(HttpServletRequest request) {
        Matcher page = PAGE.matcher(
                request.getRequestURI().substring(request.getContextPath().length()));
        if (!"GET".equals(request.getMethod()) || !page.matches() || me.login() == null) {
            return List.of();
        }
        String key = page.group(2);
        String process = (key == null ? OF_MANY : PROCESSES).get(page.group(1));
        return process == null ? List.of() : mine(process, key == null ? null : businessKey(process, key));
    }

    private List<OpenTask> mine(String process, String key) {
        return tasks.of(me.login(), me.groups(), process, key, MOST);
    }

    /** All versions of a plan are one case. */
    private String businessKey(String process, String key) {
        return process.equals("trainingPlan")
                ? plans.find(Long.parseLong(key))
                        .map(Plan::rootId)
                        .map(String::valueOf)
                        .orElse(key)
                : key;
    }
}
