package fr.forment.post;

import fr.forment.mail.HouseAddress;
import fr.forment.mail.MailModel;
import fr.forment.mail.MassMail;
import fr.forment.mail.Outbox;
import fr.forment.territory.ByZone;
import fr.forment.territory.Clocks;
import fr.forment.territory.Zone;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes about many cases in two statements, however many there are, under the rules of {@link Correspondence}: school
 * days and hours of the reader's zone, nobody twice, who has no address on {@link Undeliverables}. In the caller's
 * transaction.
 */
@Component
@RequiredArgsConstructor
public class MassCorrespondence {

    /** Who holds a role for the perimeter of each case. */
    private static final String BY_ROLE = """
            (%s) q JOIN account_role r ON r.role = q.role AND r.perimeter = q.perimeter
            JOIN account t ON t.id = r.account_id AND t.enabled = TRUE
            JOIN agent a ON a.id = t.agent_id""";

    private static final String BY_NAME = "(%s) q JOIN agent a ON a.id = q.agent_id";

    /** With the zone each reads in. */
    private static final String READERS = """
            FROM %s AND (a.left_on IS NULL OR a.left_on > CAST(:readersToday AS DATE))
            LEFT JOIN circonscription k ON k.uai = a.circonscription_uai
            LEFT JOIN departement d ON d.code = COALESCE(k.departement_code, a.departement_code)
            LEFT JOIN academie m ON m.name = d.academie""";

    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final PostingDays postingDays;
    private final Clock clock;
    private final HouseAddress house;

    /**
     * How many people a letter would reach.
     *
     * @param mails to those with an address
     * @param withoutAddress who would be put on the list of the undeliverable
     */
    public record Reach(int mails, int withoutAddress) {}

    /** Returns how many mails are new. */
    public int write(MassLetter letter) {
        return write(letter, BY_ROLE);
    }

    /** The same where each case names its one reader by agent_id, in the place of a role and its perimeter. */
    public int toAgents(MassLetter letter) {
        return write(letter, BY_NAME);
    }

    private int write(MassLetter letter, String by) {
        Map<String, Object> params = params(letter.params());
        params.put("letterKey", letter.key());
        params.put("letterTemplate", letter.template());
        params.put("baseUrl", house.of(""));
        params.put("lettersAt", Timestamp.from(clock.instant()));
        String readers = READERS.formatted(by.formatted(letter.cases()));
        // COALESCE keeps H2 from beginning with everybody in the territory who has no address
        jdbc.sql("""
                INSERT INTO undeliverable (agent_id, letter_key, template, at)
                SELECT a.id, CAST(:letterKey AS VARCHAR(150)) || ':' || q.case_key, CAST(:letterTemplate AS VARCHAR(120)),
                       CAST(:lettersAt AS TIMESTAMP WITH TIME ZONE) %s
                 WHERE COALESCE(a.email, '') = '' AND NOT EXISTS (SELECT 1 FROM undeliverable u WHERE u.agent_id = a.id
                       AND u.letter_key = CAST(:letterKey AS VARCHAR(150)) || ':' || q.case_key)""".formatted(readers)).params(params).update();
        ByZone departure = ByZone.of(
                "departure",
                "TIMESTAMP WITH TIME ZONE",
                "m.zone",
                "d.code",
                (zone, there) -> Timestamp.from(departure(zone, there)));
        params.putAll(departure.params());
        String model = String.join(
                " || ",
                MailModel.sql("prenom", "a.first_name"),
                MailModel.sql("nom", "a.last_name"),
                MailModel.sql("lien", "CAST(:baseUrl AS VARCHAR(200)) || q.path"),
                MailModel.sql("signature", "COALESCE('Circonscription : ' || k.short_name || ' (FormENT)', 'FormENT')"),
                "q.details");
        return outbox.queueAll(new MassMail(
                letter.template(),
                letter.model(),
                """
                SELECT CAST(:letterKey AS VARCHAR(150)) || ':' || q.case_key || ':' || CAST(a.id AS VARCHAR(20)) AS mail_key,
                       a.id AS agent_id, a.email AS to_address, a.first_name || ' ' || a.last_name AS to_name, %s AS details,
                       CASE WHEN q.hold_until IS NULL THEN %s ELSE q.hold_until END AS not_before %s
                 WHERE a.email IS NOT NULL""".formatted(model, departure.sql(), readers),
                params,
                endOf(letter.notAfter())));
    }

    /** What {@link #write} would do with the same cases, counted by the same query. */
    public Reach reach(String cases, Map<String, ?> params) {
        return jdbc.sql("SELECT COUNT(a.email) AS mails, COUNT(*) - COUNT(a.email) AS without_address "
                        + READERS.formatted(BY_ROLE.formatted(cases)))
                .params(params(params))
                .query(Reach.class)
                .single();
    }

    /** The day a letter written now leaves in that zone, where its clock is metropolitan. */
    public LocalDate departureDay(Zone zone) {
        return departureDay(zone, Clocks.ofNoPlace());
    }

    /** The same, on the day it is there. */
    public LocalDate departureDay(Zone zone, ZoneId there) {
        return LocalDate.ofInstant(departure(zone, there), there);
    }

    private Instant departure(Zone zone, ZoneId there) {
        return postingDays.next(zone, there);
    }

    private Map<String, Object> params(Map<String, ?> own) {
        var params = new HashMap<String, Object>(own);
        params.put("readersToday", LocalDate.now(clock));
        return params;
    }

    private static Instant endOf(LocalDate lastDay) {
        return lastDay == null
                ? null
                : lastDay.plusDays(1).atStartOfDay(Clocks.ofNoPlace()).toInstant();
    }
}
