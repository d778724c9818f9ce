package fr.forment.needs;

import java.time.Clock;
import java.time.LocalDate;

import fr.forment.engine.Refusal;
import fr.forment.territory.Circonscription;
import fr.forment.territory.Circonscriptions;
import fr.forment.territory.SchoolCalendar;
import fr.forment.territory.Zone;
import org.springframework.stereotype.Component;

/** What schools are granted: time enough to answer, on days they work. Counted in school days of their zone. */
@Component
class CampaignDates {

    /** Two letters to one school are never closer than this. */
    static final int REST_BETWEEN_LETTERS = 5;

    private static final int AT_LEAST = 5;
    private static final int AT_MOST = 30;

    private final SchoolCalendar calendar;
    private final Circonscriptions circonscriptions;
    private final Clock clock;

    CampaignDates(SchoolCalendar calendar, Circonscriptions circonscriptions, Clock clock) {
        this.calendar = calendar;
        this.circonscriptions = circonscriptions;
        this.clock = clock;
    }

    /** @param typed ISO date; @throws Refusal saying which dates fit */
    LocalDate checkExtension(Campaign campaign, String typed) {
        Zone zone = zone(campaign);
        LocalDate today = LocalDate.now(clock);
        LocalDate first = calendar.plus(zone, today, AT_LEAST);
        LocalDate last = calendar.plus(zone, today, AT_MOST);
        LocalDate day = FrenchDates.read(typed).orElseThrow(() -> new Refusal("Indiquez la nouvelle échéance."));
        if (day.isBefore(first) || day.isAfter(last)) {
            throw new Refusal("La nouvelle échéance laisse aux écoles de " + AT_LEAST + " à " + AT_MOST + " jours de classe : du "
                    + FrenchDates.full(first) + " au " + FrenchDates.full(last) + ".");
        }
        if (!calendar.isSchoolDay(zone, day)) {
            throw new Refusal("Le " + FrenchDates.full(day) + " n'est pas un jour de classe. Le suivant est le "
                    + FrenchDates.full(calendar.onOrAfter(zone, day)) + ".");
        }
        return day;
    }

    /** A school written to on that day may be written to again today. */
    boolean isRested(Campaign campaign, LocalDate lastLetter) {
        return calendar.between(zone(campaign), lastLetter, LocalDate.now(clock)) >= REST_BETWEEN_LETTERS;
    }

    /** So many school days from the deadline, negative before it. */
    LocalDate fromDeadline(Campaign campaign, int schoolDays) {
        return calendar.plus(zone(campaign), campaign.deadline(), schoolDays);
    }

    LocalDate fromToday(Campaign campaign, int schoolDays) {
        return calendar.plus(zone(campaign), LocalDate.now(clock), schoolDays);
    }

    private Zone zone(Campaign campaign) {
        return circonscriptions.find(campaign.circonscriptionUai()).map(Circonscription::zone).orElse(Zone.PROPRE);
    }
}
