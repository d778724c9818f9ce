package fr.forment.project.opening;

import fr.forment.french.French;
import fr.forment.french.Refusal;
import fr.forment.french.Typed;
import fr.forment.project.Project;
import fr.forment.project.Projects;
import fr.forment.project.Vague;
import fr.forment.project.VagueSchool;
import fr.forment.project.VagueService;
import fr.forment.project.VagueState;
import fr.forment.project.need.LateStart;
import fr.forment.project.need.OpeningDayMoved;
import fr.forment.territory.Circonscriptions;
import fr.forment.territory.SchoolCalendar;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves the day on which the schools of a vague open: one gesture, with its reason in the history, told to whoever
 * counts on the day. Vagues keep their order. Once its trainers are ready and its schools at work, the day only moves
 * back; the timers of each school follow it.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class OpeningDayService {

    private static final int LONGEST = 500;
    private static final int YEARS_AHEAD = 2;

    private static final Set<VagueState> FREE =
            EnumSet.of(VagueState.PREPARATION, VagueState.FORMATEURS_EN_FORMATION, VagueState.FORMATEURS_PRETS);
    private final VagueService vagues;
    private final Projects projects;
    private final Circonscriptions circonscriptions;
    private final SchoolCalendar calendar;
    private final OpeningMails mails;
    private final LateStart late;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /**
     * @param seen the day that was shown
     * @param asked a day of school; null where it could not be read
     * @return the day that stands now
     * @throws Refusal with what to mend; nothing is changed then
     */
    public LocalDate move(long vagueId, LocalDate seen, LocalDate asked, String motive) {
        Vague vague = vagues.hold(vagueId);
        Project project = projects.find(vague.projectId()).orElseThrow();
        String why = Typed.text(motive);
        LocalDate today = LocalDate.now(clock);
        if (!vague.opensOn().equals(seen)) {
            throw new Refusal("La date d'ouverture vient de changer : c'est maintenant le "
                    + French.day(vague.opensOn()) + ". Rien n'a été fait : vérifiez, puis recommencez.");
        }
        List<VagueSchool> staying = projects.schoolsOf(vagueId).stream()
                .filter(place -> !place.state().isGone())
                .toList();
        refuseIf(
                !vague.isBeforeOpening()
                        || project.state().isFinal()
                        || staying.stream().anyMatch(place -> place.openedOn() != null),
                "La date d'ouverture ne change plus : les écoles de cette vague sont ouvertes, ou la vague est finie.",
                "jour");
        refuseIf(
                why.isEmpty() || why.length() > LONGEST,
                "Indiquez le motif, en " + LONGEST
                        + " caractères au plus : il figure dans l'historique et dans les courriels.",
                "motif");
        refuseIf(asked == null, "Indiquez la nouvelle date d'ouverture, jour/mois/année.", "jour");
        refuseIf(
                !asked.isAfter(today) || asked.isAfter(today.plusYears(YEARS_AHEAD)),
                "Choisissez une date à venir, dans les deux ans.",
                "jour");
        LocalDate day = calendar.onOrAfter(
                circonscriptions
                        .find(project.circonscriptionUai())
                        .orElseThrow()
                        .zone(),
                asked);
        refuseIf(
                !day.equals(asked),
                "Le " + French.day(asked) + " n'est pas un jour de classe ; le premier qui suit est le "
                        + French.day(day) + ".",
                "jour");
        refuseIf(day.equals(vague.opensOn()), "C'est déjà la date d'ouverture : rien n'a été changé.", "jour");
        refuseIf(
                day.isBefore(vague.opensOn()) && !FREE.contains(vague.state()),
                "Les écoles connaissent déjà cette date : elle ne peut plus être avancée, seulement retardée.",
                "jour");
        if (day.isBefore(vague.opensOn())) {
            late.opening(project.id(), vague.rank(), day).ifPresent(holds -> {
                throw new Refusal(
                        "Des formations qui précèdent l'ouverture sont prévues jusqu'au " + French.day(holds.last())
                                + " : choisissez une date à partir du " + French.day(holds.opening()) + ".",
                        "jour");
            });
        }
        refuseOutOfOrder(vague, day);
        LocalDate before = vague.opensOn();
        vagues.openOn(vague, day, "Du " + French.day(before) + " au " + French.day(day) + ". " + why);
        mails.openingMoved(project, vague, staying, before, why);
        events.publishEvent(new OpeningDayMoved(project.id(), vagueId));
        return day;
    }

    /** One after the other: a vague rests on what the one before has shown. */
    private void refuseOutOfOrder(Vague vague, LocalDate day) {
        for (Vague other : projects.vagues(vague.projectId())) {
            boolean tooSoon = other.rank() < vague.rank() && !day.isAfter(other.opensOn());
            boolean tooLate = other.rank() > vague.rank() && !other.state().isOver() && !day.isBefore(other.opensOn());
            refuseIf(
                    tooSoon || tooLate,
                    "Les vagues ouvrent dans l'ordre, et " + other.inSentence() + " ouvre le "
                            + French.day(other.opensOn()) + " : choisissez une date "
                            + (tooSoon
                                    ? "plus tardive."
                                    : "antérieure, ou retardez d'abord " + other.inSentence() + "."),
                    "jour");
        }
    }

    private static void refuseIf(boolean no, String message, String field) {
        if (no) {
            throw new Refusal(message, field);
        }
    }
}
