package fr.forment.worklist.web;

import fr.forment.account.SignedIn;
import fr.forment.engine.Directory;
import fr.forment.engine.OpenTask;
import fr.forment.engine.OpenTasks;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/**
 * What stands around the forms of Tasklist: the thanks after one is sent, the end of a link whose task is over, and the
 * day by the clock of the house.
 */
@Controller
@RequiredArgsConstructor
class SentController {

    private static final int MOST = 20;

    private final OpenTasks tasks;
    private final Directory directory;
    private final SignedIn me;
    private final Clock clock;

    @GetMapping("/taches/envoyee")
    String sent(Model model) {
        model.addAttribute("tasks", mine());
        return "worklist/sent";
    }

    /** Where a link leads whose task is over, or somebody else's: nobody learns which. */
    @GetMapping("/taches/terminee")
    String gone(Model model) {
        model.addAttribute("tasks", mine());
        return "worklist/gone";
    }

    @GetMapping("/taches/aujourdhui")
    @ResponseBody
    Map<String, LocalDate> today() {
        return Map.of("today", LocalDate.now(clock));
    }

    private List<OpenTask> mine() {
        return tasks.of(me.login(), directory.groupsOf(me.login()), MOST);
    }
}
