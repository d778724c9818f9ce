package fr.forment.post;

import fr.forment.account.Role;
import fr.forment.mail.Attachment;
import fr.forment.mail.HouseAddress;
import fr.forment.mail.Mail;
import fr.forment.mail.MailDraft;
import fr.forment.mail.Outbox;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.people.Emails;
import fr.forment.territory.Circonscription;
import fr.forment.territory.Circonscriptions;
import fr.forment.territory.Clocks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * Writes to people by who they are or what they do. A letter leaves on a school day of the reader's zone between 08:00
 * and 18:00, never in the holidays; nobody gets the same one twice; who has no address is put on
 * {@link Undeliverables}. What is written while something changes is kept for a person to let go ({@link Keeping}). In
 * the caller's transaction.
 */
@Component
@RequiredArgsConstructor
public class Correspondence {

    private static final Duration SAME_BREATH = Duration.ofHours(12);
    /** School days a draft lies before whoever keeps it is reminded. */
    private static final int DAYS_TO_DECIDE = 2;
    /** School days before a session in which a change of it leaves at once, kept by nobody. */
    static final int NEAR_DAYS = 2;

    private final Agents agents;
    private final Outbox outbox;
    private final PostingDays postingDays;
    private final Circonscriptions circonscriptions;
    private final Undeliverables undeliverables;
    private final Clock clock;
    private final HouseAddress house;
    private final Keeping keeping;

    /** Does nothing for somebody who has left. */
    public void toAgent(long agentId, Letter letter) {
        agents.find(agentId).filter(agent -> agent.isActiveOn(agents.today())).ifPresent(agent -> write(agent, letter));
    }

    /** As {@link #toAgent}, to each a letter of his own: what they have in common is read once. */
    public void toAgents(Map<Long, Letter> letters) {
        if (keeping.isOn()) {
            letters.forEach(this::toAgent);
            return;
        }
        Map<Long, Agent> known =
                agents.all(letters.keySet()).stream().collect(Collectors.toMap(Agent::id, agent -> agent));
        List<Agent> readers = letters.keySet().stream()
                .map(known::get)
                .filter(agent -> agent != null && agent.isActiveOn(agents.today()))
                .toList();
        Map<String, Circonscription> homes = circonscriptions
                .among(
                        readers.stream()
                                .map(Agent::circonscriptionUai)
                                .filter(Objects::nonNull)
                                .collect(Collectors.toSet()),
                        Set.of())
                .stream()
                .collect(Collectors.toMap(Circonscription::uai, home -> home));
        Map<String, Instant> openings = new HashMap<>();
        Map<Agent, Mail> mails = new LinkedHashMap<>();
        for (Agent reader : readers) {
            Letter letter = letters.get(reader.id());
            if (reader.email() == null) {
                undeliverables.add(reader.id(), letter);
                continue;
            }
            Optional<Circonscription> home = reader.circonscriptionUai() == null
                    ? home(reader)
                    : Optional.ofNullable(homes.get(reader.circonscriptionUai()));
            Instant opening =
                    openings.computeIfAbsent(home.map(Circonscription::uai).orElse(""), uai -> opening(home));
            mails.put(reader, mail(reader, letter, home, opening));
        }
        Set<String> besideKept = outbox.besideKept(mails.values());
        mails.entrySet().removeIf(each -> {
            Agent reader = each.getKey();
            boolean joins = besideKept.contains(each.getValue().key());
            if (joins) {
                write(reader, letters.get(reader.id()));
            }
            return joins;
        });
        outbox.queueEach(List.copyOf(mails.values()));
    }

    /**
     * At once, whatever the day, to somebody who is waiting for it. Does nothing for somebody who has left or has no
     * address.
     */
    public void answer(long agentId, Letter letter) {
        agents.find(agentId)
                .filter(agent -> agent.isActiveOn(agents.today()) && agent.email() != null)
                .ifPresent(agent -> outbox.queue(mail(agent, letter.atOnce())));
    }

    /**
     * At once, to an address that was a person's until now: the letter is about that very address, and goes to no
     * other.
     */
    void toFormerAddress(Agent agent, String address, Letter letter) {
        if (agent.isActiveOn(agents.today())) {
            Optional<Circonscription> home = home(agent);
            Map<String, Object> model = new HashMap<>(letter.model());
            model.put(
                    "appeler",
                    agent.circonscriptionUai() == null || home.isEmpty()
                            ? "la mission numérique de votre direction académique"
                            : "le secrétariat de votre inspection ("
                                    + home.get().name() + "), ou la mission numérique de votre direction académique");
            Letter told = new Letter(letter.template(), letter.key(), model, letter.path(), letter.notAfter())
                    .atOnce()
                    .toThisAddress();
            outbox.queue(
                    mail(told.key(), told, null, address, agent.firstName(), agent.lastName(), home, opening(home)));
        }
    }

