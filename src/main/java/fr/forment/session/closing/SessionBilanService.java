package fr.forment.session.closing;

import fr.forment.account.SignedIn;
import fr.forment.french.Refusal;
import fr.forment.french.Typed;
import fr.forment.journal.Journal;
import fr.forment.session.SessionDates;
import fr.forment.session.SessionRepository;
import fr.forment.session.TrainingSession;
import java.sql.Date;
import java.util.Arrays;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The bilan of one session: asked of who trained, or of the IEN, once the evaluations are over; signed once. */
@Service
@Transactional
@RequiredArgsConstructor
public class SessionBilanService {

    private static final int LONGEST = 1000;

    private final SessionRepository sessions;
    private final SessionDates dates;
    private final BilanMails mails;
    private final SignedIn me;
    private final Journal journal;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    public void ask(long sessionId) {
        mails.awaited(session(sessionId), "bilanAwaited");
    }

    public void remind(long sessionId) {
        mails.awaited(session(sessionId), "bilanLate");
    }

    /** @throws Refusal where it is not signed, or says nothing of the gaps, or a decision is nobody's */
    public void record(long sessionId, String causes, String decision, String owner, boolean signed) {
        TrainingSession session = sessions.lock(sessionId).orElseThrow();
        if (!signed) {
            throw new Refusal("Cochez « Je signe ce bilan » pour terminer.", "signed");
        }
        String why = text(causes, "causes");
        if (why == null) {
            throw new Refusal("Dites les écarts et leurs causes ; s'il n'y en a pas, écrivez « aucun ».", "causes");
        }
        String decided = text(decision, "decision");
        DecisionOwner whose = Typed.code(DecisionOwner.class, Typed.text(owner)).orElse(null);
        if (decided != null && whose == null) {
            throw new Refusal("Choisissez qui se charge de la décision.", "owner");
        }
        jdbc.sql(
                        "INSERT INTO session_bilan (session_id, causes, decision_text, in_charge, signed_on, signed_by) VALUES (?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(
                        sessionId,
                        why,
                        decided,
                        decided == null ? null : whose.name(),
                        Date.valueOf(dates.now(session).toLocalDate()),
                        me.signature()))
                .update();
        mails.settled(session);
        journal.state(TrainingSession.JOURNAL, sessionId, session.state().label(), "Bilan signé", null);
        events.publishEvent(new SessionBilanSigned(sessionId));
    }

    /** Empty until it is signed. */
    @Transactional(readOnly = true)
    public Optional<SignedBilan> find(long sessionId) {
        return jdbc.sql("SELECT * FROM session_bilan WHERE session_id = ?")
                .param(sessionId)
                .query((row, n) -> new SignedBilan(
                        sessionId,
                        row.getString("causes"),
                        row.getString("decision_text"),
                        row.getString("in_charge") == null ? null : DecisionOwner.valueOf(row.getString("in_charge")),
                        row.getDate("signed_on").toLocalDate(),
                        row.getString("signed_by")))
                .optional();
    }

    private static String text(String typed, String field) {
        try {
            return Typed.optional(typed, LONGEST);
        } catch (Refusal tooLong) {
            throw new Refusal(tooLong.getMessage(), field);
        }
    }

    private TrainingSession session(long sessionId) {
        return sessions.findById(sessionId).orElseThrow();
    }
}
