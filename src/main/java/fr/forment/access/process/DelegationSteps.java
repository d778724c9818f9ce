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

    public void announce(long key) {
        delegations.announce(key);
    }

    public void begin(long key) {
        delegations.begin(key);
    }

    public void announceProlonged(long key) {
        delegations.announceProlonged(key);
    }

    public void conclude(long key) {
        delegations.conclude(key);
    }

    /** Midnight of the first day. */
    public String firstMoment(long key) {
        return midnight(delegation(key).firstDay());
    }

    /** Midnight after the last day. */
    public String endMoment(long key) {
        return midnight(delegation(key).lastDay().plusDays(1));
    }

    private Delegation delegation(long key) {
        return delegations.find(key).orElseThrow();
    }

    private static String midnight(LocalDate day) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(day.atStartOfDay(PARIS));
    }
}
