package fr.forment.charter;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.HouseTest;
import fr.forment.Statements;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A version for a circonscription of 4,000 people: no statement for each of them. */
@HouseTest
class CharterForManyTest {

    private static final int MANY = 4000;

    @Autowired
    Charters charters;

    @Autowired
    CharterTextService texts;

    @Autowired
    TestGround ground;

    @Autowired
    Statements statements;

    @Autowired
    JdbcClient jdbc;

    @Test
    void writesToAllOfThemInFewStatements() throws Exception {
        Circo circo = ground.circonscription(1);
        int before = invited(circo);
        jdbc.sql("""
                INSERT INTO agent (version, last_name, first_name, folded_name, email, function, school_uai, circonscription_uai, departement_code,
                                   quotity, constellation)
                SELECT 0, 'Nombreux' || x, 'Alix', 'nombreux' || x,
                       CASE WHEN MOD(x, 100) = 0 THEN NULL ELSE 'n' || x || '.' || CAST(:circo AS VARCHAR(8)) || '@exemple.invalid' END,
                       CASE WHEN MOD(x, 10) = 0 THEN 'DIRECTEUR' ELSE 'ADJOINT' END, :school, :circo, NULL, 100, FALSE
                  FROM SYSTEM_RANGE(1, :many)""")
                .params(Map.of("circo", circo.uai(), "school", circo.schools().get(0), "many", MANY))
                .update();
        long seen = charters.current(circo.uai()).id();
        var published = statements.during(() -> texts.publish(circo.uai(), seen, "Octobre 2026", "Un point."));
        assertThat(published.said().size()).as(published.told()).isLessThanOrEqualTo(20);
        assertThat(published.answer()).isEqualTo(before + MANY);
        String key = "charter:publish:" + charters.current(circo.uai()).id();
        assertThat(count("outbox_mail WHERE state = 'QUEUED' AND mail_key LIKE ?", key + ":%"))
                .isEqualTo(before + MANY - MANY / 100);
        assertThat(count("undeliverable WHERE letter_key = ?", key)).isEqualTo(MANY / 100);
        assertThat(count("outbox_mail WHERE template = 'charter/renewedForSchool' AND mail_key LIKE ?", key + ":%"))
                .isEqualTo(circo.directors().size() + MANY / 10 - MANY / 100);
    }

    private int invited(Circo circo) {
        return count("agent WHERE circonscription_uai = ?", circo.uai());
    }

    private int count(String rows, String which) {
        return jdbc.sql("SELECT COUNT(*) FROM " + rows)
                .param(which)
                .query(Integer.class)
                .single();
    }
}
