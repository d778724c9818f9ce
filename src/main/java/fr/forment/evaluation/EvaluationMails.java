package fr.forment.evaluation;

import fr.forment.catalogue.Catalogue;
import fr.forment.catalogue.TrainingModule;
import fr.forment.french.French;
import fr.forment.post.Correspondence;
import fr.forment.post.Letter;
import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
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
    private final Sessions sessions;
    private final Catalogue catalogue;
    private final PlaceClocks clocks;

    void invite(QuestionnaireKind kind, long sessionId, long agentId, String token, LocalDate expires) {
        write(
                kind == QuestionnaireKind.HOT ? "askedAtOnce" : "askedLater",
                key(kind, sessionId),
                sessionId,
                agentId,
                token,
                expires);
    }

    void remind(QuestionnaireKind kind, long sessionId, long agentId, String token, LocalDate expires) {
        write(
                kind == QuestionnaireKind.HOT ? "remindedAtOnce" : "remindedLater",
                reminderKey(kind, sessionId),
                sessionId,
                agentId,
                token,
                expires);
    }

    /** No letter that still waits asks somebody who has answered. */
    void answered(Invitation invitation) {
        correspondence.takeBack(
                reminderKey(invitation.kind(), invitation.sessionId()),
                invitation.agentId(),
                "La réponse est venue avant l'envoi.");
    }

    private void write(String template, String key, long sessionId, long agentId, String token, LocalDate expires) {
        TrainingSession session = sessions.find(sessionId).orElseThrow();
        correspondence.toAgent(
                agentId,
                new Letter(
                                "evaluation/" + template,
                                key,
                                Map.of(
                                        "titre",
                                        catalogue
                                                .find(session.moduleCode())
                                                .map(TrainingModule::title)
                                                .orElse(session.moduleCode()),
                                        "jour",
                                        French.date(session.day()),
                                        "court",
                                        French.brief(session.day()),
                                        "fin",
                                        French.date(expires)),
                                "/evaluation/" + token,
                                expires)
                        .withSecretUntil(expires.plusDays(1)
                                .atStartOfDay(clocks.of(session.circonscriptionUai()))
                                .toInstant()));
    }

    private static String key(QuestionnaireKind kind, long sessionId) {
        return "evaluation:" + kind + ":" + sessionId;
    }

    private static String reminderKey(QuestionnaireKind kind, long sessionId) {
        return key(kind, sessionId) + ":remind";
    }
}
