package fr.forment.campaign;

import fr.forment.catalogue.Reminders;
import fr.forment.french.French;
import fr.forment.mail.MailModel;
import fr.forment.post.MassCorrespondence;
import fr.forment.post.MassLetter;
import fr.forment.survey.Survey;
import fr.forment.territory.PlaceClocks;
import java.sql.Types;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.stereotype.Component;

/**
 * The letters to many schools at once: invitations of a chunk, reminders of a round. Each school hears of its own
 * circonscription's E-RUN.
 */
@Component
@RequiredArgsConstructor
class NeedsLetters {

    /** Somebody holds the direction of the school; otherwise the IEN reads in his place. */
    private static final String DIRECTED = """
            EXISTS (SELECT 1 FROM account_role r JOIN account t ON t.id = r.account_id AND t.enabled = TRUE JOIN agent p ON p.id = t.agent_id
                     WHERE r.role = 'DIRECTEUR' AND r.perimeter = s.uai AND (p.left_on IS NULL OR p.left_on > CAST(:today AS DATE)))""";

    private static final String DETAILS = String.join(
            " || ",
            MailModel.sql("ecole", "s.name || ' (' || s.commune || ')'"),
            MailModel.sql("erun", "x.first_name || ' ' || x.last_name"),
            MailModel.sql("erunAdresse", "x.email"));

    private static final String CASES = """
            SELECT %s AS case_key, CASE WHEN %s THEN 'DIRECTEUR' ELSE 'IEN' END AS role, CASE WHEN %s THEN s.uai
                   ELSE COALESCE(s.circonscription_uai, CAST(:circonscription AS VARCHAR(8))) END AS perimeter,
                   '/enquete/' || CAST(v.id AS VARCHAR(20)) AS path, %s AS details, CAST(:hold AS TIMESTAMP WITH TIME ZONE) AS hold_until
              FROM %s JOIN school s ON s.uai = v.school_uai
              LEFT JOIN agent x ON x.id = (SELECT MIN(e.id) FROM agent e WHERE e.function = 'ERUN' AND e.email IS NOT NULL
                   AND e.circonscription_uai = COALESCE(s.circonscription_uai, CAST(:circonscription AS VARCHAR(8))) AND (e.left_on IS NULL OR e.left_on > CAST(:today AS DATE)))
             WHERE v.campaign_id = :campaign AND\s""";

    private static final String ASKED =
            CASES.formatted("CAST(v.id AS VARCHAR(20))", "v.backup IS NULL", "v.backup IS NULL", DETAILS, "survey v");
    private static final String ROUND = CASES.formatted(
                    "CAST(v.id AS VARCHAR(20)) || ':' || CAST(n.round AS VARCHAR(10))",
                    DIRECTED,
                    DIRECTED,
                    DETAILS,
                    "survey_reminder n JOIN survey v ON v.id = n.survey_id")
            + "n.round = :round AND ";

    private final MassCorrespondence correspondence;
    private final PlaceClocks clocks;

    /**
     * To the director, or to the IEN where the direction is vacant. The surveys of a chunk, written one after the
     * other.
     */
    void invited(Campaign campaign, List<Survey> chunk, LocalDate today) {
        Map<String, Object> params = params(campaign, today, null);
        params.put("first", chunk.stream().mapToLong(Survey::id).min().orElseThrow());
        params.put("last", chunk.stream().mapToLong(Survey::id).max().orElseThrow());
        String those = ASKED + "v.id BETWEEN :first AND :last AND v.backup IS ";
        if (!chunk.stream().allMatch(Survey::isDirectionVacant)) {
            write("invited", "invite", campaign, those + "NULL", params, campaign.deadline());
        }
        if (chunk.stream().anyMatch(Survey::isDirectionVacant)) {
            write("entrusted", "invite", campaign, those + "NOT NULL", params, campaign.deadline());
        }
    }

    /** The first letter recalls, the following ones help. */
    void reminded(Campaign campaign, int round, LocalDate today) {
        Map<String, Object> params = params(campaign, today, null);
        params.put("round", round);
        LocalDate notAfter = campaign.state() == CampaignState.OUVERTE ? campaign.deadline() : null;
        write("reminded", "remind", campaign, ROUND + "n.ordinal = 1", params, notAfter);
        write("remindedAgain", "remind", campaign, ROUND + "n.ordinal > 1", params, notAfter);
    }

    /** @param leavesOn the day noted for these letters: some wait until the school has had its rest */
    void extended(Campaign campaign, int round, LocalDate leavesOn, LocalDate today) {
        Map<String, Object> params = params(campaign, today, leavesOn);
        params.put("round", round);
        params.put("leavesOn", leavesOn);
        write(
                "extended",
                "remind",
                campaign,
                ROUND + "n.sent_on = CAST(:leavesOn AS DATE)",
                params,
                campaign.deadline());
    }

    private void write(
            String template,
            String key,
            Campaign campaign,
            String cases,
            Map<String, Object> params,
            LocalDate notAfter) {
        correspondence.write(new MassLetter(
                "campaign/" + template,
                "needsCampaign:" + key,
                Map.of("echeance", French.day(campaign.deadline()), "court", French.brief(campaign.deadline())),
                cases,
                params,
                notAfter));
    }

    private Map<String, Object> params(Campaign campaign, LocalDate today, LocalDate hold) {
        var params = new HashMap<String, Object>();
        params.put("campaign", campaign.id());
        params.put("circonscription", campaign.circonscriptionUai());
        params.put("today", today);
        params.put(
                "hold",
                new SqlParameterValue(
                        Types.TIMESTAMP_WITH_TIMEZONE,
                        hold == null
                                ? null
                                : hold.atTime(Reminders.MORNING)
                                        .atZone(clocks.of(campaign.circonscriptionUai()))
                                        .toOffsetDateTime()));
        return params;
    }
}