    LocalDate today() {
        return agents.today();
    }

    /** When a letter to this person would leave. */
    public Instant departure(Agent reader) {
        return opening(home(reader));
    }

    /** When a letter that undoes what is set for that moment would leave to people of this circonscription. */
    public Instant departure(String circonscriptionUai, LocalDateTime moment) {
        Optional<Circonscription> place = circonscriptions.find(circonscriptionUai);
        Instant there = moment.atZone(place.map(Circonscription::clock).orElse(Clocks.ofNoPlace()))
                .toInstant();
        return new Letter(null, null, Map.of(), null, null).undoing(there).departure(opening(place), clock.instant());
    }

    /**
     * One of these letters about the page waits for its hour, or left today or in the night before: another in the same
     * breath says nothing more.
     */
    public boolean hasJustWritten(String about, Long agentId, Collection<String> templates) {
        return outbox.hasWritten(about, agentId, templates, clock.instant().minus(SAME_BREATH));
    }

    /**
     * One of these letters waits, or left since then, whatever it is about: whoever has it is not pressed again.
     *
     * @param naming what it says is as things were then, or later
     */
    public boolean hasWritten(long agentId, Collection<String> templates, Instant since, Instant naming) {
        return outbox.hasWritten(agentId, templates, since, naming);
    }

    /**
     * Letters to this person about the page that wait under these templates do not leave: what undoes them has come
     * first.
     */
    public int takeBack(String about, long agentId, Collection<String> templates, String why) {
        return outbox.takeBack(about, agentId, templates, why);
    }

    /** The same of those that would leave no sooner than the letter with this key, which says it again. */
    public int takeBackFor(String key, String about, long agentId, Collection<String> templates, String why) {
        return outbox.takeBackFor(key + ":" + agentId, about, agentId, templates, why);
    }

    /** The same, whoever reads them. */
    public void takeBack(String about, Collection<String> templates, String why) {
        outbox.takeBack(about, templates, why);
    }

    /** The same for all whose keys begin so. */
    public void takeBackAll(String keyStart, String why) {
        outbox.takeBackAll(keyStart, why);
    }

    /** The same for one letter, by its key without the reader. @return whether it still waited */
    public boolean takeBack(String key, long agentId, String why) {
        return outbox.takeBack(key + ":" + agentId, why);
    }

    /**
     * Keeps the letter until a person lets it go ({@link fr.forment.mail.MailDesk}), who is reminded after two school
     * days.
     *
     * @param keeper login of that person
     */
    public void prepare(long agentId, Letter letter, List<Attachment> attachments, String keeper) {
        agents.find(agentId)
                .filter(agent -> agent.isActiveOn(agents.today()))
                .ifPresent(agent -> outbox.prepare(new MailDraft(
                        mail(agent, letter), attachments, keeper, postingDays.after(home(agent), DAYS_TO_DECIDE))));
    }

    /** To who holds the first role there; where nobody does, to who holds the other. */
    public void toFirstGroup(Role first, Role otherwise, String perimeter, Letter letter) {
        if (toGroup(first, perimeter, letter) == 0) {
            toGroup(otherwise, perimeter, letter);
        }
    }

    /**
     * To each person who holds the role for this perimeter, and to whom it is lent today. Returns how many there are,
     * reachable or not.
     */
    public int toGroup(Role role, String perimeter, Letter letter) {
        var readers = agents.reachedAs(role, perimeter);
        readers.forEach(reader -> write(reader, letter));
        return readers.size();
    }

    /**
     * As {@link #toAgent}, for what many cases tell alike: put together only when this reader has nothing yet under the
     * key. Empty: nothing to tell.
     */
    public void toAgentOnce(long agentId, String key, Function<Agent, Optional<Letter>> letter) {
        agents.find(agentId)
                .filter(agent -> agent.isActiveOn(agents.today()))
                .ifPresent(agent -> writeOnce(agent, key, letter));
    }

    /** How many letters to this person, by the beginning of their keys, were taken back before they left. */
    public int takenBack(String keyStart, long agentId) {
        return outbox.takenBack(keyStart, agentId);
    }

    /** As {@link #toGroup}, with a letter of each reader's own. */
    public void toGroupOnce(Role role, String perimeter, String key, Function<Agent, Optional<Letter>> letter) {
        agents.reachedAs(role, perimeter).forEach(reader -> writeOnce(reader, key, letter));
    }

