package fr.forment.attack.pages;

import static fr.forment.attack.Thing.ARRIVAL;
import static fr.forment.attack.Thing.DELEGATION;
import static fr.forment.attack.Thing.DEPARTURE;
import static fr.forment.attack.Thing.DRAFT;
import static fr.forment.attack.Thing.HOURS_LINE;
import static fr.forment.attack.Thing.LIST;
import static fr.forment.attack.Thing.MATERIAL;
import static fr.forment.attack.Thing.PERSON;
import static fr.forment.attack.Thing.RELEASE;
import static fr.forment.attack.Thing.UNMATCHED_LIST;
import static fr.forment.attack.Thing.WRITTEN_LIST;

import fr.forment.attack.OnePlace;
import fr.forment.attack.Thing;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Places, people, and what is kept about them. */
class ManyPeople extends Copies {

    ManyPeople(JdbcClient jdbc, OnePlace place, int made, int more) {
        super(jdbc, place, made, more);
    }

    void places() {
        copy(
                "circonscription",
                "o.uai = '" + circo + "'",
                numbers,
                Map.of("uai", "'07' || LPAD(r.x, 5, '0') || 'Z'", "short_name", "'Autre ' || r.x"));
        copy(
                "school",
                "o.uai = '" + place.of(Thing.SCHOOL) + "'",
                numbers,
                Map.of("uai", "'08' || LPAD(r.x, 5, '0') || 'Z'", "name", "o.name || ' bis ' || r.x"));
        schools =
                "SELECT ROW_NUMBER() OVER (ORDER BY uai) AS x, uai FROM school WHERE uai BETWEEN '08%05dZ' AND '08%05dZ'"
                        .formatted(made + 1, made + more);
    }

    void resources() {
        String trainer = "o.agent_id = " + place.of(Thing.TRAINER);
        copy("trainer_week", trainer, people, Map.of("agent_id", "r.id"));
        copy("trainer_absence", trainer, people, Map.of("agent_id", "r.id"));
        copy(
                "trainer_absence",
                is("id", Thing.ABSENCE),
                numbers,
                Map.of("from_day", later("o.from_day"), "until_day", later("o.until_day")));
        copy("trainer_certification", trainer, people, Map.of("agent_id", "r.id", "decided_by", signed()));
        copy(
                "trainer_certification",
                is("id", Thing.CERTIFICATION),
                numbers,
                Map.of("from_day", later("o.from_day"), "decided_by", signed()));
        copy(
                "training_room",
                is("id", Thing.ROOM),
                schools,
                Map.of("school_uai", "r.uai", "place", "r.uai || ' salle'"));
        copy("school_closure", is("id", Thing.CLOSURE), schools, Map.of("school_uai", "r.uai"));
    }

    void people() {
        long before = last("agent");
        String school = "'08' || LPAD(r.x, 5, '0') || 'Z'";
        String named = "o.last_name || 'x' || r.x";
        for (String function : List.of("ADJOINT", "DIRECTEUR")) {
            copy(
                    "agent",
                    "o.id = " + place.of(PERSON),
                    numbers,
                    Map.of(
                            "last_name",
                            named,
                            "folded_name",
                            "o.folded_name || r.x",
                            "email",
                            "'%s' || r.x || '@exemple.invalid'".formatted(function),
                            "function",
                            "'" + function + "'",
                            "school_uai",
                            school));
        }
        pupils =
                "SELECT ROW_NUMBER() OVER (ORDER BY id) + %d AS x, id, school_uai FROM agent WHERE id > %d AND function = 'ADJOINT'"
                        .formatted(made * 10, before);
        copy(
                "agent",
                "o.id = " + place.of(PERSON),
                numbers,
                Map.of(
                        "last_name",
                        named,
                        "folded_name",
                        "o.folded_name || r.x || 'b'",
                        "email",
                        "'b' || r.x || '@exemple.invalid'"));
        copy(
                "agent",
                "o.id = " + place.of(Thing.DELEGATE),
                numbers,
                Map.of(
                        "last_name",
                        named,
                        "folded_name",
                        "o.folded_name || r.x",
                        "email",
                        "'c' || r.x || '@exemple.invalid'"));
        people =
                "SELECT ROW_NUMBER() OVER (ORDER BY id) + %d AS x, id, school_uai, circonscription_uai FROM agent WHERE id > %d"
                        .formatted(made * 10, before);
        copy(
                "account",
                "o.agent_id = " + place.of(PERSON),
                people,
                Map.of("login", "'n.' || r.id", "agent_id", "r.id", "last_name", "o.last_name || r.x"));
        copy(
                "hours_entry",
                is("id", HOURS_LINE),
                numbers,
                Map.of("source_key", "o.source_key || r.x", "entered_by", signed()));
        copy("hours_entry", is("id", HOURS_LINE), people, Map.of("agent_id", "r.id", "entered_by", signed()));
        copy(
                "journal",
                "o.id = (SELECT MAX(id) FROM journal WHERE kind = 'AGENT')",
                people,
                Map.of("subject", "'" + place.of(PERSON) + "'", "by_whom", signed()));
        copy(
                "delegation",
                is("id", DELEGATION),
                people,
                Map.of(
                        "delegate_id",
                        "r.id",
                        "first_day",
                        later("o.first_day"),
                        "last_day",
                        later("o.last_day"),
                        "named_by",
                        signed()));
    }

