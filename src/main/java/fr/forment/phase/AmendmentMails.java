package fr.forment.phase;

import fr.forment.account.Role;
import fr.forment.french.French;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.post.Correspondence;
import fr.forment.post.Letter;
import fr.forment.session.Enrolment;
import fr.forment.session.IssuedPapers;
import fr.forment.session.SessionDates;
import fr.forment.session.SessionMails;
import fr.forment.session.SessionWords;
import fr.forment.session.TrainingSession;
import fr.forment.session.told.ChangeMails;
import fr.forment.session.told.LastTold;
import fr.forment.session.told.Tidings;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * An amendment of the plan changes sessions: one letter for each person and session, whatever the number of changes.
 */
@Component
@RequiredArgsConstructor
class AmendmentMails {

    private static final String WHY = "La session a encore changé avant l'envoi.";

    private final Correspondence post;
    private final ChangeMails changed;
    private final LastTold told;
    private final SessionWords words;
    private final IssuedPapers papers;
    private final SessionDates dates;
    private final Agents agents;

    /** How many places there are, and for whom else, is no news for those who have one. */
    boolean concernPeople(List<AmendedFact> facts) {
        return !ofPeople(facts).isEmpty();
    }

    /**
     * Those who are convoked find on the page a summons that says what the letter says; who was never told hears of no
     * change. @param moved another convocation follows
     */
    void people(
            TrainingSession session,
            Collection<Enrolment> expected,
            List<AmendedFact> facts,
            boolean moved,
            long planId) {
        if (ofPeople(facts).isEmpty()) {
            return;
        }
        for (Enrolment row : expected) {
            boolean waited = moved
                    ? changed.takeBackDates(session, row.agentId(), WHY) > 0
                    : post.takeBack(page(session), row.agentId(), ChangeMails.OF_A_CHANGE, WHY) > 0;
            boolean convoked = !moved && row.convokedAt() != null;
            if (convoked) {
                papers.issue(IssuedPapers.Kind.CONVOCATION, session, row);
            }
            Optional<Tidings> known = told.of(session, row.agentId());
            if (known.isEmpty()) {
                changed.first(session, row, waited);
            } else if (!known.get().equals(Tidings.of(session))) {
                post.toAgent(
                        row.agentId(),
                        letter(
                                session,
                                known.get().start(),
                                "amended",
                                row.id() + ":" + planId,
                                Map.of(
                                        "changements",
                                        told.changes(known.get(), session),
                                        "nouvelle",
                                        moved || !known.get().start().equals(session.startsAt()),
                                        "convoque",
                                        convoked)));
            }
        }
    }

    /** The former trainer, the new one, or the one who stays; while nobody is named, the E-RUN. */
    void trainers(
            TrainingSession session,
            Long formerly,
            Tidings before,
            List<AmendedFact> facts,
            boolean moved,
            long planId) {
        if (facts.stream().noneMatch(AmendedFact::isTaken)) {
            return;
        }
        String key = session.id() + ":" + planId + ":trainer";
        boolean replaced =
                facts.stream().anyMatch(fact -> fact.isTaken() && fact.name().equals(AmendedFact.TRAINER));
        if (moved && formerly != null) {
            changed.takeBackDates(session, formerly, WHY);
        }
        if (replaced && formerly != null && !(session.trainerId() == null && isErun(session, formerly))) {
            post.takeBack(page(session), formerly, SessionMails.WAITING_TRAINER, WHY);
            changed.replaced(session, formerly, "amended:" + key + ":formerly");
        }
        List<String> others = facts.stream()
                .filter(fact -> fact.isTaken() && !ofPeople(fact))
                .map(AmendedFact::told)
                .toList();
        if (session.trainerId() == null) {
            List<String> changes = facts.stream()
                    .filter(AmendedFact::isTaken)
                    .map(AmendedFact::told)
                    .toList();
            if (!changes.isEmpty()) {
                var letter = letter(session, before.start(), "amendedForTrainer", key, Map.of("changements", changes));
                post.toGroup(Role.ERUN, session.circonscriptionUai(), letter);
                if (replaced) { // the E-RUN may be who is away: the CPC answer for it too
                    post.toGroupOnce(Role.CPC, session.circonscriptionUai(), letter.key(), cpc -> Optional.of(letter)
                            .filter(each -> !cpc.id().equals(formerly)));
                }
            }
            return;
        }
        long trainer = session.trainerId();
        post.takeBack(page(session), trainer, ChangeMails.OF_A_CHANGE, WHY);
        if (replaced) {
            post.takeBack(page(session), trainer, List.of("session/replaced"), WHY);
        }
        Optional<Tidings> known =
                told.of(session, trainer).filter(last -> Long.valueOf(trainer).equals(last.trainerId()));
        List<String> changes = Stream.concat(
                        known.map(last -> told.changes(last, session)).orElse(List.of()).stream(), others.stream())
                .toList();
        if (known.isEmpty()) {
            post.toAgent(trainer, changed.announced(session, "amended:" + key));
        } else if (!changes.isEmpty()) {
            post.toAgent(
                    trainer,
                    letter(session, known.get().start(), "amendedForTrainer", key, Map.of("changements", changes)));
        }
    }

    /**
     * To who directs the school it was to be held in, and the one it is now held in: a room is to be kept, or is free
     * again.
     */
    void hosts(
            TrainingSession session,
            Collection<Enrolment> expected,
            String formerHost,
            LocalDateTime start,
            List<AmendedFact> facts,
            long planId) {
        List<String> changes = facts.stream()
                .filter(AmendedFact::isTaken)
                .filter(fact -> List.of(AmendedFact.DATE, AmendedFact.PLACE).contains(fact.name()))
                .map(AmendedFact::told)
                .toList();
        if (changes.isEmpty()) {
            return;
        }
        Stream.of(formerHost, session.place()).distinct().forEach(uai -> agents.directorOf(uai)
                .filter(director -> !told(session, expected, director))
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

    /** Whoever directs the school and trains or comes reads of it in the letter that says so. */
    private static boolean told(TrainingSession session, Collection<Enrolment> expected, Agent director) {
        return director.id().equals(session.trainerId())
                || expected.stream().anyMatch(row -> row.agentId() == director.id());
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
                .filter(fact -> fact.isTaken() && ofPeople(fact))
                .map(AmendedFact::told)
                .toList();
    }

    private static boolean ofPeople(AmendedFact fact) {
        return !fact.name().equals(AmendedFact.PLACES) && !fact.name().equals("Public");
    }

    /** @param formerly when people believe it is: who was to come tomorrow hears of it at once */
    private Letter letter(
            TrainingSession session, LocalDateTime formerly, String template, String key, Map<String, Object> more) {
        Map<String, Object> model = words.of(session);
        model.putAll(more);
        return new Letter(
                        "session/" + template,
                        "trainingSession:amended:" + key + told.turn(session),
                        model,
                        page(session),
                        dates.untilTheDay(session))
                .undoing(dates.nearer(session, formerly));
    }

    private static String page(TrainingSession session) {
        return "/sessions/" + session.id();
    }
}
