package fr.forment.charter;

import fr.forment.french.Refusal;
import fr.forment.journal.Journal;
import fr.forment.journal.JournalEntry;
import fr.forment.territory.School;
import java.time.Clock;
import java.time.LocalDate;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A direction counts the signed rules and the consents to images of its pupils: two numbers, never a name. */
@Service
@Transactional
@RequiredArgsConstructor
public class CharterCountService {

    private static final int MOST = 2000;

    private final JdbcClient jdbc;
    private final Charters charters;
    private final Journal journal;
    private final Clock clock;

    /** @param seen the version those papers are of: another one may hold by now */
    public void count(School school, long seen, Integer pupils, Integer signed, Integer images) {
        CharterVersion current = charters.current(school.circonscriptionUai());
        if (current.id() != seen) {
            throw new Refusal("Une nouvelle version de la charte, « " + current.label()
                    + " », vient d'être publiée : comptez les signatures de celle-là.");
        }
        if (isNoCount(pupils) || isNoCount(signed) || isNoCount(images)) {
            throw new Refusal("Indiquez les trois nombres en chiffres, de 0 à " + MOST + ".", "signees");
        }
        if (signed > pupils || images > pupils) {
            throw new Refusal("Il ne peut pas y avoir plus de signatures ou d'autorisations que d'élèves (" + pupils
                    + "). Vérifiez les trois nombres.");
        }
        // whoever counts while another counts waits for the school's row, and his numbers are the last
        jdbc.sql("SELECT uai FROM school WHERE uai = ? FOR UPDATE")
                .param(school.uai())
                .query(String.class)
                .single();
        jdbc.sql("DELETE FROM charter_count WHERE school_uai = ? AND version_id = ?")
                .params(school.uai(), seen)
                .update();
        jdbc.sql(
                        "INSERT INTO charter_count (school_uai, version_id, pupils, signed, images, counted_on) VALUES (?, ?, ?, ?, ?, ?)")
                .params(school.uai(), seen, pupils, signed, images, LocalDate.now(clock))
                .update();
        journal.add(JournalEntry.of(CharterEvent.COUNTED.kind(), school.uai())
                .what(CharterEvent.COUNTED.name())
                .change(null, signed + " / " + images + " / " + pupils)
                .because(current.label()));
    }

    private static boolean isNoCount(Integer number) {
        return number == null || number < 0 || number > MOST;
    }
}
