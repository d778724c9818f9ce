package fr.forment.charter;

import fr.forment.account.AgentFunction;
import fr.forment.french.French;
import fr.forment.french.Refusal;
import fr.forment.french.Typed;
import fr.forment.journal.Journal;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.post.Correspondence;
import fr.forment.post.Letter;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
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

    private final JdbcClient jdbc;
    private final Charters charters;
    private final Agents agents;
    private final Correspondence post;
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
        Map<Long, Letter> letters = agents.inCirconscription(circonscriptionUai).stream()
                .collect(Collectors.toMap(
                        Agent::id, reader -> letter(key.getKey().longValue(), name, today, reader)));
        post.toAgents(letters);
        return letters.size();
    }

    private static Letter letter(long version, String label, LocalDate today, Agent reader) {
        boolean directs = reader.function() == AgentFunction.DIRECTEUR;
        return new Letter(
                directs ? "charter/renewedForSchool" : "charter/renewed",
                "charter:publish:" + version,
                Map.of("version", label, "jour", French.day(today)),
                directs ? "/ecole" : "/charte",
                null);
    }
}
