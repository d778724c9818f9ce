package fr.forment.session.web;

import fr.forment.account.Role;
import fr.forment.account.SignedIn;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.people.MyPerimeter;
import fr.forment.people.OutOfReach;
import fr.forment.people.Reach;
import fr.forment.people.TeamRights;
import fr.forment.session.Enrolment;
import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
import fr.forment.session.halfday.AgendaPart;
import fr.forment.session.halfday.HalfDay;
import fr.forment.session.halfday.SessionHalfDays;
import fr.forment.territory.Circonscription;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * Who sees and does what with a session. The circonscription's team organises; the trainer sees everybody he trains; a
 * director sees his own people and nobody else's; a participant sees himself.
 */
@Component
@RequiredArgsConstructor
class SessionAccess {

    private final SignedIn me;
    private final MyPerimeter perimeter;
    private final Sessions sessions;
    private final Agents agents;
    private final SessionHalfDays halfDays;
    private final TeamRights team;
    private final Reach reach;

    Long agentId() {
        return me.agentId();
    }

    boolean organises(TrainingSession session) {
        return organises(session.circonscriptionUai());
    }

    boolean organises(String circonscriptionUai) {
        return team.isOfTeamOrAdviser(circonscriptionUai);
    }

    private boolean organises(Circonscription circonscription) {
        return team.isOfTeamOrAdviser(circonscription);
    }

    boolean trains(TrainingSession session) {
        return session.trainerId() != null && session.trainerId().equals(me.agentId());
    }

    /** The sessions the reader gives, wholly or some half-days of them. */
    List<TrainingSession> given() {
        return agentId() == null ? List.of() : sessions.givenBy(agentId());
    }

    AgendaPart agendaPart(TrainingSession session) {
        return agendaPart(session, sessions.enrolments(session.id()), parts(session));
    }

    List<HalfDay> parts(TrainingSession session) {
        return halfDays.of(session);
    }

    /** @param seen by the reader, see {@link #seen} */
    AgendaPart agendaPart(TrainingSession session, List<Enrolment> seen, List<HalfDay> parts) {
        return AgendaPart.of(
                session,
                SessionHalfDays.giver(session, parts, me.agentId()),
                seen.stream().filter(this::isMe).toList());
    }

    /** Sees everybody who is in it. */
    boolean seesAll(TrainingSession session) {
        return organises(session) || trains(session) || standsIn(session);
    }

    private boolean standsIn(TrainingSession session) {
        return me.agentId() != null && halfDays.trains(session, me.agentId());
    }

    boolean isMe(Enrolment enrolment) {
        return me.agentId() != null && enrolment.agentId() == me.agentId();
    }

    /**
     * Himself, or those of the schools he directs now, or everybody; however many there are, one look at his schools.
     */
    List<Enrolment> seen(TrainingSession session) {
        List<Enrolment> all = sessions.enrolments(session.id());
        return seesAll(session) ? all : all.stream().filter(ownOrDirected()).toList();
    }

    /** Those for whom he may say that they cannot come. */
    Predicate<Enrolment> spokenFor(TrainingSession session) {
        return organises(session) ? enrolment -> true : ownOrDirected();
    }

    private Predicate<Enrolment> ownOrDirected() {
        Set<Long> directed = directedPeople();
        return enrolment -> isMe(enrolment) || directed.contains(enrolment.agentId());
    }

    /** The circonscriptions whose sessions are all listed, by name. */
    List<Circonscription> organised() {
        return perimeter.circonscriptions().stream().filter(this::organises).toList();
    }

    /**
     * Those who work in the reader's schools today: one who moves is seen by the new direction and no more by the old
     * one.
     */
    Set<Long> directedPeople() {
        return agents.inSchools(me.perimeters(Role.DIRECTEUR)).stream()
                .map(Agent::id)
                .collect(Collectors.toSet());
    }

    /** The session, for those who may see its page; to others it does not exist. */
    TrainingSession visible(long id) {
        return visible(sessions.find(id));
    }

    private TrainingSession visible(Optional<TrainingSession> found) {
        return Reach.of(found, session -> seesAll(session) || !seen(session).isEmpty());
    }

    /** The session, for those who organise it. */
    TrainingSession organisable(long id) {
        return organised(sessions.find(id));
    }

    /** The same, held until the transaction ends. */
    TrainingSession heldToOrganise(long id) {
        return organised(sessions.hold(id));
    }

    private TrainingSession organised(Optional<TrainingSession> found) {
        TrainingSession session = visible(found);
        me.act(() -> organises(session));
        return session;
    }

    /** The session, for those who see everybody in it. */
    TrainingSession entire(long id) {
        TrainingSession session = visible(id);
        me.act(() -> seesAll(session));
        return session;
    }

    /** The enrolment, for those who may speak for the person. */
    Enrolment spokenFor(long enrolmentId) {
        Enrolment enrolment = enrolment(enrolmentId);
        me.act(() ->
                spokenFor(sessions.find(enrolment.sessionId()).orElseThrow()).test(enrolment));
        return enrolment;
    }

    /** The enrolment whose papers may be read: one's own, or of somebody in one's perimeter. */
    Enrolment readable(long enrolmentId) {
        Enrolment enrolment = Reach.of(sessions.enrolment(enrolmentId), known -> true);
        reach.person(enrolment.agentId());
        return enrolment;
    }

    /** @throws OutOfReach unless all are lines of this session */
    void lines(long sessionId, Collection<Long> enrolmentIds) {
        Reach.within(
                enrolmentIds,
                sessions.enrolments(sessionId).stream().map(Enrolment::id).toList());
    }

    /** @throws OutOfReach where a circonscription is not the reader's, a trainer or a school of elsewhere */
    void reaches(String circonscriptionUai, Long trainerId, String... places) {
        reach.circonscription(circonscriptionUai);
        reach.trainer(trainerId, circonscriptionUai, null);
        Arrays.stream(places).forEach(place -> reach.place(place, circonscriptionUai, null));
    }

    Reach reach() {
        return reach;
    }

    void act(BooleanSupplier rule) {
        me.act(rule);
    }

    /** One that the reader sees in its session. */
    Enrolment enrolment(long id) {
        return Reach.of(sessions.enrolment(id), enrolment -> sessions.find(enrolment.sessionId())
                .filter(session -> seesAll(session) || ownOrDirected().test(enrolment))
                .isPresent());
    }
}
