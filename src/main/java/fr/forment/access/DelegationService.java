package fr.forment.access;

import fr.forment.account.Account;
import fr.forment.account.Accounts;
import fr.forment.account.Delegation;
import fr.forment.account.DelegationRepository;
import fr.forment.account.LentRoles;
import fr.forment.account.NewDelegation;
import fr.forment.account.RightsChanged;
import fr.forment.account.SignedIn;
import fr.forment.french.French;
import fr.forment.french.Refusal;
import fr.forment.journal.Journal;
import fr.forment.people.AccountBook;
import fr.forment.people.Agent;
import fr.forment.people.AgentEvent;
import fr.forment.people.Agents;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * An absent IEN's delegate: named for some days, prolonged, ended early, or ended because one of the two is no longer
 * in place. Who may name is {@link DelegationRules}' business. The account of the delegate is written again at each
 * change: its sessions follow.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class DelegationService {

    private final DelegationRepository repository;
    private final DelegationRules rules;
    private final LentRoles lent;
    private final Accounts accounts;
    private final AccountBook book;
    private final Agents agents;
    private final Journal journal;
    private final DelegationMails mails;
    private final DelegationProcess process;
    private final SignedIn me;
    private final Clock clock;

    @Transactional(readOnly = true)
    public Optional<Delegation> find(long id) {
        return repository.findById(id);
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<Delegation> of(String circonscriptionUai) {
        return repository.of(circonscriptionUai);
    }

    /** Received by this person and not over, newest first. */
    @Transactional(readOnly = true)
    public List<Delegation> receivedBy(long agentId) {
        return repository.concerning(agentId).stream()
                .filter(d -> d.delegateId() == agentId && !d.isOver(agents.today()))
                .toList();
    }

    /** @throws Refusal saying what stands in the way */
    public Delegation name(NewDelegation asked) {
        refuse(asked.objection(agents.today()).or(() -> rules.objection(asked)));
        Delegation delegation = repository.save(Delegation.of(asked, journal.author(), now()));
        lend(delegation, asked.firstDay(), asked.lastDay());
        write(delegation, null, describe(delegation), asked.motive());
        refresh(delegation);
        process.start(delegation.id());
        return delegation;
    }

    /** @param lastDay later than the present one */
    public void prolong(long id, LocalDate lastDay) {
        Delegation delegation = open(id);
        if (lastDay == null || !lastDay.isAfter(delegation.lastDay())) {
            throw new Refusal("Donnez un dernier jour après le " + French.date(delegation.lastDay())
                    + " ; pour raccourcir, mettez fin à la délégation.");
        }
        refuse(NewDelegation.tooLong(delegation.firstDay(), lastDay)
                .or(() -> rules.leavesBefore(delegation.delegateId(), lastDay)));
        String before = describe(delegation);
        lend(delegation, delegation.lastDay().plusDays(1), lastDay);
        delegation.prolong(lastDay);
        repository.save(delegation);
        write(delegation, before, describe(delegation), "prolongée");
        process.prolonged(id);
    }

    /** From now on, whatever its last day. */
    public void end(long id) {
        end(open(id), me.signature(), "retirée avant son terme");
    }

    /**
     * Somebody left, moved or lost the role that was lent: what he lent or received ends with it, and the other is
     * told.
     */
    @EventListener
    void on(RightsChanged changed) {
        repository.concerning(changed.agentId()).stream()
                .filter(delegation -> !delegation.isOver(agents.today()))
                .forEach(delegation ->
                        rules.noLongerPossible(delegation).ifPresent(why -> end(delegation, Journal.NOBODY, why)));
    }

    /** Its first day has come. */
    public void begin(long id) {
        repository
                .findById(id)
                .filter(delegation -> !delegation.isOver(agents.today()))
                .ifPresent(this::refresh);
    }

    public void announce(long id) {
        repository
                .findById(id)
                .filter(delegation -> !delegation.isOver(agents.today()))
                .ifPresent(mails::named);
    }

    public void announceProlonged(long id) {
        repository
                .findById(id)
                .filter(delegation -> !delegation.isOver(agents.today()))
                .ifPresent(mails::prolonged);
    }

    /** It is over, by its dates or before: the engine's groups follow, and both are told. */
    public void conclude(long id) {
        Delegation delegation = repository.findById(id).orElseThrow();
        if (!delegation.isConcluded()) {
            delegation.end(Journal.NOBODY, null, now());
            repository.save(delegation);
            write(delegation, describe(delegation), null, "arrivée à son terme");
        }
        refresh(delegation);
        mails.over(delegation);
    }

    private void end(Delegation delegation, String by, String reason) {
        lent.free(delegation.id(), agents.today());
        delegation.end(by, reason, now());
        repository.save(delegation);
        write(delegation, describe(delegation), null, reason);
        refresh(delegation);
        if (!process.ended(delegation.id())) {
            mails.over(delegation);
        }
    }

    private void lend(Delegation delegation, LocalDate first, LocalDate last) {
        if (!lent.lend(delegation, first, last)) {
            throw new Refusal(
                    "Une autre délégation couvre déjà une partie de ces jours : mettez-y fin, ou choisissez d'autres dates.");
        }
    }

    private void refresh(Delegation delegation) {
        accounts.findByAgentId(delegation.delegateId()).filter(Account::enabled).ifPresent(book::save);
    }

    /** On the page of both. */
    private void write(Delegation delegation, String before, String after, String why) {
        journal.add(delegation.giverId(), AgentEvent.DELEGATION, why, before, after);
        journal.add(delegation.delegateId(), AgentEvent.DELEGATION, why, before, after);
    }

    private String describe(Delegation delegation) {
        return agents.find(delegation.delegateId()).map(Agent::fullName).orElse("?") + " décide pour "
                + agents.find(delegation.giverId()).map(Agent::fullName).orElse("?") + " du "
                + French.date(delegation.firstDay()) + " au "
                + French.date(delegation.lastDay());
    }

    private Delegation open(long id) {
        return repository
                .findById(id)
                .filter(delegation -> !delegation.isOver(agents.today()))
                .orElseThrow(() -> new Refusal("Cette délégation est déjà terminée."));
    }

    private static void refuse(Optional<String> objection) {
        objection.ifPresent(no -> {
            throw new Refusal(no);
        });
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
