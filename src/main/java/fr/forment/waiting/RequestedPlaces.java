package fr.forment.waiting;

import fr.forment.account.Tokens;
import fr.forment.journal.Journal;
import fr.forment.journal.JournalEntry;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.people.TrainingRecords;
import fr.forment.post.Keeping;
import fr.forment.session.ModuleLine;
import fr.forment.session.Obstacle;
import fr.forment.session.SessionDates;
import fr.forment.session.TrainingSession;
import fr.forment.session.guard.SchoolsAway;
import fr.forment.session.guard.WhyNot;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * The line of a module, and the places proposed along it. A place proposed is kept from everybody else for its time.
 */
@Component
@RequiredArgsConstructor
class RequestedPlaces implements ModuleLine {

    private final PlaceRequestRepository requests;
    private final NewRequests fresh;
    private final PlaceOfferRepository offers;
    private final PassedOver passed;
    private final OfferDates deadlines;
    private final OfferProcess process;
    private final RequestMails mails;
    private final SessionDates dates;
    private final WhyNot reasons;
    private final Agents agents;
    private final SchoolsAway away;
    private final TrainingRecords records;
    private final SeatsToCome seats;
    private final KeptNews news;
    private final Keeping keeping;
    private final Journal journal;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    @Override
    public List<Long> order(TrainingSession session) {
        return requests.line(session.circonscriptionUai(), session.moduleCode(), session.id()).stream()
                .distinct()
                .toList();
    }

    @Override
    public List<JournalEntry> joined(TrainingSession session, long agentId, boolean onlyDate) {
        PlaceRequest request = PlaceRequest.of(
                        session.circonscriptionUai(), session.moduleCode(), agentId, RequestOrigin.SESSION)
                .askedAt(clock.instant(), null);
        if (fresh.add(request)) {
            if (!onlyDate) {
                events.publishEvent(new LineMoved(request.circonscriptionUai(), request.moduleCode()));
            }
            return List.of(request.told(null, null));
        }
        requests.active(session.moduleCode(), agentId)
                .filter(known -> known.state() == RequestState.A_ETUDIER)
                .ifPresent(known -> {
                    accept(known, "Placée sur la liste d'attente d'une session");
                    process.moot(known.id());
                });
        return List.of();
    }

    void accept(PlaceRequest request, String why) {
        RequestState before = request.state();
        request.accept();
        requests.save(request);
        journal.add(request.told(before, why));
    }

    /** Who was put in line for a date waits no more without it; who asked for the module waits for another date. */
    @Override
    public void left(TrainingSession session, long agentId) {
        requests.active(session.moduleCode(), agentId)
                .filter(request -> request.origin() == RequestOrigin.SESSION)
                .ifPresent(request -> end(request, RequestState.RETIREE, null));
    }

    @Override
    public boolean lost(TrainingSession session, long agentId, boolean joins) {
        if (requests.active(session.moduleCode(), agentId).isPresent()) {
            return true;
        }
        if (needsNoPlace(session, agentId)) {
            return false;
        }
        Optional<PlaceRequest> served = requests.findByAgentIdOrderByIdDesc(agentId).stream()
                .filter(request -> request.moduleCode().equals(session.moduleCode()))
                .findFirst()
                .filter(request -> request.state() == RequestState.PLACEE);
        if (served.isPresent()) {
            accept(served.get(), "La place obtenue est perdue : de nouveau en attente, au même rang");
            passBy(session, served.get());
            events.publishEvent(new LineMoved(
                    served.get().circonscriptionUai(), served.get().moduleCode()));
        } else if (joins) {
            journal.addAll(joined(session, agentId, false));
        }
        return served.isPresent() || joins;
    }

    /** Whoever was taken out of a date is asked about others: this one is over for him as long as it stays. */
    private void passBy(TrainingSession session, PlaceRequest request) {
        if (session.state().isToCome() && !wasProposed(session, request)) {
            PlaceOffer none = PlaceOffer.of(
                            request, session.id(), session.sequence(), Tokens.fingerprint(Tokens.fresh()))
                    .between(clock.instant(), clock.instant());
            none.end(OfferState.RETIREE, clock.instant());
            offers.save(none);
        }
    }

    private boolean needsNoPlace(TrainingSession session, long agentId) {
        return records.has(agentId, session.moduleCode())
                || agents.find(agentId)
                        .filter(agent -> agent.isActiveOn(agents.today()))
                        .filter(agent -> !away.hasLeft(session, agent))
                        .isEmpty()
                || seats.hasPlace(agentId, session.moduleCode());
    }

