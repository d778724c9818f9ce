package fr.forment.convocation.web;

import fr.forment.account.SignedIn;
import fr.forment.convocation.CalendarFeed;
import fr.forment.convocation.CalendarFeedService;
import fr.forment.convocation.CalendarFeeds;
import fr.forment.convocation.FollowedCalendar;
import fr.forment.files.AgendaFile;
import fr.forment.files.Downloads;
import fr.forment.french.Refusal;
import fr.forment.limits.Limit;
import fr.forment.limits.Limiter;
import fr.forment.limits.Place;
import fr.forment.mail.HouseAddress;
import fr.forment.people.MyPerimeter;
import fr.forment.people.Reach;
import fr.forment.people.TeamRights;
import fr.forment.territory.Circonscription;
import fr.forment.territory.Clocks;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Calendars one follows by an address of one's own: given, renewed, taken back, read. */
@Controller
@RequiredArgsConstructor
class FeedController {

    /** One that the reader has or may have; {@code since} is null while there is none. */
    record Row(String zone, String name, ZonedDateTime since) {}

    private final CalendarFeeds feeds;
    private final CalendarFeedService service;
    private final FollowedCalendar calendar;
    private final SignedIn me;
    private final MyPerimeter perimeter;
    private final TeamRights team;
    private final Reach reach;
    private final HouseAddress house;
    private final Limiter limiter;

    @GetMapping("/moi/agendas")
    String page(Model model) {
        Map<String, CalendarFeed> known = me.agentId() == null
                ? Map.of()
                : feeds.of(me.agentId()).stream().collect(Collectors.toMap(CalendarFeed::zone, Function.identity()));
        model.addAttribute(
                "feeds",
                me.agentId() == null
                        ? List.of()
                        : Stream.concat(
                                        Stream.of(row(CalendarFeed.OWN, "Mes sessions", known)),
                                        perimeter.circonscriptions().stream()
                                                .filter(team::isOfTeamOrAdviser)
                                                .map(place ->
                                                        row(place.uai(), "Sessions : " + place.shortName(), known)))
                                .toList());
        return "convocation/feeds";
    }

    @PostMapping("/moi/agendas")
    String renew(@RequestParam(defaultValue = "") String zone, RedirectAttributes next) {
        next.addFlashAttribute("address", house.of("/agendas/" + service.renew(owner(zone), zone) + ".ics"));
        next.addFlashAttribute(
                "done", "L'adresse est prête : copiez-la maintenant, elle ne sera plus affichée ensuite.");
        return "redirect:/moi/agendas";
    }

    @PostMapping("/moi/agendas/revoquer")
    String revoke(@RequestParam(defaultValue = "") String zone, RedirectAttributes next) {
        next.addFlashAttribute(
                "done",
                service.revoke(owner(zone), zone)
                        ? "L'adresse est révoquée : plus aucun agenda ne la lit."
                        : "Aucune adresse n'était en service ici : rien n'a changé.");
        return "redirect:/moi/agendas";
    }

    /** Whoever holds the address; one that is revoked is one that never was. */
    @GetMapping("/agendas/{token}.ics")
    ResponseEntity<byte[]> read(@PathVariable String token, HttpServletRequest request) {
        return feeds.find(token)
                .flatMap(calendar::of)
                .map(file -> Downloads.of("formations.ics", AgendaFile.TYPE, file))
                .orElseThrow(() -> new ResponseStatusException(
                        limiter.take(Limit.LINK_GUESSED, Place.of(request.getRemoteAddr()))
                                        .isZero()
                                ? HttpStatus.NOT_FOUND
                                : HttpStatus.TOO_MANY_REQUESTS));
    }

    private long owner(String zone) {
        if (!zone.equals(CalendarFeed.OWN)) {
            Circonscription place = reach.circonscription(zone);
            me.act(() -> team.isOfTeamOrAdviser(place));
        }
        if (me.agentId() == null) {
            throw new Refusal("Ce compte n'est lié à personne : il n'a pas d'agenda à suivre.");
        }
        return Objects.requireNonNull(me.agentId());
    }

    private static Row row(String zone, String name, Map<String, CalendarFeed> known) {
        CalendarFeed feed = known.get(zone);
        return new Row(zone, name, feed == null ? null : feed.madeAt().atZone(Clocks.ofNoPlace()));
    }
}
