package fr.forment.attendance.web;

import fr.forment.access.FormAnswer;
import fr.forment.account.SignedIn;
import fr.forment.attendance.CheckInService;
import fr.forment.attendance.MarkLine;
import fr.forment.attendance.MarksEndService;
import fr.forment.attendance.MarksService;
import fr.forment.attendance.Sheets;
import fr.forment.french.French;
import fr.forment.french.Refusal;
import fr.forment.session.EnrolmentState;
import fr.forment.session.SessionState;
import fr.forment.session.SessionWords;
import fr.forment.session.TrainingSession;
import fr.forment.session.closing.MarksReopeningService;
import fr.forment.session.closing.MarksReopenings;
import fr.forment.session.halfday.HalfDay;
import fr.forment.session.halfday.StandInChoices;
import fr.forment.session.halfday.StandInService;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The émargement: a grid that also works on a telephone, and ends the task once all is marked. */
@Controller
@RequiredArgsConstructor
class MarksController {

    private static final EnrolmentState[] STATES = {
        EnrolmentState.PRESENT, EnrolmentState.PARTIEL, EnrolmentState.ABSENT_EXCUSE, EnrolmentState.ABSENT
    };

    private final StandInChoices choices;
    private final MarksService marks;
    private final MarksReopeningService reopening;
    private final MarksReopenings reopenings;
    private final StandInService standIns;
    private final Sheets sheets;
    private final CheckInService arrivals;
    private final MarksAccess access;
    private final SessionWords words;
    private final MarksEndService end;
    private final SignedIn me;

    @GetMapping("/sessions/{id}/emargement")
    String sheet(@PathVariable long id, @RequestParam(defaultValue = "0") int demiJournee, Model model) {
        TrainingSession session = access.sheet(id);
        return page(session, sheets.halfDay(session, demiJournee), Map.of(), model);
    }

    @PostMapping("/sessions/{id}/emargement")
    String save(
            @PathVariable long id,
            @RequestParam(defaultValue = "0") int demiJournee,
            @RequestParam Map<String, String> typed,
            Model model,
            RedirectAttributes next) {
        TrainingSession session = access.sheet(id);
        TypedSheet sheet = new TypedSheet(typed);
        access.lines(id, sheet.lines());
        HalfDay halfDay = sheets.halfDay(session, demiJournee);
        try {
            Map<Long, String> names = sheets.lines(session, halfDay).stream()
                    .collect(Collectors.toMap(MarkLine::enrolmentId, MarkLine::name));
            MarksService.Marked marked = marks.record(id, halfDay.position(), sheet.marks(halfDay, names));
            if (!marked.kept().isEmpty()) {
                return changedMeanwhile(session, halfDay, marked, sheet, model);
            }
            next.addFlashAttribute("done", marked.changed() == 0 ? "Rien n'a changé." : told(marked.marks()) + ".");
            return "redirect:" + address(id, halfDay);
        } catch (Refusal no) {
            model.addAttribute("problem", no.getMessage());
            return page(session, halfDay, typed, model);
        }
    }

    /** What stays and what was typed, person by person; the page shows what was typed, and now says what it saw. */
    private String changedMeanwhile(
            TrainingSession session, HalfDay halfDay, MarksService.Marked marked, TypedSheet sheet, Model model) {
        List<String> people = new ArrayList<>();
        for (MarkLine line : sheets.lines(session, halfDay)) {
            if (marked.kept().contains(line.enrolmentId())) {
                EnrolmentState chosen = sheet.state(line.enrolmentId());
                Integer minutes = chosen == EnrolmentState.PARTIEL
                        ? (Integer) sheet.presence(line.enrolmentId()).minutes(halfDay, line.name())
                        : null;
                people.add(line.name() + " : « " + told(line.state(), line.minutes())
                        + " » est enregistré, vous aviez choisi « " + told(chosen, minutes) + " »");
            }
        }
        model.addAttribute(
                "problem",
                "Quelqu'un a saisi ces présences pendant que vous aviez la page ouverte ; elles restent telles quelles. "
                        + String.join(" ; ", people) + ". "
                        + (marked.changed() == 0 ? "" : "Le reste de votre saisie est enregistré. ")
                        + "Votre choix est encore coché ci-dessous : enregistrez de nouveau s'il vaut toujours.");
        return page(session, halfDay, sheet.only(marked.kept()), model);
    }

    /** « 2 présences et 1 absence enregistrées »: an absence is not told as a presence. */
    private static String told(List<EnrolmentState> marks) {
        long there = marks.stream().filter(EnrolmentState::wasThere).count();
        long away = marks.size() - there;
        String both = there == 0
                ? French.count(away, "absence")
                : French.count(there, "présence") + (away == 0 ? "" : " et " + French.count(away, "absence"));
        return both + " " + French.word(marks.size(), "enregistrée");
    }

    private static String told(EnrolmentState state, Integer minutes) {
        return state.label() + (state == EnrolmentState.PARTIEL && minutes != null ? " (" + minutes + " min)" : "");
    }

