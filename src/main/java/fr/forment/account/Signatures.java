package fr.forment.account;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
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
    /** What histories keep where nobody acted, in columns that want a word. */
    public static final String NOBODY = "système";
    /** How people read it. */
    public static final String HOUSE = "FormENT";

    private final JdbcClient jdbc;

    /** A person's name as it is today; what nobody did (a timer, a calculation) is FormENT's. */
    public String read(String signature) {
        if (signature == null || signature.equals(NOBODY)) {
            return HOUSE;
        }
        int end = signature.indexOf(BY);
        String name = nameOf(end < 0 ? signature : signature.substring(0, end));
        return end < 0 ? name : name + ", par délégation de " + giver(signature.substring(end + 1));
    }

    /** By signature, each looked up once. */
    public Map<String, String> readAll(Collection<String> signatures) {
        Map<String, String> names = new HashMap<>();
        signatures.forEach(signature -> names.computeIfAbsent(signature, this::read));
        return names;
    }

    private String nameOf(String login) {
        return jdbc.sql("SELECT first_name, last_name FROM account WHERE login = ?")
                .param(login)
                .query((row, i) -> (row.getString(1) + " " + row.getString(2)).strip())
                .optional()
                .orElse(login);
    }

    private String giver(String delegation) {
        return !delegation.matches("\\d{1,18}")
                ? delegation
                : jdbc.sql(
                                "SELECT a.first_name, a.last_name FROM delegation d JOIN agent a ON a.id = d.giver_id WHERE d.id = ?")
                        .param(Long.valueOf(delegation))
                        .query((row, i) -> row.getString(1) + " " + row.getString(2))
                        .optional()
                        .orElse("l'IEN");
    }
}
