package fr.forment.needs.web;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import fr.forment.staff.Account;
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

    /** Who a login belongs to; the house where there is none. */
    public String who(String login) {
        return login == null ? "FormENT" : accounts.withLogin(login).map(Account::fullName).orElse(login);
    }
}