    /** The same to who holds the first of these roles that anybody holds there. */
    public void toFirstGroupOnce(
            List<Role> roles, String perimeter, String key, Function<Agent, Optional<Letter>> letter) {
        agents.reachedAsFirst(roles, perimeter).forEach(reader -> writeOnce(reader, key, letter));
    }

    /**
     * To somebody who is on no list, such as a commune's service; the calendar is the circonscription's. The key is
     * used as it is.
     */
    public void toAddress(String address, String name, String circonscriptionUai, Letter letter) {
        if (address == null || !Emails.isValid(address)) {
            throw new IllegalArgumentException("not an address for " + letter.key());
        }
        Optional<Circonscription> home = circonscriptions.find(circonscriptionUai);
        outbox.queue(mail(letter.key(), letter, null, address, "", name, home, opening(home)));
    }

    private void writeOnce(Agent reader, String key, Function<Agent, Optional<Letter>> letter) {
        if (!outbox.isQueued(key + ":" + reader.id())) {
            letter.apply(reader).ifPresent(each -> write(reader, each));
        }
    }

    private void write(Agent reader, Letter letter) {
        if (reader.email() == null) {
            undeliverables.add(reader.id(), letter);
            return;
        }
        if (letter.leavesByItself()) {
            outbox.queue(mail(reader, letter));
        } else if (keeping.isOn()) {
            keep(reader, letter, () -> keeping.bundle().orElseThrow());
        } else if (letter.cancels()) {
            outbox.queue(mail(reader, letter.atOnce()));
        } else {
            Mail mail = mail(reader, letter);
            if (outbox.queueAlone(mail)) {
                return;
            }
            Outbox.Beside beside = outbox.beside(mail);
            Optional<Long> before = beside.kept() && letter.saysWhatIsToCome()
                    ? keeping.keptBefore(letter.about(), reader.id())
                    : Optional.empty();
            if (before.isPresent()) {
                keep(reader, letter, before::get);
            } else {
                outbox.queue(mail, beside);
            }
        }
    }

    /** Unless it is near: then it leaves at once, whatever the hour. The one place that decides. */
    private void keep(Agent reader, Letter letter, Supplier<Long> bundle) {
        Instant near = postingDays.endOf(home(reader), NEAR_DAYS);
        if (letter.isAboutTimeBefore(near) || keeping.keepsNewsOfTimeBefore(near, letter.about(), reader.id())) {
            outbox.queue(mail(reader, letter.atOnce()));
        } else {
            outbox.hold(
                    mail(reader, letter.settled()), bundle.get(), letter.way().latest());
        }
    }

    private Optional<Circonscription> home(Agent reader) {
        return reader.circonscriptionUai() != null
                ? circonscriptions.find(reader.circonscriptionUai())
                : circonscriptions.inDepartement(reader.departementCode()).stream()
                        .findFirst();
    }

    private Instant opening(Optional<Circonscription> home) {
        return postingDays.next(home);
    }

    /** A draft may be for somebody whose address is still to be found. */
    private Mail mail(Agent reader, Letter letter) {
        Optional<Circonscription> home = home(reader);
        return mail(reader, letter, home, opening(home));
    }

    private Mail mail(Agent reader, Letter letter, Optional<Circonscription> home, Instant opening) {
        return mail(
                letter.key() + ":" + reader.id(),
                letter,
                letter.way().toThisAddress() ? null : reader.id(),
                Objects.requireNonNullElse(reader.email(), ""),
                reader.firstName(),
                reader.lastName(),
                home,
                opening);
    }

    private Mail mail(
            String key,
            Letter letter,
            Long readerId,
            String address,
            String firstName,
            String lastName,
            Optional<Circonscription> home,
            Instant opening) {
        Map<String, Object> model = new HashMap<>(letter.model());
        model.put("prenom", firstName);
        model.put("nom", lastName);
        model.put("racine", house.of(""));
        model.put("lien", letter.path() == null ? "" : house.of(letter.path()));
        model.putIfAbsent("signature", home.map(Circonscription::signature).orElse("FormENT"));
        return new Mail(
                key,
                letter.template(),
                readerId,
                address,
                (firstName + " " + lastName).strip(),
                model,
                letter.about(),
                letter.departure(opening, clock.instant()),
                PostingDays.endOf(letter.notAfter(), home),
                letter.way().secretUntil(),
                (String) letter.model().get(Letter.TELLS));
    }
}