    @PostMapping("/sessions/{id}/emargement/tous")
    String allPresent(
            @PathVariable long id, @RequestParam(defaultValue = "0") int demiJournee, RedirectAttributes next) {
        HalfDay halfDay = sheets.halfDay(access.sheet(id), demiJournee);
        return FormAnswer.then(address(id, halfDay), next, () -> {
            int marked = marks.allPresent(id, halfDay.position());
            return marked == 0
                    ? "Chacun avait déjà une présence saisie."
                    : "Présents : " + marked + ". Corrigez si besoin les absents.";
        });
    }

    @PostMapping("/sessions/{id}/emargement/ajout")
    String walkIn(
            @PathVariable long id,
            @RequestParam(defaultValue = "0") int demiJournee,
            @RequestParam String who,
            @RequestParam(defaultValue = "") String motive,
            RedirectAttributes next) {
        HalfDay halfDay = sheets.halfDay(access.sheet(id), demiJournee);
        return FormAnswer.then(address(id, halfDay), next, Map.of("who", who, "motive", motive), () -> {
            marks.walkIn(id, halfDay.position(), who, motive);
            return "La personne est ajoutée et notée présente.";
        });
    }

    /** @param headCount of a meeting with parents only */
    @PostMapping("/sessions/{id}/emargement/terminer")
    String end(
            @PathVariable long id,
            @RequestParam(defaultValue = "0") int demiJournee,
            @RequestParam(defaultValue = "") String headCount,
            RedirectAttributes next) {
        TrainingSession session = access.sheet(id);
        return FormAnswer.then(
                address(id, sheets.halfDay(session, demiJournee)), next, Map.of("headCount", headCount), () -> {
                    end.end(id, headCount);
                    return session.isForParents()
                            ? "L'émargement est terminé : le nombre de présents est enregistré."
                            : "L'émargement est terminé. Les attestations partent dans quelques minutes.";
                });
    }

    @PostMapping("/sessions/{id}/emargement/rouvrir")
    String reopen(@PathVariable long id, @RequestParam(defaultValue = "") String motive, RedirectAttributes next) {
        TrainingSession session = access.organisable(id);
        return FormAnswer.then(address(id, sheets.halfDay(session, 1)), next, Map.of("motive", motive), () -> {
            reopening.reopen(id, motive);
            return "L'émargement est rouvert. Corrigez, puis terminez ici, ou dans la tâche « Corriger l'émargement » de « Mes tâches ».";
        });
    }

    @PostMapping("/sessions/{id}/emargement/formateur")
    String standIn(
            @PathVariable long id,
            @RequestParam(defaultValue = "0") int demiJournee,
            @RequestParam(required = false) Long agent,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(required = false) String vu,
            RedirectAttributes next) {
        TrainingSession session = access.organisable(id);
        access.trainer(session, agent);
        HalfDay halfDay = sheets.halfDay(session, demiJournee);
        return FormAnswer.then(
                address(id, halfDay),
                next,
                Map.of("standIn", Objects.toString(agent, ""), "reason", reason),
                () -> standIns.entrust(id, vu, List.of(halfDay.entrustedTo(agent)), reason) == 0
                        ? "Rien n'a changé : cette personne assure déjà cette demi-journée."
                        : "Le formateur de cette demi-journée est enregistré.");
    }

    private static String address(long id, HalfDay halfDay) {
        return "/sessions/" + id + "/emargement?demiJournee=" + halfDay.position();
    }

    private String page(TrainingSession session, HalfDay halfDay, Map<String, String> typed, Model model) {
        List<MarkLine> people = sheets.lines(session, halfDay);
        model.addAttribute("training", session);
        model.addAttribute("moduleTitle", words.title(session));
        model.addAttribute("halfDay", halfDay);
        model.addAttribute("halfDays", sheets.halfDays(session));
        model.addAttribute("toMark", sheets.unmarked(session));
        model.addAttribute("people", people);
        model.addAttribute("reader", me.agentId());
        model.addAttribute("refused", model.getAttribute("typed")); // of the other forms of the page
        model.addAttribute("typed", typed);
        model.addAttribute("states", STATES);
        model.addAttribute(
                "unmarked", people.stream().filter(line -> !line.isMarked()).count());
        model.addAttribute(
                "others",
                people.stream()
                        .filter(line -> !line.isMarked() && !Objects.equals(line.agentId(), me.agentId()))
                        .count());
        boolean reopened = reopenings.isOpen(session.id());
        model.addAttribute("open", reopened || !session.state().isOver());
        model.addAttribute("reopened", reopened);
        model.addAttribute(
                "reopenable", !reopened && session.state() == SessionState.CLOTUREE && access.organises(session));
        boolean names = access.organises(session) && !session.state().isOver();
        model.addAttribute(
                "trainers", names ? choices.of(session, List.of(halfDay)).get(halfDay.position()) : List.of());
        model.addAttribute("trainer", words.trainer(halfDay.trainer(session), session.trainerKind()));
        model.addAttribute("shown", names ? words.shownDates(session).sent() : null);
        model.addAttribute("reading", arrivals.isOpen(session, halfDay));
        model.addAttribute("end", end.of(session));
        model.addAttribute("ended", session.state() == SessionState.A_EMARGER); // and nobody is asked any more
        return "attendance/marks";
    }
}
