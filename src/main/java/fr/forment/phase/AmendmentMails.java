package fr.forment.phase;

import fr.forment.account.Role;
import fr.forment.catalogue.MiddayBreak;
import fr.forment.french.French;
import fr.forment.people.Agents;
import fr.forment.post.Correspondence;
import fr.forment.post.Letter;
import fr.forment.session.Enrolment;
import fr.forment.session.IssuedPapers;
import fr.forment.session.SessionDates;
import fr.forment.session.SessionWords;
import fr.forment.session.TrainingSession;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * An amendment of the plan changes sessions: one letter for each person and session, whatever the number of changes.
 */
@Component
@RequiredArgsConstructor
class AmendmentMails {

    /** They name a date that is no longer. */
    private static final List<String> WAITING_DATE = List.of(
            "session/convoked",
            "session/reminded",
            "session/trainerInformed",
            "session/trainerReminded",
            "session/postponed");

    /** A later amendment says what is now; what was kept of an earlier one would say what is no longer. */
    private static final List<String> AMENDED =
            List.of("session/amended", "session/amendedForTrainer", "session/hostInformed");

    private static final List<String> WAITING_TRAINER =
            List.of("session/announced", "session/trainerInformed", "session/trainerReminded", "session/postponed");
    private static final String WHY = "Un avenant au plan de formation a changé la session avant l'envoi.";

    private final Correspondence post;
    private final SessionWords words;
    private final IssuedPapers papers;
    private final SessionDates dates;
    private final Agents agents;

    /** How many places there are, and for whom else, is no news for those who have one. */
    boolean concernPeople(List<AmendedFact> facts) {
        return !ofPeople(facts).isEmpty();
    }

    /**
     * Those who are convoked find on the page a summons that says what the letter says. @param moved another
     * convocation follows
     */
    void people(
            TrainingSession session,
            Collection<Enrolment> expected,
            LocalDateTime formerly,
            List<AmendedFact> facts,
            boolean moved,
            long planId) {
        List<String> changes = ofPeople(facts);
        if (!changes.isEmpty()) {
            expected.forEach(row -> {
                post.takeBack(page(session), row.agentId(), AMENDED, WHY);
                if (moved) {
                    post.takeBack(page(session), row.agentId(), WAITING_DATE, WHY);
                }
                boolean convoked = !moved && row.convokedAt() != null;
                if (convoked) {
                    papers.issue(IssuedPapers.Kind.CONVOCATION, session, row);
                }
                post.toAgent(
                        row.agentId(),
                        letter(
                                session,
                                formerly,
                                "amended",
                                row.id() + ":" + planId,
                                Map.of("changements", changes, "nouvelle", moved, "convoque", convoked)));
            });
        }
    }

    /**
     * The former trainer, the new one, or the one who stays; while nobody is named, the E-RUN.
     *
     * @param start as the former trainer knows it
     */
    void trainers(
            TrainingSession session,
            Long formerly,
            LocalDateTime start,
            int minutes,
            List<AmendedFact> facts,
            boolean moved,
            long planId) {
        List<String> changes = facts.stream()
                .filter(AmendedFact::isTaken)
                .map(AmendedFact::told)
                .toList();
        String key = session.id() + ":" + planId + ":trainer";
        boolean replaced =
                facts.stream().anyMatch(fact -> fact.isTaken() && fact.name().equals(AmendedFact.TRAINER));
        if (moved && formerly != null) {
            post.takeBack(page(session), formerly, WAITING_DATE, WHY);
        }
        if (replaced && formerly != null && !(session.trainerId() == null && isErun(session, formerly))) {
            post.takeBack(page(session), formerly, WAITING_TRAINER, WHY);
            post.takeBack(page(session), formerly, AMENDED, WHY);
            post.toAgent(
                    formerly,
                    letter(
                            session,
                            start,
                            "replaced",
                            key + ":formerly",
                            Map.of(
                                    "date",
                                    French.day(start),
                                    "horaires",
                                    French.hours(start, MiddayBreak.end(start, minutes)))));
        }
        if (replaced && session.trainerId() != null) {
            post.toAgent(session.trainerId(), letter(session, start, "announced", key, Map.of()));
        } else if (!changes.isEmpty()) {
            Letter letter = letter(session, start, "amendedForTrainer", key, Map.of("changements", changes));
            if (session.trainerId() == null) {
                post.toGroup(Role.ERUN, session.circonscriptionUai(), letter);
            } else {
                post.takeBack(page(session), session.trainerId(), AMENDED, WHY);
                post.toAgent(session.trainerId(), letter);
            }
        }
    }

    /**
     * To who directs the school it was to be held in, and the one it is now held in: a room is to be kept, or is free
     * again.
     */
    void hosts(TrainingSession session, String formerHost, LocalDateTime start, List<AmendedFact> facts, long planId) {
        List<String> changes = facts.stream()
                .filter(AmendedFact::isTaken)
                .filter(fact -> List.of(AmendedFact.DATE, AmendedFact.PLACE).contains(fact.name()))
                .map(AmendedFact::told)
                .toList();
        if (changes.isEmpty()) {
            return;
        }
        Stream.of(formerHost, session.place()).distinct().forEach(uai -> agents.directorOf(uai)
                .ifPresent(director -> {
                    post.takeBack(page(session), director.id(), List.of("session/hostInformed"), WHY);
                    post.toAgent(
                            director.id(),
                            letter(
                                    session,
                                    start,
                                    "hostInformed",
                                    session.id() + ":" + planId + ":host:" + uai,
                                    Map.of("changements", changes, "accueille", uai.equals(session.place()))));
                }));
    }

    /** The E-RUN, who looks for somebody else, reads of it in that letter. */
    private boolean isErun(TrainingSession session, long agentId) {
        return agents.withRole(Role.ERUN, session.circonscriptionUai()).stream()
                .anyMatch(agent -> agent.id() == agentId);
    }

    /** To the E-RUN: what no session could take over. */
    void refused(String circonscriptionUai, String circonscription, long planId, List<String> refused) {
        post.toGroup(
                Role.ERUN,
                circonscriptionUai,
                new Letter(
                        "session/amendmentRefused",
                        "trainingSession:amendmentRefused:" + planId,
                        Map.of(
                                "nombre",
                                French.count(refused.size(), "changement non repris", "changements non repris"),
                                "refus",
                                refused,
                                "circonscription",
                                circonscription),
                        "/plans/" + planId,
                        null));
    }

    private static List<String> ofPeople(List<AmendedFact> facts) {
        return facts.stream()
                .filter(fact -> fact.isTaken()
                        && !fact.name().equals(AmendedFact.PLACES)
                        && !fact.name().equals("Public"))
                .map(AmendedFact::told)
                .toList();
    }

    /** @param formerly when people believe it is: who was to come tomorrow hears of it at once */
    private Letter letter(
            TrainingSession session, LocalDateTime formerly, String template, String key, Map<String, Object> more) {
        Map<String, Object> model = words.of(session);
        model.putAll(more);
        return new Letter(
                        "session/" + template,
                        "trainingSession:amended:" + key,
                        model,
                        page(session),
                        dates.untilTheDay(session))
                .undoing(dates.nearer(session, formerly));
    }

    private static String page(TrainingSession session) {
        return "/sessions/" + session.id();
    }
}