    @Override
    public void redeem(TrainingSession session, long agentId) {
        if (session.offered() > 0) {
            offers.open(session.id(), agentId).ifPresent(offer -> end(session, offer, OfferState.ACCEPTEE));
        }
    }

    @Override
    public void placed(TrainingSession session, long agentId) {
        requests.active(session.moduleCode(), agentId).ifPresent(request -> end(request, RequestState.PLACEE, null));
    }

    @Override
    public boolean offer(TrainingSession session, Agent agent) {
        PlaceRequest request = requests.active(session.moduleCode(), agent.id()).orElseThrow();
        var end = deadlines.answerBy(session);
        if (end.isEmpty() || offers.openOfRequest(request.id()).isPresent() || wasProposed(session, request)) {
            return false;
        }
        if (isToHearFirst(session, agent)) {
            return true;
        }
        String token = Tokens.fresh();
        session.reserve();
        PlaceOffer offer =
                offers.save(PlaceOffer.of(request, session.id(), session.sequence(), Tokens.fingerprint(token))
                        .between(clock.instant(), dates.instant(session, end.get())));
        passed.forget(request.id(), session);
        journal.add(request.told(request.state(), OfferState.OUVERTE.label()));
        mails.offered(
                session,
                offer,
                token,
                offers.lastWithdrawn(request.id(), session.id()).orElse(null));
        process.offered(offer.id());
        return false;
    }

    /** The session at the date it has now. */
    private boolean wasProposed(TrainingSession session, PlaceRequest request) {
        return offers.count(request.id(), session.id(), session.sequence()) > 0;
    }

    /** The letter with the link is kept by nobody: it would come before what is. */
    private boolean isToHearFirst(TrainingSession session, Agent agent) {
        if (keeping.isOn()) {
            return true;
        }
        KeptNews.Kept kept = news.of(List.of(session.circonscriptionUai()), List.of(session.moduleCode()));
        return kept.isAbout(session.id()) || kept.isFor(agent.id(), session.moduleCode());
    }

    /** Told once of each date, however often it is looked at; nothing of a date he was proposed and did not take. */
    @Override
    public void passOver(TrainingSession session, Agent agent, Set<Obstacle> obstacles) {
        requests.active(session.moduleCode(), agent.id())
                .filter(request -> request.state() == RequestState.ATTEND && !wasProposed(session, request))
                .filter(request -> passed.note(request.id(), session, obstacles))
                .filter(request -> !obstacles.contains(Obstacle.PARTI) && !obstacles.contains(Obstacle.HORS_PROJET))
                .ifPresent(request -> mails.passedOver(session, request, reasons.toHimself(session, agent, obstacles)));
    }

    @Override
    public void clear(TrainingSession session) {
        if (session.offered() == 0) {
            return;
        }
        Instant now = clock.instant();
        for (PlaceOffer offer : offers.openOf(session.id())) {
            if (offer.isLate(now)) {
                end(session, offer, OfferState.EXPIREE);
                mails.expired(session, offer);
            } else if (agents.find(offer.agentId())
                    .filter(agent -> agent.isActiveOn(session.day()))
                    .isEmpty()) {
                end(session, offer, OfferState.RETIREE);
                mails.takeBack(offer, "La personne n'est plus en poste.");
            }
        }
    }

    @Override
    public void withdraw(TrainingSession session, String why) {
        if (session.offered() > 0) {
            offers.openOf(session.id()).forEach(offer -> {
                end(session, offer, OfferState.RETIREE);
                mails.withdrawn(session, offer, why);
            });
        }
    }

    void end(TrainingSession session, PlaceOffer offer, OfferState last) {
        offer.end(last, clock.instant());
        offers.save(offer);
        session.unreserve();
        journal.add(requests.findById(offer.requestId())
                .orElseThrow()
                .told(RequestState.ATTEND, OfferState.OUVERTE.label() + " : " + last.label()));
        process.settled(offer.id());
    }

    /** What is proposed to the person at another date is given back once this is over. */
    void end(PlaceRequest request, RequestState last, String why) {
        RequestState before = request.state();
        request.end(last, why);
        requests.save(request);
        journal.add(request.told(before, why));
        if (before == RequestState.A_ETUDIER
                && last != RequestState.REFUSEE) { // a refusal is what the process was told
            process.moot(request.id());
        }
        offers.openOfRequest(request.id()).ifPresent(offer -> events.publishEvent(new OfferMoot(offer.id())));
    }
}