    void moves() {
        copy(
                "arrival",
                is("id", ARRIVAL),
                people,
                Map.of(
                        "agent_id",
                        "r.id",
                        "open_agent_id",
                        "r.id",
                        "school_uai",
                        "COALESCE(r.school_uai, o.school_uai)"));
        copyLine("ARRIVAL", ARRIVAL, people, Map.of("by_whom", signed()));
        copy("departure", is("id", DEPARTURE), people, Map.of("agent_id", "r.id", "open_agent_id", "r.id"));
        lines("DEPARTURE", place.of(DEPARTURE), "", "ABSENT_DU_FICHIER");
    }

    void lists() {
        for (Thing list : List.of(UNMATCHED_LIST, LIST, WRITTEN_LIST)) {
            long before = last("staff_import");
            copy("staff_import", is("id", list), numbers, Map.of());
            copy(
                    "staff_import_place",
                    is("import_id", list),
                    "SELECT id FROM staff_import WHERE id > " + before,
                    Map.of("import_id", "r.id"));
            jdbc.sql("""
                    INSERT INTO staff_import_line (import_id, seq, line, outcome, reason, uai, last_name, first_name, function, agent_id)
                    SELECT %s, x, x, 'CHANGED', '', COALESCE(school_uai, '%s'), 'Nom', 'Prénom', 'ADJOINT', id FROM (%s) r""".formatted(place.of(list), place.of(Thing.SCHOOL), people))
                    .update();
            jdbc.sql("""
                    INSERT INTO staff_import_place (import_id, uai, circonscription_uai, was_empty)
                    SELECT %s, uai, '%s', FALSE FROM (%s) r""".formatted(place.of(list), circo, schools)).update();
        }
    }

    void letters() {
        copy("outbox_mail", is("id", DRAFT), numbers, Map.of("mail_key", "o.mail_key || r.x"));
        copy("mail_attachment", is("mail_id", DRAFT), numbers, Map.of());
        lines("MAIL", place.of(DRAFT), "Essai", "");
    }

    void releases() {
        copy(
                "training_material",
                is("id", MATERIAL),
                numbers,
                Map.of("title", "'Guide ' || r.x", "reviewed_by", signed()));
        copy("ent_release", is("id", RELEASE), numbers, Map.of("label", "'2.' || r.x"));
        lines("RELEASE", place.of(RELEASE), "Essai", "X");
        lines("MODULE", "PEDA-1", "Titre", "b");
        jdbc.sql("""
                INSERT INTO territory_import (kind, file_name, imported_by, imported_at, good_rows, created, changed, closed, rejected_rows)
                SELECT 'ANNUAIRE', 'ecoles.csv', %s, CURRENT_TIMESTAMP, 1, 1, 0, 0, 0 FROM (%s) r""".formatted(signed(), numbers)).update();
    }
}
