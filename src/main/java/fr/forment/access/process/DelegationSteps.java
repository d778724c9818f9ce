package fr.forment.access.process;

import fr.forment.access.DelegationService;
import fr.forment.account.Delegation;
import fr.forment.engine.ProcessSteps;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import lombok.RequiredArgsConstructor;

/** What the model {@code delegation} asks; the key is the delegation's id. */
@ProcessSteps
@RequiredArgsConstructor
public class DelegationSteps {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final DelegationService delegations;

    public void announce(String key) {
        delegations.announce(id(key));
    }

    public void begin(String key) {
        delegations.begin(id(key));
    }

    public void announceProlonged(String key) {
        delegations.announceProlonged(id(key));
    }

    public void conclude(String key) {
        delegations.conclude(id(key));
    }

    /** Midnight of the first day. */
    public String firstMoment(String key) {
        return midnight(delegation(key).firstDay());
    }

    /** Midnight after the last day. */
    public String endMoment(String key) {
        return midnight(delegation(key).lastDay().plusDays(1));
    }

    private Delegation delegation(String key) {
        return delegations.find(id(key)).orElseThrow();
    }

    private static String midnight(LocalDate day) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(day.atStartOfDay(PARIS));
    }

    private static long id(String key) {
        return Long.parseLong(key);
    }
}
