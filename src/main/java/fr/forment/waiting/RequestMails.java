package fr.forment.waiting;

import fr.forment.account.Role;
import fr.forment.french.French;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.post.Correspondence;
import fr.forment.post.Letter;
import fr.forment.session.Enrolment;
import fr.forment.session.SessionDates;
import fr.forment.session.SessionMails;
import fr.forment.session.SessionState;
import fr.forment.session.SessionWords;
import fr.forment.session.TrainingSession;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** What who waits for a module is written, and who answers. Nobody who left is written to ({@link Correspondence}). */
@Component
@RequiredArgsConstructor
class RequestMails {

    private static final String OWN_PAGE = "/demandes";

    private final Correspondence post;
    private final SessionWords words;
    private final SessionDates dates;
    private final Agents agents;

    /**
     * The one letter with the link. Where the change that withdrew a place offers it anew, it says both.
     *
     * @param withdrawn what was offered to the person in this session before; null for nothing
     */
    void offered(TrainingSession session, PlaceOffer offer, String token, PlaceOffer withdrawn) {
        ZonedDateTime end = offer.answerBy().atZone(dates.clock(session));
        Map<String, Object> model = words.of(session);
        model.put(
                "ailleurs",
                withdrawn != null
                        && post.takeBack(
                                key("withdraw", withdrawn.id()),
                                offer.agentId(),
                                "La place est proposée de nouveau, aux nouvelles dates."));
        model.put("limite", French.moment(end));
        post.toAgent(
                offer.agentId(),
                new Letter("waiting/offered", key("offer", offer.id()), model, "/place/" + token, end.toLocalDate())
                        .undoing(dates.instant(session, session.startsAt()))
                        .withSecretUntil(offer.answerBy()));
    }

    /** It does not leave when it still waits for its hour; else the person is told. */
    void expired(TrainingSession session, PlaceOffer offer) {
        takeBack(offer, "Le délai de réponse est passé.");
        tell(session, offer.agentId(), "expired", key("expire", offer.id()), Map.of());
    }

    /** Of a session that is cancelled, at once, or with the letters that say so. */
    void withdrawn(TrainingSession session, PlaceOffer offer, String why) {
        takeBack(offer, "La proposition a été retirée avant l'envoi.");
        Letter letter = letter(session, "withdrawn", key("withdraw", offer.id()), Map.of("motif", why));
        post.toAgent(
                offer.agentId(),
                session.state() == SessionState.ANNULEE
                        ? letter.cancelling(dates.instant(session, session.startsAt()))
                        : letter);
    }

    void takeBack(PlaceOffer offer, String why) {
        post.takeBack(key("offer", offer.id()), offer.agentId(), why);
    }

    void passedOver(TrainingSession session, PlaceRequest request, String why) {
        tell(
                session,
                request.agentId(),
                "passedOver",
                "placeRequest:passOver:" + request.id() + ":" + session.id() + ":" + session.sequence(),
                Map.of("motif", why));
    }

    /** No session of the module is left in the circonscription, the last being this one. */
    void noneLeft(TrainingSession last, PlaceRequest request) {
        tell(last, request.agentId(), "noneLeft", "placeRequest:noneLeft:" + request.id() + ":" + last.id(), Map.of());
    }

    /** Who does not come at this date, and waits for another. */
    void declined(TrainingSession session, PlaceOffer offer) {
        tell(session, offer.agentId(), "declined", key("decline", offer.id()), Map.of());
    }

    /** By the person, or by the direction of the school. */
    void left(PlaceRequest request) {
        about(request, "left", Map.of());
    }

    /** Followed otherwise than by a place of the line. */
    void trained(PlaceRequest request) {
        about(request, "trained", Map.of(), "/moi/formations");
    }

    void accepted(PlaceRequest request) {
        about(request, "accepted", Map.of());
    }

    void refused(PlaceRequest request, String why) {
        about(request, "refused", Map.of("motif", why));
    }

    void removed(PlaceRequest request, String why) {
        about(request, "removed", Map.of("motif", why));
    }

    void proposed(PlaceRequest request, Agent director) {
        about(request, "proposed", Map.of("direction", director.fullName()));
    }

    /** To the person, and to the direction, which named him. */
    void named(PlaceRequest request) {
        about(request, "named", Map.of());
        Agent person = agents.find(request.agentId()).orElseThrow();
        agents.directorOf(person.schoolUai())
                .filter(director -> !director.id().equals(person.id()))
                .ifPresent(director -> post.toAgent(
                        director.id(),
                        new Letter(
                                "waiting/namedTold",
                                "placeRequest:namedTold:" + request.id(),
                                Map.of("titre", words.title(request.moduleCode()), "personne", person.fullName()),
                                "/ecole",
                                null)));
    }

    /** To the direction of the school, unless it said so itself, or is one of the two. */
    void replaced(TrainingSession session, Enrolment row, Long saidBy) {
        Map<String, Object> model = words.of(session);
        model.put("personne", agents.find(row.agentId()).map(Agent::fullName).orElse(""));
        agents.directorOf(row.schoolUai())
                .filter(director -> !director.id().equals(saidBy) && director.id() != row.agentId())
                .ifPresent(director -> post.toAgent(
                        director.id(),
                        new Letter(
                                "waiting/replaced",
                                "placeRequest:replaced:" + row.id(),
                                model,
                                SessionMails.page(session),
                                null)));
    }

    /** To those who may answer. */
    void answerAwaited(PlaceRequest request) {
        Map<String, Object> model = new HashMap<>();
        model.put("titre", words.title(request.moduleCode()));
        model.put(
                "personne", agents.find(request.agentId()).map(Agent::fullName).orElse(""));
        var letter =
                new Letter("waiting/answerAwaited", "placeRequest:remind:" + request.id(), model, "/attentes", null);
        List.of(Role.IEN, Role.CPC, Role.ERUN)
                .forEach(role -> post.toGroup(role, request.circonscriptionUai(), letter));
    }

    private void about(PlaceRequest request, String template, Map<String, Object> more) {
        about(request, template, more, OWN_PAGE);
    }

    private void about(PlaceRequest request, String template, Map<String, Object> more, String page) {
        Map<String, Object> model = new HashMap<>(more);
        model.put("titre", words.title(request.moduleCode()));
        post.toAgent(
                request.agentId(),
                new Letter("waiting/" + template, "placeRequest:" + template + ":" + request.id(), model, page, null));
    }

    private void tell(TrainingSession session, long agentId, String template, String key, Map<String, Object> more) {
        post.toAgent(agentId, letter(session, template, key, more));
    }

    private Letter letter(TrainingSession session, String template, String key, Map<String, Object> more) {
        Map<String, Object> model = words.of(session);
        model.putAll(more);
        return new Letter("waiting/" + template, key, model, OWN_PAGE, null);
    }

    private static String key(String step, long offerId) {
        return "placeOffer:" + step + ":" + offerId;
    }
}
