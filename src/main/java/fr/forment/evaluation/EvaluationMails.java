package fr.forment.evaluation;

import fr.forment.evaluation.Subjects.Subject;
import fr.forment.french.French;
import fr.forment.post.Correspondence;
import fr.forment.post.Letter;
import fr.forment.session.Sessions;
import fr.forment.territory.PlaceClocks;
import java.time.LocalDate;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Who is asked for an evaluation, in which words. */
@Component
@RequiredArgsConstructor
class EvaluationMails {

    private final Correspondence correspondence;
    private final Subjects subjects;
    private final PlaceClocks clocks;
    private final Sessions sessions;

    /** @param few {@link #isOfFew}: asked once for all who are written to about the same */
    void invite(QuestionnaireKind kind, Followed followed, boolean few, long agentId, String token, LocalDate expires) {
        write(
                followed.sessionId() == null
                        ? "askedAlone"
                        : kind == QuestionnaireKind.HOT ? "askedAtOnce" : "askedLater",
                key(kind, followed),
                followed,
                few,
                agentId,
                token,
                expires);
    }

    void remind(QuestionnaireKind kind, Followed followed, boolean few, long agentId, String token, LocalDate expires) {
        write(
                kind == QuestionnaireKind.HOT ? "remindedAtOnce" : "remindedLater",
                reminderKey(kind, followed),
                followed,
                few,
                agentId,
                token,
                expires);
    }

    /** No letter that still waits asks somebody who has answered. */
    void answered(Invitation invitation) {
        correspondence.takeBack(
                reminderKey(invitation.kind(), invitation.followed()),
                invitation.agentId(),
                "La réponse est venue avant l'envoi.");
    }

    private void write(
            String template,
            String key,
            Followed followed,
            boolean few,
            long agentId,
            String token,
            LocalDate expires) {
        Subject subject = subjects.of(followed).orElseThrow();
        correspondence.toAgent(
                agentId,
                new Letter(
                                "evaluation/" + template,
                                key,
                                Map.of(
                                        "peu",
                                        few,
                                        "titre",
                                        subject.title(),
                                        "jour",
                                        French.date(subject.day()),
                                        "court",
                                        French.brief(subject.day()),
                                        "fin",
                                        French.date(expires)),
                                "/evaluation/" + token,
                                expires)
                        .withSecretUntil(expires.plusDays(1)
                                .atStartOfDay(clocks.of(subject.circonscription()))
                                .toInstant()));
    }

    /** Fewer came than are read by themselves: what they answer is read among others', or never. */
    boolean isOfFew(Followed followed) {
        return followed.sessionId() != null
                && sessions.presentAt(followed.sessionId()).size() < Lots.FEWEST;
    }

    private static String key(QuestionnaireKind kind, Followed followed) {
        return "evaluation:" + kind + ":" + followed.key();
    }

    private static String reminderKey(QuestionnaireKind kind, Followed followed) {
        return key(kind, followed) + ":remind";
    }
}
