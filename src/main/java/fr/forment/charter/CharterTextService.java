package fr.forment.charter;

import fr.forment.french.French;
import fr.forment.french.Refusal;
import fr.forment.french.Typed;
import fr.forment.journal.Journal;
import fr.forment.post.MassCorrespondence;
import fr.forment.post.MassLetter;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Publishes a version of the rules: everybody of the circonscription is asked to accept it, the directions to have it
 * signed.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class CharterTextService {

    private static final int LONGEST = 8000;
    private static final int LONGEST_LABEL = 40;

    /** Everybody of a circonscription and of its schools, by what they do. */
    private static final String READERS = """
            SELECT CAST(:charterVersion AS VARCHAR(20)) AS case_key, p.id AS agent_id, CAST(:charterPath AS VARCHAR(20)) AS path, '' AS details,
                   CAST(NULL AS TIMESTAMP WITH TIME ZONE) AS hold_until
              FROM agent p WHERE p.circonscription_uai = :charterOf AND\s""";

    private final JdbcClient jdbc;
    private final Charters charters;
    private final MassCorrespondence post;
    private final Journal journal;
    private final Clock clock;

    /**
     * @param seen the version the person read while writing this one
     * @return how many people are asked to accept it
     */
    public int publish(String circonscriptionUai, long seen, String label, String body) {
        jdbc.sql("SELECT uai FROM circonscription WHERE uai = ? FOR UPDATE")
                .param(circonscriptionUai)
                .query(String.class)
                .single(); // two at once: the second reads what the first wrote
        CharterVersion before = charters.current(circonscriptionUai);
        if (before.id() != seen) {
            throw new Refusal("Une autre version vient d'être publiée : « " + before.label()
                    + " ». Lisez-la avant de publier la vôtre ; votre texte est resté dans le formulaire.");
        }
        String name =
                Typed.required(label, LONGEST_LABEL, "Donnez un nom à cette version, par exemple « Janvier 2027 ».");
        String text = Typed.required(body, LONGEST, "Écrivez le texte de la charte, un point par ligne.");
        if (text.equals(before.body())) {
            throw new Refusal("Ce texte est celui de la version « " + before.label()
                    + " » : rien ne change, personne n'a à signer de nouveau.");
        }
        if (charters.versions(circonscriptionUai).stream()
                .anyMatch(version -> version.label().equalsIgnoreCase(name))) {
            throw new Refusal("Une version porte déjà ce nom. Donnez-en un autre.");
        }
        LocalDate today = LocalDate.now(clock);
        var key = new GeneratedKeyHolder();
        jdbc.sql(
                        "INSERT INTO charter_version (circonscription_uai, label, body, published_on, published_by) VALUES (?, ?, ?, ?, ?)")
                .params(circonscriptionUai, name, text, today, journal.author())
                .update(key, "id");
        journal.add(circonscriptionUai, CharterEvent.PUBLISHED, null, before.label(), name);
        CharterVersion published = charters.find(key.getKey().longValue()).orElseThrow();
        tell(published, "charter/renewedForSchool", "/ecole", "p.function = 'DIRECTEUR'");
        tell(published, "charter/renewed", "/charte", "p.function <> 'DIRECTEUR'");
        return charters.staff(circonscriptionUai, published, today).people();
    }

    private void tell(CharterVersion published, String template, String path, String whom) {
        post.toAgents(new MassLetter(
                template,
                "charter:publish",
                Map.of("version", published.label(), "jour", French.day(published.publishedOn())),
                READERS + whom,
                Map.of(
                        "charterVersion",
                        String.valueOf(published.id()),
                        "charterPath",
                        path,
                        "charterOf",
                        published.circonscriptionUai()),
                null));
    }
}
