package fr.forment.needs.web;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import fr.forment.staff.AccountService;
import org.springframework.stereotype.Component;

/** Dates and people as pages and exports show them. */
@Component("needsShown")
class Shown {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.FRANCE);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/yyyy 'à' HH:mm", Locale.FRANCE);

    private final AccountService accounts;

    Shown(AccountService accounts) {
        this.accounts = accounts;
    }

    public String day(LocalDate day) {
        return day == null ? "" : DAY.format(day);
    }

    public String moment(OffsetDateTime moment) {
        return moment == null ? "" : MOMENT.format(moment.atZoneSameInstant(PARIS));
    }

    LocalDateTime local(OffsetDateTime moment) {
        return moment.atZoneSameInstant(PARIS).toLocalDateTime();
    }

    /** Minutes of somebody's account. */
    public String hours(int minutes) {
        int left = Math.max(0, minutes);
        return left % 60 == 0 ? left / 60 + " h" : left / 60 + " h " + String.format("%02d", left % 60);
    }

    /** Who a login belongs to; the house where there is none. */
    public String who(String login) {
        return login == null ? "FormENT" : accounts.nameOf(login);
    }
}
