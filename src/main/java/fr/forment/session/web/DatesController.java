package fr.forment.session.web;

import fr.forment.access.FormAnswer;
import fr.forment.french.French;
import fr.forment.french.Refusal;
import fr.forment.french.Typed;
import fr.forment.french.TypedHours;
import fr.forment.session.DatesService;
import fr.forment.session.SessionDates;
import fr.forment.session.SessionState;
import fr.forment.session.SessionWords;
import fr.forment.session.TrainingSession;
import fr.forment.session.halfday.HalfDay;
import fr.forment.session.halfday.SessionHalfDays;
import fr.forment.session.halfday.StandInChoices;
import fr.forment.session.halfday.StandInService;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The half-days of a session: added, changed, taken away, each perhaps with a trainer of its own. */
@Controller
@RequiredArgsConstructor
class DatesController {

    /** Empty lines to add half-days in. */
    private static final int MORE = 3;

    private final SessionAccess access;
    private final SessionNews news;
    private final StandInChoices choices;
    private final DatesService service;
    private final StandInService standIns;
    private final SessionHalfDays halfDays;
    private final SessionWords words;
    private final SessionDates dates;

    /** One line of the form, as it is or as it was typed. */
    record Line(String day, String start, String end, String trainer) {

        /** The page after this one reads it from the session, where only plain values are kept. */
        private Map<String, String> kept() {
            return Map.of("day", day, "start", start, "end", end, "trainer", trainer);
        }

        private static Line of(Map<?, ?> kept) {
            return new Line(
                    kept.get("day").toString(),
                    kept.get("start").toString(),
                    kept.get("end").toString(),
                    kept.get("trainer").toString());
        }

        private static final Line EMPTY = new Line("", "", "", "");

        private static Line of(HalfDay half) {
            return new Line(
                    half.startsAt().toLocalDate().toString(),
                    half.startsAt().toLocalTime().toString(),
                    half.endsAt().toLocalTime().toString(),
                    Objects.toString(half.trainerId(), ""));
        }
    }

    @GetMapping("/sessions/{id}/dates")
    String page(@PathVariable long id, Model model) {
        TrainingSession session = access.organisable(id);
        List<Line> lines = new ArrayList<>();
        if (model.getAttribute("typed") instanceof Map<?, ?> refused && refused.get("lines") instanceof List<?> typed) {
            typed.forEach(line -> lines.add(Line.of((Map<?, ?>) line)));
        } else {
            halfDays.of(session).stream().map(Line::of).forEach(lines::add);
            for (int more = 0; more < MORE; more++) {
                lines.add(Line.EMPTY);
            }
        }
        model.addAllAttributes(Map.of(
                "training",
                session,
                "moduleTitle",
                words.title(session),
                "trainer",
                words.trainer(session),
                "lines",
                lines,
                "total",
                French.duration(session.minutes()),
                "shown",
                words.shownDates(session).sent(),
                "people",
                choices.of(session, halfDays.of(session)),
                "firstDay",
                French.day(dates.firstDay(session.circonscriptionUai())),
                "underWay",
                session.state() == SessionState.EN_COURS,
                "changeable",
                session.mayBeLeft(dates.now(session)) || isToGoOn(session)));
        return "session/dates";
    }

    /** Under way, with more to come. */
    private boolean isToGoOn(TrainingSession session) {
        return session.state() == SessionState.EN_COURS && session.endsAt().isAfter(dates.now(session));
    }

    /** Lines without a day are no half-days. */
    @PostMapping("/sessions/{id}/dates")
    String set(
            @PathVariable long id,
            @RequestParam(required = false) String vu,
            @RequestParam MultiValueMap<String, String> sent, // a list of one would be cut at its comma: « 9,5 »
            @RequestParam(required = false) List<Long> formateur,
            @RequestParam(defaultValue = "") String motive,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "false") boolean shortNotice,
            RedirectAttributes next) {
        TrainingSession session = access.organisable(id);
        List<String> jour = sent.getOrDefault("jour", List.of());
        List<String> debut = sent.getOrDefault("debut", List.of());
        List<String> fin = sent.getOrDefault("fin", List.of());
        List<Line> typed = new ArrayList<>();
        for (int at = 0; at < jour.size(); at++) {
            Long agent = formateur == null || at >= formateur.size() ? null : formateur.get(at);
            typed.add(new Line(jour.get(at), of(debut, at), of(fin, at), Objects.toString(agent, "")));
        }
        for (Long agent : formateur == null ? List.<Long>of() : formateur) {
            access.reach().trainer(agent, session.circonscriptionUai(), session.trainerId());
        }
        return FormAnswer.then(
                "/sessions/" + id + "/dates",
                next,
                Map.of("lines", typed.stream().map(Line::kept).toList(), "motive", motive, "reason", reason),
                () -> {
                    List<HalfDay> wanted = read(typed, session);
                    List<HalfDay> present = halfDays.of(session);
                    if (sameTimes(present, wanted)) {
                        return entrust(session, vu, wanted, reason);
                    }
                    List<Long> told = news.people(session);
                    int left = service.set(id, vu, wanted, motive, shortNotice, reason);
                    return "Les dates sont enregistrées : "
                            + French.count(wanted.size(), "demi-journée") + ", "
                            + French.duration(
                                    wanted.stream().mapToInt(HalfDay::minutes).sum()) + " en tout."
                            + news.spread(session, told)
                            + (left == 0 ? "" : " Personnes désinscrites, car déjà prises à ces dates : " + left + ".");
                });
    }

    /** Only who trains changes: nobody is convoked anew for that. */
    private String entrust(TrainingSession session, String seen, List<HalfDay> wanted, String reason) {
        if (standIns.entrust(session.id(), seen, wanted, reason) == 0) {
            throw new Refusal("Rien n'a changé : ni les demi-journées, ni les personnes qui les assurent.");
        }
        return "Les demi-journées sont confiées. Les personnes concernées reçoivent un courriel.";
    }

    private static boolean sameTimes(List<HalfDay> present, List<HalfDay> wanted) {
        return present.stream()
                .map(half -> half.entrustedTo(null))
                .toList()
                .equals(wanted.stream().map(half -> half.entrustedTo(null)).toList());
    }

    private static List<HalfDay> read(List<Line> typed, TrainingSession session) {
        List<HalfDay> found = new ArrayList<>();
        for (Line line : typed) {
            if (line.day().isBlank()) {
                continue;
            }
            LocalDate day = Typed.date(line.day(), "Indiquez la date.", "jour");
            Long trainer = line.trainer().isEmpty() ? null : Long.valueOf(line.trainer());
            found.add(new HalfDay(
                    0,
                    day.atTime(time(line.start(), day, "l'heure de début")),
                    day.atTime(time(line.end(), day, "l'heure de fin")),
                    Objects.equals(trainer, session.trainerId()) ? null : trainer));
        }
        found.sort(Comparator.comparing(HalfDay::startsAt));
        List<HalfDay> numbered = new ArrayList<>();
        for (HalfDay half : found) {
            numbered.add(new HalfDay(numbered.size() + 1, half.startsAt(), half.endsAt(), half.trainerId()));
        }
        return numbered;
    }

    private static LocalTime time(String typed, LocalDate day, String what) {
        return TypedHours.time(typed)
                .orElseThrow(() -> new Refusal("Le " + French.day(day) + " : " + TypedHours.advice(typed, what)));
    }

    private static String of(List<String> values, int at) {
        return at < values.size() ? values.get(at) : "";
    }
}
