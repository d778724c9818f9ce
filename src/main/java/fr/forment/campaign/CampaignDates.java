package fr.forment.campaign;

import fr.forment.catalogue.Reminder;
import fr.forment.catalogue.Reminders;
import fr.forment.french.French;
import fr.forment.french.Refusal;
import fr.forment.french.Typed;
import fr.forment.project.Projects;
import fr.forment.project.Vague;
import fr.forment.territory.Circonscription;
import fr.forment.territory.Circonscriptions;
import fr.forment.territory.SchoolCalendar;
import fr.forment.territory.Zone;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** What schools are granted: time enough to answer, on days they work. Counted in school days of their zone. */
@Component
@RequiredArgsConstructor
class CampaignDates {

    private static final int SCHOOL_DAYS_TO_DECIDE = 3;
    private static final int SCHOOL_DAYS_TO_REVIEW = 5;
    /** Two letters to one school are never closer than this. */
    static final int REST_BETWEEN_LETTERS = 5;

    /** School days to answer, at least. */
    private static final int NOTICE = 10;

    private static final int AT_LEAST = 5;
    private static final int AT_MOST = 30;
    private static final int MONTHS_AHEAD = 18;

    private final SchoolCalendar calendar;
    private final Reminders reminders;
    private final Circonscriptions circonscriptions;
    private final Projects projects;
    private final Clock clock;

    /**
     * @throws Refusal unless schools of all these zones are asked on a school day and have ten school days to answer
     */
    void check(Collection<Zone> zones, LocalDate opensOn, LocalDate deadline) {
        if (opensOn == null || deadline == null) {
            throw new Refusal("Indiquez le jour d'ouverture et l'échéance de l'enquête.");
        }
        if (opensOn.isBefore(LocalDate.now(clock))) {
            throw new Refusal("L'enquête ne peut pas ouvrir dans le passé.");
        }
        if (deadline.isBefore(opensOn)) {
            throw new Refusal("Les deux dates sont inversées : l'échéance (" + French.day(deadline)
                    + ") tombe avant l'ouverture (" + French.day(opensOn) + ").");
        }
        tooFar(zones, deadline).ifPresent(problem -> {
            throw new Refusal(problem);
        });
        for (Zone zone : zones) {
            LocalDate first = calendar.plus(zone, opensOn, NOTICE);
            refuseUnlessSchoolDay(zone, opensOn);
            if (deadline.isBefore(first)) {
                throw new Refusal("Laissez au moins " + NOTICE + " jours de classe aux directions pour répondre ("
                        + zone.label() + ") : l'échéance est au plus tôt le " + French.day(first) + ".");
            }
            refuseUnlessSchoolDay(zone, deadline);
        }
    }

    /**
     * Nobody knows the holidays of that day yet, or who will be in the schools. Says so; empty when the day can be
     * planned.
     */
    Optional<String> tooFar(Collection<Zone> zones, LocalDate deadline) {
        LocalDate last = LocalDate.now(clock).plusMonths(MONTHS_AHEAD);
        if (deadline.isAfter(last)) {
            return Optional.of(
                    "L'échéance (" + French.day(deadline) + ") est trop lointaine : une enquête se programme au plus "
                            + MONTHS_AHEAD + " mois à l'avance, jusqu'au " + French.day(last) + ".");
        }
        return zones.stream()
                .filter(zone -> isUnknown(zone, deadline))
                .findFirst()
                .map(zone -> "Le calendrier scolaire (" + zone.label()
                        + ") n'est connu que jusqu'au " + French.day(calendar.knownUntil(zone))
                        + " : choisissez une échéance plus proche, ou attendez la publication du calendrier suivant.");
    }

    /** Where no calendar was ever loaded, overseas for instance, weekdays count and nothing is known to end. */
    private boolean isUnknown(Zone zone, LocalDate day) {
        LocalDate known = calendar.knownUntil(zone);
        return !known.equals(LocalDate.MIN) && day.isAfter(known);
    }

    private void refuseUnlessSchoolDay(Zone zone, LocalDate day) {
        if (!calendar.isSchoolDay(zone, day)) {
            throw new Refusal("Le " + French.day(day) + " n'est pas un jour de classe (" + zone.label()
                    + "). Le suivant est le " + French.day(calendar.onOrAfter(zone, day)) + ".");
        }
    }

    /** @param typed ISO date; @throws Refusal saying which dates fit */
    LocalDate checkExtension(Campaign campaign, String typed) {
        Zone zone = zone(campaign);
        LocalDate today = LocalDate.now(clock);
        LocalDate first = earliest(zone);
        LocalDate last = calendar.plus(zone, today, AT_MOST);
        LocalDate day = Typed.date(typed, "Indiquez la nouvelle échéance.", "newDeadline");
        if (day.isBefore(first) || day.isAfter(last)) {
            throw new Refusal(
                    "Choisissez une échéance entre le " + French.day(first) + " et le " + French.day(last) + " ("
                            + AT_LEAST + " à " + AT_MOST + " jours de classe pour les écoles).",
                    "newDeadline");
        }
        refuseUnlessSchoolDay(zone, day);
        checkBeforeTheFirstVague(campaign.projectId(), zone, day);
        return day;
    }

    /**
     * @param projectId null for a campaign of its own; @throws Refusal when the project's schools would be asked after
     *     the first of them open
     */
    void checkBeforeTheFirstVague(Long projectId, Zone zone, LocalDate deadline) {
        firstOpening(projectId).filter(opening -> !deadline.isBefore(opening)).ifPresent(opening -> {
            throw new Refusal("L'enquête prépare les vagues du projet, et la première ouvre le " + French.day(opening)
                    + " : choisissez une échéance au plus tard le " + French.day(calendar.plus(zone, opening, -1))
                    + ".");
        });
    }

