package fr.forment.people;

import fr.forment.account.Groups;
import fr.forment.account.Role;
import fr.forment.account.Signatures;
import fr.forment.account.SignedIn;
import fr.forment.territory.PlainTexts;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was decided about a person, by whom and when; only ever added to. */
@Component
@RequiredArgsConstructor
public class AgentHistory {

    /** The kinds of decisions. */
    public enum What {
        REGISTERED("Inscription sur la liste"),
        CAME_BACK("Retour"),
        MOVED("Changement d'affectation"),
        FUNCTION("Changement de fonction"),
        SERVICE("Changement de service"),
        IDENTITY("Correction du nom ou de l'adresse"),
        ADDRESS("Changement d'adresse"),
        LEFT("Départ"),
        MISSING("Absence de la liste"),
        SEEN_AGAIN("De nouveau sur la liste"),
        PUT_BACK("Import annulé"),
        ACCESS("Accès"),
        ROLE("Rôles"),
        DELEGATION("Délégation"),
        HOURS("Heures de formation");

        private final String label;

        What(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * One line. {@code byWhom} is a person's name as it is today (and whose delegate), or FormENT; {@code why},
     * {@code before} and {@code after} may be null.
     */
    public record Entry(OffsetDateTime at, String byWhom, What what, String why, String before, String after) {}

    public record Change(long agentId, What what, String why, String before, String after) {}

    private final JdbcTemplate jdbc;
    private final JdbcClient client;
    private final Clock clock;
    private final SignedIn me;
    private final Signatures signatures;
    private final PlainTexts texts;

    public void add(Collection<Change> changes) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        String who = who();
        jdbc.batchUpdate(
                "INSERT INTO agent_history (agent_id, at, by_whom, what, why, before, after) VALUES (?, ?, ?, ?, ?, ?, ?)",
                changes.stream()
                        .map(c -> new Object[] {c.agentId(), now, who, c.what().name(), c.why(), c.before(), c.after()})
                        .toList());
    }

    public void add(long agentId, What what, String why, String before, String after) {
        add(List.of(new Change(agentId, what, why, before, after)));
    }

    /** Newest first. */
    public List<Entry> of(long agentId) {
        List<Entry> entries = client.sql(
                        "SELECT at, by_whom, what, why, before, after FROM agent_history WHERE agent_id = ? ORDER BY id DESC")
                .param(agentId)
                .query(Entry.class)
                .list();
        var names = signatures.readAll(entries.stream().map(Entry::byWhom).toList());
        UnaryOperator<String> plain = texts.over(entries.stream()
                .flatMap(e -> Stream.of(e.why(), e.before(), e.after()))
                .toList());
        return entries.stream()
                .map(e -> new Entry(
                        e.at(),
                        names.get(e.byWhom()),
                        e.what(),
                        plain.apply(e.why()),
                        plain.apply(roles(e, e.before())),
                        plain.apply(roles(e, e.after()))))
                .toList();
    }

    /** Roles were written as groups of the engine once: "erun.0350123A". */
    private static String roles(Entry entry, String text) {
        if (entry.what() != What.ROLE || text == null) {
            return text;
        }
        String told = text;
        for (Role role : Role.values()) {
            told = told.replaceAll("(?<![\\w.])" + Groups.of(role) + "\\.", role.label() + " : ");
        }
        return told;
    }

    private String who() {
        String signature = me.signature();
        return signature == null ? Signatures.NOBODY : signature;
    }
}
