package fr.forment.access;

import fr.forment.account.AccessLinks;
import fr.forment.account.Account;
import fr.forment.account.Accounts;
import fr.forment.account.SignInName;
import fr.forment.account.Tokens;
import fr.forment.french.French;
import fr.forment.french.Refusal;
import fr.forment.journal.Journal;
import fr.forment.journal.JournalEntry;
import fr.forment.people.Agent;
import fr.forment.people.AgentEvent;
import fr.forment.people.Agents;
import fr.forment.post.Correspondence;
import fr.forment.post.Letter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * One-use links by which people choose their password themselves: the first access, and the forgotten password. A link
 * serves for some days from the day its mail leaves; a later one voids it; nobody is sent two on one day unless he asks
 * himself.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class AccessLinkService {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final String PATH = "/acces/lien/";
    /** Between two mails that somebody asks for an address, be it its owner or not. */
    private static final Duration REST = Duration.ofMinutes(15);

    private final Accounts accounts;
    private final AccountService passwords;
    private final AccessLinks links;
    private final Agents agents;
    private final Correspondence post;
    private final Journal journal;
    private final Clock clock;

    @Value("${forment.access.link-days:7}")
    private final int days;

    /** Who would be written to: shown before anything is sent. */
    @Transactional(readOnly = true)
    public LinkRound preview(Collection<Long> agentIds) {
        Map<Long, Account> open = accounts(agentIds);
        Set<Long> today =
                links.madeSince(open.values().stream().map(Account::id).toList(), midnight());
        List<Agent> ready = new ArrayList<>();
        List<Agent> unreachable = new ArrayList<>();
        List<Agent> waiting = new ArrayList<>();
        for (Agent agent : agents.all(open.keySet())) {
            List<Agent> kind = !agent.isActiveOn(agents.today())
                    ? new ArrayList<>()
                    : agent.email() == null
                            ? unreachable
                            : today.contains(open.get(agent.id()).id()) ? waiting : ready;
            kind.add(agent);
        }
        return new LinkRound(ready, unreachable, waiting);
    }

    /** Sends a link to those of them who can be written to and got none today; returns how many. */
    public int send(Collection<Long> agentIds) {
        List<Agent> ready = preview(agentIds).ready();
        Map<Long, Account> open = accounts(ready.stream().map(Agent::id).toList());
        for (Agent agent : ready) {
            Instant until = post.departure(agent).plus(Duration.ofDays(days));
            post.toAgent(
                    agent.id(),
                    letter("access/firstAccess", links.make(open.get(agent.id()).id(), agent.email(), until), until));
        }
        journal.addAll(ready.stream()
                .map(agent -> JournalEntry.of(agent.id(), AgentEvent.ACCESS, null, null, "lien d'accès envoyé"))
                .toList());
        return ready.size();
    }

    /** The same, for one: says why not. */
    public void sendTo(long agentId) {
        LinkRound round = preview(List.of(agentId));
        if (!round.unreachable().isEmpty()) {
            throw new Refusal(
                    "FormENT ne connaît pas d'adresse pour cette personne : complétez la liste, ou remettez-lui un mot de passe provisoire.");
        }
        if (!round.alreadyToday().isEmpty()) {
            throw new Refusal(
                    "Un lien lui a déjà été envoyé aujourd'hui. Demandez-lui de regarder ses courriels indésirables, ou remettez-lui un "
                            + "mot de passe provisoire.");
        }
        if (send(List.of(agentId)) == 0) {
            throw new Refusal("Cette personne n'a pas de compte, ou son accès est fermé.");
        }
    }

    /**
     * For a mail that another feature writes, such as a welcome: the path of a link; empty for who can sign in already
     * or has no account.
     */
    public Optional<String> linkFor(long agentId) {
        Agent agent = agents.find(agentId).orElseThrow();
        return Optional.ofNullable(accounts(List.of(agentId)).get(agentId))
                .filter(account -> account.passwordHash() == null && agent.email() != null)
                .map(account -> PATH
                        + links.make(
                                account.id(),
                                agent.email(),
                                post.departure(agent).plus(Duration.ofDays(days))));
    }

    /** Until when a link made now for this person serves. */
    public Instant endFor(long agentId) {
        return post.departure(agents.find(agentId).orElseThrow()).plus(Duration.ofDays(days));
    }

    /** Somebody says that this address is his. Nothing tells whether it is known; the mail leaves at once. */
    public void forgotten(String email) {
        accounts.findForSignIn(SignInName.of(email), agents.today())
                .filter(Account::enabled)
                .filter(account -> address(account).isPresent())
                .filter(account -> {
                    links.hold(account.id()); // of two demands at once, one makes a link
                    return links.madeSince(
                                    List.of(account.id()), clock.instant().minus(REST))
                            .isEmpty();
                })
                .ifPresent(account -> {
                    Instant until = clock.instant().plus(Duration.ofDays(days));
                    String address = address(account).orElseThrow();
                    post.answer(
                            account.agentId(),
                            letter("access/passwordForgotten", links.make(account.id(), address, until), until));
                    journal.add(
                            account.agentId(),
                            AgentEvent.ACCESS,
                            null,
                            null,
                            "lien demandé depuis la page de connexion");
                });
    }

    /** A link serves an address: without one there is none. */
    private Optional<String> address(Account account) {
        return Optional.ofNullable(account.agentId()).flatMap(agents::find).map(Agent::email);
    }

    /** Whose password the link lets choose; empty when it was used, is too old or never was. Consumes nothing. */
    @Transactional(readOnly = true)
    public Optional<Account> ownerOf(String token) {
        return links.accountOf(token)
                .flatMap(accounts::findById)
                .filter(Account::enabled)
                .filter(account -> account.agentId() == null
                        || agents.find(account.agentId())
                                .filter(a -> a.isActiveOn(agents.today()))
                                .isPresent());
    }

    /**
     * The link is used and the password set, or neither. False when somebody else was quicker or the link no longer
     * serves.
     *
     * @throws Refusal when the password is not good enough; the link then still serves
     */
    public boolean use(String token, String password) {
        Account owner = ownerOf(token).orElse(null);
        if (owner == null || !links.consume(token)) {
            return false;
        }
        passwords.setPassword(owner.login(), password);
        if (owner.agentId() != null) {
            journal.add(owner.agentId(), AgentEvent.ACCESS, null, null, "mot de passe choisi par le lien reçu");
        }
        return true;
    }

    private Map<Long, Account> accounts(Collection<Long> agentIds) {
        return agentIds.isEmpty()
                ? Map.of()
                : accounts.findByAgentIdIn(agentIds).stream()
                        .filter(Account::enabled)
                        .collect(Collectors.toMap(Account::agentId, account -> account));
    }

    private static Letter letter(String template, String token, Instant until) {
        LocalDate lastDay = until.atZone(PARIS).toLocalDate();
        return new Letter(
                        template,
                        "access:" + Tokens.fingerprint(token).substring(0, 20),
                        Map.of("fin", French.date(lastDay)),
                        PATH + token,
                        lastDay)
                .withSecretUntil(until)
                .toThisAddress();
    }

    private Instant midnight() {
        return agents.today().atStartOfDay(PARIS).toInstant();
    }
}
