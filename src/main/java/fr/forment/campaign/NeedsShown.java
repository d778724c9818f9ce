package fr.forment.campaign;

import fr.forment.account.Signatures;
import fr.forment.french.French;
import fr.forment.journal.JournalEntry;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Dates and people as pages and exports show them. */
@Component
@RequiredArgsConstructor
public class NeedsShown {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final Signatures signatures;

    public String day(LocalDate day) {
        return French.numeric(day);
    }

    public String moment(OffsetDateTime moment) {
        return French.stamp(moment);
    }

    public LocalDateTime local(OffsetDateTime moment) {
        return moment.atZoneSameInstant(PARIS).toLocalDateTime();
    }

    /** Minutes of somebody's account. */
    public String hours(int minutes) {
        return French.duration(Math.max(0, minutes));
    }

    /** A campaign's history, with labels and names. */
    public List<JournalEntry> told(List<JournalEntry> entries) {
        return signatures.named(entries).stream()
                .map(each -> each.what(CampaignEvent.valueOf(each.what()).label()))
                .toList();
    }

    /** Who a login belongs to; the house where there is none. */
    public String who(String login) {
        return signatures.read(login);
    }

    /** As {@link #who}, for the lines of a list at once. */
    public Map<String, String> names(Collection<String> logins) {
        return signatures.readAll(logins);
    }
}
