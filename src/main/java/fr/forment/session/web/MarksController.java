package fr.forment.session.web;

import fr.forment.engine.OpenTask;
import fr.forment.engine.OpenTasks;
import fr.forment.french.French;
import fr.forment.french.Refusal;
import fr.forment.french.Typed;
import fr.forment.session.EnrolmentState;
import fr.forment.session.MarksService;
import fr.forment.session.SessionWords;
import fr.forment.session.TrainingSession;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The émargement: a grid that also works on a telephone. The task itself is ended in the task list. */
@Controller
@RequiredArgsConstructor
class MarksController {

    private static final String MARK = "mark_";
    private static final String MINUTES = "minutes_";
    private static final String SEEN = "vu_";
    private static final Pattern SHOWN = Pattern.compile("("
            + String.join(
                    "|", Arrays.stream(EnrolmentState.values()).map(Enum::name).toList()) + ")/(\\d{0,6})");

    private final MarksService marks;
    private final SessionAccess access;
    private final SessionTables tables;
    private final SessionWords words;
    private final OpenTasks tasks;

    @GetMapping("/sessions/{id}/emargement")
    String sheet(@PathVariable long id, Model model) {
        return page(access.entire(id), Map.of(), model);
    }

    @PostMapping("/sessions/{id}/emargement")
    String save(@PathVariable long id, @RequestParam Map<String, String> typed, Model model, RedirectAttributes next) {
        TrainingSession session = access.entire(id);
        access.lines(id, lines(typed));
        try {
            MarksService.Marked marked = marks.record(id, read(typed));
            int changed = marked.changed();
            if (!marked.kept().isEmpty()) {
                return changedMeanwhile(session, marked, typed, model);
            }
            next.addFlashAttribute(
                    "done", changed == 0 ? "Rien n'a changé." : French.count(changed, "présence enregistrée") + ".");
            return "redirect:/sessions/" + id + "/emargement";
        } catch (Refusal no) {
            model.addAttribute("problem", no.getMessage());
            return page(session, typed, model);
        }
    }

    /** What stays and what was typed, person by person; the page shows what was typed, and now says what it saw. */
    private String changedMeanwhile(
            TrainingSession session, MarksService.Marked marked, Map<String, String> typed, Model model) {
        Map<String, String> open = new HashMap<>();
        List<String> people = new ArrayList<>();
        for (PersonRow row : tables.people(session)) {
            if (marked.kept().contains(row.enrolmentId())) {
                String mark = typed.get(MARK + row.enrolmentId());
                String minutes = typed.getOrDefault(MINUTES + row.enrolmentId(), "");
                open.put(MARK + row.enrolmentId(), mark);
                open.put(MINUTES + row.enrolmentId(), minutes);
                people.add(row.name() + " : « " + told(row.state(), row.minutes())
                        + " » est enregistré, vous aviez choisi « " + told(state(mark), number(minutes)) + " »");
            }
        }
        model.addAttribute(
                "problem",
                "Quelqu'un a saisi ces présences pendant que vous aviez la page ouverte ; elles restent telles quelles. "
                        + String.join(" ; ", people) + ". "
                        + (marked.changed() == 0 ? "" : "Le reste de votre saisie est enregistré. ")
                        + "Votre choix est encore coché ci-dessous : enregistrez de nouveau s'il vaut toujours.");
        return page(session, open, model);
    }

    private static String told(EnrolmentState state, Integer minutes) {
        return state.label() + (state == EnrolmentState.PARTIEL && minutes != null ? " (" + minutes + " min)" : "");
    }

    @PostMapping("/sessions/{id}/emargement/tous")
    String allPresent(@PathVariable long id, RedirectAttributes next) {
        access.entire(id);
        return Answering.then("/sessions/" + id + "/emargement", next, () -> {
            int marked = marks.allPresent(id);
            return marked == 0
                    ? "Chacun avait déjà une présence saisie."
                    : "Présents : " + marked + ". Corrigez si besoin les absents.";
        });
    }

    @PostMapping("/sessions/{id}/emargement/ajout")
    String walkIn(
            @PathVariable long id,
            @RequestParam String who,
            @RequestParam(defaultValue = "") String motive,
            RedirectAttributes next) {
        access.entire(id);
        return Answering.then("/sessions/" + id + "/emargement", next, () -> {
            marks.walkIn(id, who, motive);
            return "La personne est ajoutée et notée présente.";
        });
    }

    private String page(TrainingSession session, Map<String, String> typed, Model model) {
        var people = tables.people(session).stream()
                .filter(row -> row.state().isExpected() || row.state().isMark())
                .toList();
        model.addAttribute("training", session);
        model.addAttribute("moduleTitle", words.title(session));
        model.addAttribute("when", words.day(session) + ", " + words.hours(session));
        model.addAttribute("people", people);
        model.addAttribute("typed", typed);
        model.addAttribute("states", new EnrolmentState[] {
            EnrolmentState.PRESENT, EnrolmentState.PARTIEL, EnrolmentState.ABSENT_EXCUSE, EnrolmentState.ABSENT
        });
        model.addAttribute(
                "unmarked",
                people.stream().filter(row -> row.state().isExpected()).count());
        model.addAttribute("open", !session.state().isOver());
        model.addAttribute(
                "task",
                tasks.in("trainingSession", session.id()).stream()
                        .filter(task -> task.taskKey().equals("mark"))
                        .map(OpenTask::link)
                        .findFirst()
                        .orElse(null));
        return "session/marks";
    }

    /** A line that is no number is nobody's. */
    private static List<Long> lines(Map<String, String> typed) {
        return typed.keySet().stream()
                .filter(field -> field.startsWith(MARK))
                .map(field -> field.substring(MARK.length()))
                .map(id -> id.matches("\\d{1,18}") ? Long.parseLong(id) : -1)
                .toList();
    }

    private static Map<Long, MarksService.Mark> read(Map<String, String> typed) {
        Map<Long, MarksService.Mark> read = new HashMap<>();
        typed.forEach((field, value) -> {
            if (field.startsWith(MARK) && !value.isBlank()) {
                String id = field.substring(MARK.length());
                read.put(
                        Long.valueOf(id),
                        new MarksService.Mark(
                                state(value), number(typed.get(MINUTES + id)), seen(typed.get(SEEN + id))));
            }
        });
        return read;
    }

    /** "PRESENT/90"; a line without it was shown with no mark. */
    private static MarksService.Seen seen(String sent) {
        Matcher shown = SHOWN.matcher(sent == null ? "" : sent);
        return shown.matches()
                ? new MarksService.Seen(
                        EnrolmentState.valueOf(shown.group(1)),
                        shown.group(2).isEmpty() ? null : Integer.valueOf(shown.group(2)))
                : new MarksService.Seen(null, null);
    }

    private static EnrolmentState state(String value) {
        try {
            EnrolmentState state = EnrolmentState.valueOf(value);
            if (state.isMark()) {
                return state;
            }
        } catch (IllegalArgumentException unknown) {
            // said below
        }
        throw new Refusal("Une présence n'est pas reconnue. Rechargez la page.");
    }

    private static Integer number(String text) {
        return Typed.text(text).isEmpty()
                ? null
                : Typed.number(text).orElseThrow(() -> new Refusal("Le nombre de minutes s'écrit en chiffres."));
    }
}