    private Optional<LocalDate> firstOpening(Long projectId) {
        return projectId == null
                ? Optional.empty()
                : projects.vagues(projectId).stream().map(Vague::opensOn).min(Comparator.naturalOrder());
    }

    /** A school written to on one day may be written to again on another. */
    boolean isRested(Zone zone, LocalDate lastLetter, LocalDate nextLetter) {
        return calendar.between(zone, lastLetter, nextLetter) >= REST_BETWEEN_LETTERS;
    }

    /** The first day, not before the wanted one, on which a school may be written to again. */
    LocalDate restedOn(Zone zone, LocalDate lastLetter, LocalDate wanted) {
        return isRested(zone, lastLetter, wanted) ? wanted : calendar.plus(zone, lastLetter, REST_BETWEEN_LETTERS);
    }

    /**
     * The deadline after a pause: as many school days later as the pause has lasted. Before the first vague of the
     * project opens, as long as that leaves the schools time to answer.
     */
    LocalDate afterPause(Campaign campaign) {
        Zone zone = zone(campaign);
        LocalDate moved = afterPause(zone, campaign.deadline(), campaign.pausedOn());
        LocalDate least = earliest(zone);
        return firstOpening(campaign.projectId())
                .map(opening -> calendar.plus(zone, opening, -1))
                .map(last -> last.isBefore(least) ? least : last)
                .filter(moved::isAfter)
                .orElse(moved);
    }

    LocalDate afterPause(Zone zone, LocalDate deadline, LocalDate pausedOn) {
        return calendar.plus(zone, deadline, Math.max(0, calendar.between(zone, pausedOn, LocalDate.now(clock))));
    }

    /** The last day that is proposed to a school that is asked apart from the round. */
    LocalDate usualApart(Zone zone) {
        return calendar.plus(zone, LocalDate.now(clock), NOTICE);
    }

    /**
     * @param typed as days are written; blank: the usual one, or the last before the school opens
     * @throws Refusal saying which dates fit
     */
    LocalDate checkApart(Zone zone, LocalDate opening, String typed, String field) {
        LocalDate first = earliest(zone);
        LocalDate before = calendar.plus(zone, opening, -1);
        LocalDate most = calendar.plus(zone, LocalDate.now(clock), AT_MOST);
        LocalDate last = before.isBefore(most) ? before : most;
        if (last.isBefore(first)) {
            throw new Refusal(
                    "La direction n'aurait pas " + AT_LEAST
                            + " jours de classe pour dire ses besoins avant l'ouverture, le " + French.day(opening)
                            + " : choisissez une vague plus tardive, ou retardez d'abord son ouverture.",
                    "vague");
        }
        LocalDate usual = usualApart(zone);
        LocalDate day = Typed.text(typed).isEmpty()
                ? usual.isBefore(last) ? usual : last
                : Typed.date(typed, "Indiquez l'échéance de l'enquête, jour/mois/année.", field);
        if (day.isBefore(first) || day.isAfter(last) || !calendar.isSchoolDay(zone, day)) {
            throw new Refusal(
                    "Choisissez pour l'enquête un jour de classe entre le " + French.day(first) + " et le "
                            + French.day(last) + ".",
                    field);
        }
        return day;
    }

    /** @param rank in {@code reminderPolicy.dmn}, counted from the last day of a school asked apart */
    LocalDateTime on(Reminder reminder, int rank, Campaign campaign, LocalDate due) {
        return reminders.on(reminder, rank, zone(campaign), due);
    }

    /** The first day that leaves schools time to answer, from today. */
    LocalDate earliest(Zone zone) {
        return calendar.plus(zone, LocalDate.now(clock), AT_LEAST);
    }

    /** @param rank in {@code reminderPolicy.dmn}, counted from the deadline */
    LocalDateTime on(Reminder reminder, int rank, Campaign campaign) {
        return reminders.on(reminder, rank, zone(campaign), campaign.deadline());
    }

    /** By when the IEN decides below the threshold, asked today. */
    LocalDateTime decisionDue(Campaign campaign) {
        return evening(campaign, SCHOOL_DAYS_TO_DECIDE);
    }

    /** By when a grid that is counted today is read. */
    LocalDateTime reviewDue(Campaign campaign) {
        return evening(campaign, SCHOOL_DAYS_TO_REVIEW);
    }

    /** So many school days from today, but before the first vague of the project opens. */
    private LocalDateTime evening(Campaign campaign, int schoolDays) {
        Zone zone = zone(campaign);
        LocalDate today = LocalDate.now(clock);
        LocalDate usual = reminders.day(zone, today, schoolDays);
        return firstOpening(campaign.projectId())
                .map(opening -> reminders.notPast(zone, usual, opening, today))
                .orElse(usual)
                .atTime(Reminders.EVENING);
    }

    LocalDateTime reviewReminder(Campaign campaign) {
        return reminders.morning(zone(campaign), LocalDate.now(clock), SCHOOL_DAYS_TO_REVIEW + 1);
    }

    /** A decision of the IEN, or the review of a grid, that is asked for today: 1 the reminder, 2 who else hears. */
    LocalDateTime lateTask(Campaign campaign, int rank) {
        return reminders.on(Reminder.LATE_TASK, rank, zone(campaign), LocalDate.now(clock));
    }

    Zone zone(Campaign campaign) {
        return circonscriptions
                .find(campaign.circonscriptionUai())
                .map(Circonscription::zone)
                .orElse(Zone.PROPRE);
    }
}
