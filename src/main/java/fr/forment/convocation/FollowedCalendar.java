package fr.forment.convocation;

import fr.forment.account.Role;
import fr.forment.files.AgendaFile;
import fr.forment.people.Agents;
import fr.forment.session.Enrolment;
import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
import fr.forment.session.halfday.AgendaPart;
import fr.forment.session.halfday.SessionAgenda;
import fr.forment.territory.Circonscription;
import fr.forment.territory.Circonscriptions;
import fr.forment.waiting.PlaceOffer;
import fr.forment.waiting.PlaceOfferRepository;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * What a calendar holds that is followed by its address: sessions of the last months and those to come. Whether its
 * owner may still read it is asked each time: nobody is signed in.
 */
@Component
@RequiredArgsConstructor
public class FollowedCalendar {

    private static final int MONTHS_BACK = 3;
    private static final List<Role> TEAM = List.of(Role.IEN, Role.ERUN, Role.CPC, Role.SECRETAIRE);
    private static final List<Role> ADVISERS = List.of(Role.IEN_NUMERIQUE, Role.CPD);

    private final Sessions sessions;
    private final SessionAgenda agenda;
    private final PlaceOfferRepository offers;
    private final Agents agents;
    private final Circonscriptions circonscriptions;
    private final Clock clock;

    /** Empty when its owner has left, or is of that team no more. */
    public Optional<byte[]> of(CalendarFeed feed) {
        return agents.find(feed.agentId())
                .filter(owner -> owner.isActiveOn(agents.today()))
                .flatMap(owner -> feed.isOwn() ? Optional.of(own(feed.agentId())) : zone(feed));
    }

    private byte[] own(long agentId) {
        Map<Long, List<Enrolment>> rows =
                sessions.enrolmentsOf(agentId).stream().collect(Collectors.groupingBy(Enrolment::sessionId));
        Map<TrainingSession, AgendaPart> parts = new LinkedHashMap<>();
        List<TrainingSession> gives = sessions.givenBy(agentId);
        Set<Long> given = gives.stream().map(TrainingSession::id).collect(Collectors.toSet());
        Stream.concat(sessions.ofAgent(agentId).stream(), gives.stream())
                .filter(this::isRecent)
                .collect(Collectors.toMap(TrainingSession::id, each -> each, (one, same) -> one, LinkedHashMap::new))
                .values()
                .forEach(session -> {
                    AgendaPart part = AgendaPart.of(
                            session,
                            given.contains(session.id()) ? agentId : null,
                            rows.getOrDefault(session.id(), List.of()));
                    if (!part.isCancelled()) {
                        parts.put(session, part);
                    }
                });
        offers.openTo(agentId).stream()
                .map(PlaceOffer::sessionId)
                .flatMap(id -> sessions.find(id).stream())
                .forEach(session -> parts.putIfAbsent(session, AgendaPart.offered(session)));
        return AgendaFile.named("Mes formations (FormENT)", clock.instant(), agenda.events(parts));
    }

    private Optional<byte[]> zone(CalendarFeed feed) {
        return circonscriptions
                .find(feed.zone())
                .filter(place -> isOfTeam(feed.agentId(), place))
                .map(place -> {
                    Map<TrainingSession, AgendaPart> parts = new LinkedHashMap<>();
                    sessions.ofCirconscriptions(List.of(place.uai())).stream()
                            .filter(this::isRecent)
                            .forEach(session -> {
                                AgendaPart part = AgendaPart.of(session, null, List.of());
                                if (!part.isCancelled()) {
                                    parts.put(session, part);
                                }
                            });
                    return AgendaFile.named(
                            "Formations ENT, " + place.shortName(), clock.instant(), agenda.events(parts));
                });
    }

    private boolean isOfTeam(long agentId, Circonscription place) {
        return Stream.concat(
                        TEAM.stream().flatMap(role -> agents.withRole(role, place.uai()).stream()),
                        ADVISERS.stream().flatMap(role -> agents.withRole(role, place.departementCode()).stream()))
                .anyMatch(agent -> agent.id() == agentId);
    }

    private boolean isRecent(TrainingSession session) {
        return session.endsAt().isAfter(LocalDateTime.now(clock).minusMonths(MONTHS_BACK));
    }
}
