package fr.forment.account;

import fr.forment.journal.Journal;
import fr.forment.journal.JournalEntry;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads what histories keep of who acted, see {@link SignedIn#signature()}: "Alix Martin, par délégation de Dominique
 * Roy".
 */
@Component
@RequiredArgsConstructor
public class Signatures {

    /** Stands between the login and the number of the delegation. */
    static final String BY = "/";
    /** How people read it. */
    public static final String HOUSE = "FormENT";

    private final JdbcClient jdbc;

    /** A person's name as it is today; what nobody did (a timer, a calculation) is FormENT's. */
    public String read(String signature) {
        return readAll(Collections.singleton(signature)).get(signature);
    }

    /** By signature, null among them: two statements, however many there are. */
    public Map<String, String> readAll(Collection<String> signatures) {
        Set<String> signed = signatures.stream()
                .filter(signature -> signature != null && !signature.equals(Journal.NOBODY))
                .collect(Collectors.toSet());
        Map<String, String> names = named(
                "SELECT login, first_name, last_name FROM account WHERE login IN (:asked)",
                signed.stream().map(Signatures::login).toList());
        Map<String, String> givers = named(
                "SELECT d.id, a.first_name, a.last_name FROM delegation d JOIN agent a ON a.id = d.giver_id WHERE d.id IN (:asked)",
                signed.stream()
                        .map(Signatures::delegation)
                        .filter(delegation -> delegation.matches("\\d{1,18}"))
                        .map(Long::valueOf)
                        .toList());
        Map<String, String> read = new HashMap<>();
        signatures.forEach(
                signature -> read.put(signature, signed.contains(signature) ? told(signature, names, givers) : HOUSE));
        return read;
    }

    /** Who signed; null for a person of no list, and for what nobody did. */
    public Long agentId(String signature) {
        return signature == null
                ? null
                : jdbc.sql("SELECT agent_id FROM account WHERE login = ? AND agent_id IS NOT NULL")
                        .param(login(signature))
                        .query(Long.class)
                        .optional()
                        .orElse(null);
    }

    /** With names instead of signatures. */
    public List<JournalEntry> named(List<JournalEntry> entries) {
        var names = readAll(entries.stream().map(JournalEntry::byWhom).toList());
        return entries.stream()
                .map(entry -> entry.by(names.get(entry.byWhom())))
                .toList();
    }

    private static String told(String signature, Map<String, String> names, Map<String, String> givers) {
        String name = names.getOrDefault(login(signature), login(signature));
        String delegation = delegation(signature);
        return delegation.isEmpty()
                ? name
                : name + ", par délégation de "
                        + (delegation.matches("\\d{1,18}") ? givers.getOrDefault(delegation, "l'IEN") : delegation);
    }

    private static String login(String signature) {
        int end = signature.indexOf(BY);
        return end < 0 ? signature : signature.substring(0, end);
    }

    /** Empty for what was done in the own right. */
    private static String delegation(String signature) {
        int end = signature.indexOf(BY);
        return end < 0 ? "" : signature.substring(end + 1);
    }

    private Map<String, String> named(String sql, List<?> asked) {
        Map<String, String> names = new HashMap<>();
        if (!asked.isEmpty()) {
            jdbc.sql(sql).param("asked", asked).query(row -> {
                names.put(row.getString(1), (row.getString(2) + " " + row.getString(3)).strip());
            });
        }
        return names;
    }
}
