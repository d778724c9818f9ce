package fr.forment.waiting.web;

import fr.forment.access.FormAnswer;
import fr.forment.account.SignedIn;
import fr.forment.french.French;
import fr.forment.french.Refusal;
import fr.forment.french.Told;
import fr.forment.limits.Limit;
import fr.forment.limits.Limiter;
import fr.forment.limits.Place;
import fr.forment.people.Reach;
import fr.forment.session.SessionDates;
import fr.forment.session.SessionWords;
import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
import fr.forment.waiting.OfferService;
import fr.forment.waiting.PlaceOffer;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The answer to a place that is proposed: by the link of the letter without signing in, or on one's own page. Opening
 * the link answers nothing: scanners of mails do.
 */
@Controller
@RequiredArgsConstructor
class OfferController {

    private final OfferService offers;
    private final Sessions sessions;
    private final SessionWords words;
    private final SessionDates dates;
    private final SignedIn me;
    private final Limiter limiter;
    private final Clock clock;

    @GetMapping("/place/{token}")
    String show(@PathVariable String token, HttpServletRequest request, Model model) {
        PlaceOffer offer = find(token, request);
        if (isSomebodyElse(offer)) {
            return "waiting/others";
        }
        TrainingSession session = sessions.find(offer.sessionId()).orElseThrow();
        model.addAllAttributes(words.of(session));
        model.addAttribute("offer", offer);
        model.addAttribute("token", token);
        model.addAttribute("late", offer.isOpen() && offer.isLate(clock.instant()));
        model.addAttribute("limit", French.moment(offer.answerBy().atZone(dates.clock(session))));
        return "waiting/offer";
    }

    @PostMapping("/place/{token}")
    String answer(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String reponse,
            HttpServletRequest request,
            RedirectAttributes next) {
        PlaceOffer offer = find(token, request);
        if (!isSomebodyElse(offer)) {
            Told.on(next, () -> done(offer, reponse));
        }
        return "redirect:/place/" + token;
    }

    /** The same, signed in. */
    @PostMapping("/demandes/places/{offerId}")
    String answer(
            @PathVariable long offerId, @RequestParam(defaultValue = "") String reponse, RedirectAttributes next) {
        PlaceOffer offer =
                Reach.of(offers.find(offerId), known -> me.agentId() != null && known.agentId() == me.agentId());
        me.act(() -> known(offer));
        return FormAnswer.then("/demandes", next, () -> done(offer, reponse));
    }

    private boolean known(PlaceOffer offer) {
        return Objects.equals(me.agentId(), offer.agentId());
    }

    private String done(PlaceOffer offer, String answer) {
        switch (answer) {
            case "viens" -> {
                offers.accept(offer.id());
                return "C'est noté : la place est à vous. Un courriel vous le confirme.";
            }
            case "autre-date" -> {
                offers.decline(offer.id(), true);
                return "C'est noté : la place est proposée à la personne suivante, et vous gardez votre rang pour une autre date.";
            }
            case "plus" -> {
                offers.decline(offer.id(), false);
                return "C'est noté : la place est proposée à la personne suivante, et vous n'attendez plus ce module.";
            }
            default -> throw new Refusal("Choisissez une des trois réponses.");
        }
    }

    /** Who is signed in under another name has opened what was sent to somebody else. */
    private boolean isSomebodyElse(PlaceOffer offer) {
        return me.login() != null && !known(offer);
    }

    private PlaceOffer find(String token, HttpServletRequest request) {
        return offers.find(token)
                .orElseThrow(() -> new ResponseStatusException(
                        limiter.take(Limit.LINK_GUESSED, Place.of(request.getRemoteAddr()))
                                        .isZero()
                                ? HttpStatus.NOT_FOUND
                                : HttpStatus.TOO_MANY_REQUESTS));
    }
}
