package fr.forment.demonstration.web;

import fr.forment.audit.Audit;
import fr.forment.audit.DataLookService;
import fr.forment.demonstration.DepartingMails;
import fr.forment.engine.TimeMachine;
import fr.forment.french.French;
import fr.forment.mail.MailBox;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.context.annotation.Profile;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A year in ten minutes: goes to the next due event, or forward by days. */
@Controller
@Profile("demo")
@RequiredArgsConstructor
class ClockController {

    private static final int MOST_DAYS = 400;

    private final TimeMachine time;
    private final DepartingMails postman;
    private final MailBox box;
    private final Audit audit;
    private final DataLookService looks;
    private final Clock clock;

    @GetMapping("/demonstration")
    String page(Model model) {
        model.addAllAttributes(Map.of(
                "now",
                said(clock.instant()),
                "next",
                time.nextEvent().map(this::said).orElse(""),
                "today",
                LocalDate.now(clock),
                "mails",
                box.latest("", 10)));
        return "demonstration/clock";
    }

    @PostMapping("/demonstration/evenement")
    String nextEvent(RedirectAttributes flash) {
        var next = time.nextEvent();
        if (next.isEmpty()) {
            flash.addFlashAttribute("problem", "Aucune échéance à venir : chaque étape attend une réponse.");
        } else {
            travel(next.get().isAfter(clock.instant()) ? next.get() : clock.instant(), flash);
        }
        return "redirect:/demonstration";
    }

    @PostMapping("/demonstration/jours")
    String days(@RequestParam int jours, RedirectAttributes flash) {
        if (jours < 1 || jours > MOST_DAYS) {
            flash.addFlashAttribute("problem", "Indiquez un nombre de jours entre 1 et " + MOST_DAYS + ".");
        } else {
            travel(clock.instant().plus(jours, ChronoUnit.DAYS), flash);
        }
        return "redirect:/demonstration";
    }

    @PostMapping("/demonstration/date")
    String date(@RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate date, RedirectAttributes flash) {
        Instant target = date.atTime(LocalTime.of(9, 0)).atZone(clock.getZone()).toInstant();
        if (!target.isAfter(clock.instant())
                || date.isAfter(LocalDate.now(clock).plusDays(MOST_DAYS))) {
            flash.addFlashAttribute(
                    "problem",
                    "On ne revient pas en arrière, et on avance de " + MOST_DAYS
                            + " jours au plus : choisissez une autre date.");
        } else {
            travel(target, flash);
        }
        return "redirect:/demonstration";
    }

    private void travel(Instant target, RedirectAttributes flash) {
        Instant before = clock.instant();
        time.travelTo(target, postman);
        looks.keep(audit.look()); // the morning's look follows the wall's clock, which a journey leaves behind
        long sent = box.latest("", 2000).stream()
                .filter(mail -> mail.sentAt() != null && !mail.sentAt().isBefore(before))
                .count();
        flash.addFlashAttribute(
                "done",
                "Nous sommes maintenant le " + said(clock.instant()) + ". Courriels partis en chemin : " + sent + ".");
    }

    private String said(Instant instant) {
        return French.moment(LocalDateTime.ofInstant(instant, clock.getZone()));
    }
}
