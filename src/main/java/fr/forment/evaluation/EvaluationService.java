package fr.forment.evaluation;

import fr.forment.account.Tokens;
import fr.forment.selfstudy.SelfStudyFollowed;
import fr.forment.session.SessionHeld;
import fr.forment.session.Sessions;
import fr.forment.session.closing.ColdEvaluationDue;
import fr.forment.session.closing.EvaluationSilent;
import java.sql.Date;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks those who were present, once each, and keeps what they answer without keeping who answered. */
@Service
@RequiredArgsConstructor
public class EvaluationService {

    private final JdbcClient jdbc;
    private final Sessions sessions;
    private final Subjects subjects;
    private final EvaluationMails mails;
    private final AnswerRows rows;
    private final PublicationService publication;
    private final QuestionnaireVersions versions;

    @EventListener
    @Transactional
    public void askAtOnce(SessionHeld held) {
        ask(QuestionnaireKind.HOT, Followed.session(held.sessionId()), sessions.presentAt(held.sessionId()));
    }

    @EventListener
    @Transactional
    public void askLater(ColdEvaluationDue due) {
        ask(QuestionnaireKind.COLD, Followed.session(due.sessionId()), sessions.presentAt(due.sessionId()));
    }

    /** Whoever has followed a module alone. */
    @EventListener
    @Transactional
    public void askWhoFollowedAlone(SelfStudyFollowed followed) {
        ask(QuestionnaireKind.HOT, Followed.alone(followed.selfStudyId()), List.of(followed.agentId()));
    }

    @EventListener
    @Transactional
    public void remind(EvaluationSilent silent) {
        remind(silent.cold() ? QuestionnaireKind.COLD : QuestionnaireKind.HOT, silent.sessionId());
    }

    /**
     * Those who have not answered yet, once. The letter brings a link of its own: of the first one only the fingerprint
     * is known.
     */
    @Transactional
    public void remind(QuestionnaireKind kind, long sessionId) {
        record Silent(long id, long agentId, LocalDate expiresOn) {}
        Followed followed = Followed.session(sessionId);
        List<Silent> silents = jdbc.sql("""
                SELECT id, agent_id, expires_on FROM evaluation_invitation
                WHERE kind = ? AND session_id = ? AND used = FALSE AND reminder_hash IS NULL AND expires_on >= ? ORDER BY id""")
                .params(kind.name(), sessionId, Date.valueOf(subjects.today(followed)))
                .query(Silent.class)
                .list();
        boolean few = !silents.isEmpty() && mails.isOfFew(followed);
        silents.forEach(silent -> {
            String token = Tokens.fresh();
            int marked = jdbc.sql(
                            "UPDATE evaluation_invitation SET reminder_hash = ? WHERE id = ? AND used = FALSE AND reminder_hash IS NULL")
                    .params(Tokens.fingerprint(token), silent.id())
                    .update();
            if (marked == 1) {
                mails.remind(kind, followed, few, silent.agentId(), token, silent.expiresOn());
            }
        });
    }

    private void ask(QuestionnaireKind kind, Followed followed, Collection<Long> people) {
        if (people.isEmpty()) {
            return;
        }
        LocalDate expires = subjects.today(followed).plusDays(kind.openDays());
        long version = version(kind, followed);
        boolean few = mails.isOfFew(followed);
        for (long agentId : people) {
            String token = Tokens.fresh();
            int added = jdbc.sql("""
                    INSERT INTO evaluation_invitation (kind, version_id, session_id, self_study_id, agent_id, token_hash, expires_on)
                    SELECT CAST(:kind AS VARCHAR(10)), CAST(:version AS BIGINT), CAST(:session AS BIGINT), CAST(:alone AS BIGINT), CAST(:agent AS BIGINT),
                           CAST(:hash AS VARCHAR(64)), CAST(:expires AS DATE)
                    WHERE NOT EXISTS (SELECT 1 FROM evaluation_invitation WHERE kind = :kind AND agent_id = :agent
                        AND (session_id = CAST(:session AS BIGINT) OR self_study_id = CAST(:alone AS BIGINT)))""")
                    .param("kind", kind.name())
                    .param("version", version)
                    .param("session", followed.sessionId())
                    .param("alone", followed.selfStudyId())
                    .param("agent", agentId)
                    .param("hash", Tokens.fingerprint(token))
                    .param("expires", Date.valueOf(expires))
                    .update();
            if (added == 1) {
                mails.invite(kind, followed, few, agentId, token, expires);
            }
        }
    }

    /** All who followed one thing are asked the same: who is asked late, what the first ones were. */
    private long version(QuestionnaireKind kind, Followed followed) {
        return jdbc.sql("SELECT MIN(version_id) FROM evaluation_invitation WHERE kind = ? AND " + followed.column()
                        + " = ?")
                .params(kind.name(), followed.id())
                .query(Long.class)
                .optional()
                .orElseGet(() -> versions.inForce(
                                kind,
                                subjects.of(followed)
                                        .map(Subjects.Subject::circonscription)
                                        .orElse(null))
                        .id());
    }

    /** Fewer came than are read by themselves: the page says who reads it. */
    @Transactional(readOnly = true)
    public boolean isOfFew(Invitation invitation) {
        return mails.isOfFew(invitation.followed());
    }

    /** What the person behind a link is asked. */
    @Transactional(readOnly = true)
    public QuestionnaireVersion asked(Invitation invitation) {
        return versions.find(invitation.versionId()).orElseThrow();
    }

    @Transactional(readOnly = true)
    public Optional<Invitation> find(String token) {
        String fingerprint = Tokens.fingerprint(token);
        return jdbc.sql("SELECT * FROM evaluation_invitation WHERE token_hash = ? OR reminder_hash = ?")
                .params(fingerprint, fingerprint)
                .query((row, n) -> new Invitation(
                        row.getLong("id"),
                        QuestionnaireKind.valueOf(row.getString("kind")),
                        row.getLong("version_id"),
                        new Followed(
                                row.getObject("session_id", Long.class), row.getObject("self_study_id", Long.class)),
                        row.getLong("agent_id"),
                        row.getDate("expires_on").toLocalDate(),
                        row.getBoolean("used")))
                .optional();
    }

    public boolean isOpen(Invitation invitation) {
        return invitation.isOpenOn(subjects.today(invitation.followed()));
    }

    /** What to mend, field by field; empty: kept. A second answer of one link is refused under the key {@code used}. */
    @Transactional
    public Map<String, String> answer(String token, Answer answer) {
        Invitation invitation = find(token).orElseThrow();
        QuestionnaireVersion version = asked(invitation);
        Map<String, String> problems = answer.problems(version);
        if (!problems.isEmpty()) {
            return problems;
        }
        rows.hold(invitation.kind(), invitation.followed());
        int taken = jdbc.sql(
                        "UPDATE evaluation_invitation SET used = TRUE WHERE id = ? AND used = FALSE AND expires_on >= ?")
                .params(invitation.id(), Date.valueOf(subjects.today(invitation.followed())))
                .update();
        if (taken == 0) {
            return Map.of("used", "Ce questionnaire a déjà été rempli, ou sa date est passée. Merci !");
        }
        mails.answered(invitation);
        rows.add(version, invitation.followed(), answer);
        publication.look(version, invitation.followed());
        return Map.of();
    }
}
