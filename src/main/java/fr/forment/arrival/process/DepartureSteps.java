package fr.forment.arrival.process;

import fr.forment.arrival.Departure;
import fr.forment.arrival.DepartureDates;
import fr.forment.arrival.DeparturePeople;
import fr.forment.arrival.DepartureService;
import fr.forment.arrival.Departures;
import fr.forment.engine.Markdown;
import fr.forment.engine.ProcessSteps;
import fr.forment.french.French;
import fr.forment.territory.PlaceClocks;
import java.time.LocalDateTime;
import lombok.RequiredArgsConstructor;

/** What the model {@code departure} asks; the key is the departure's id. */
@ProcessSteps
@RequiredArgsConstructor
public class DepartureSteps {

    private final DepartureService service;
    private final Departures departures;
    private final DeparturePeople people;
    private final DepartureDates dates;
    private final PlaceClocks clocks;

    public boolean isDated(String key) {
        return service.isDated(id(key));
    }

    public void askWhetherGone(String key) {
        service.ask(id(key));
    }

    public void remind(String key, String occurrence) {
        service.remind(id(key), Integer.parseInt(occurrence));
    }

    public void recordDeparture(String key, String answer, String day, String school) {
        service.record(id(key), answer, day, school);
    }

    public void presumeGone(String key) {
        service.presume(id(key));
    }

    public boolean isLeaving(String key) {
        return service.isLeaving(id(key));
    }

    public boolean isOnLeave(String key) {
        return service.isOnLeave(id(key));
    }

    public boolean isBack(String key) {
        return service.isBack(id(key));
    }

    public void closeBack(String key) {
        service.closeBack(id(key));
    }

    public void handOver(String key) {
        service.handOver(id(key));
    }

    public String answerDate(String key, String occurrence) {
        return iso(key, dates.answer(departure(key), Integer.parseInt(occurrence)));
    }

    public String firstDayAway(String key) {
        return iso(key, dates.firstDayAway(departure(key)));
    }

    public String firstDayBack(String key) {
        return iso(key, dates.firstDayBack(departure(key)));
    }

    /** Groups that may answer, separated by commas. */
    public String confirmers(String key) {
        return String.join(",", people.confirmers(departure(key)));
    }

    /** For the links of a form. */
    public Markdown departureId(String key) {
        return Markdown.text(key);
    }

    public String personAndPlace(String key) {
        return people.personAndPlace(departure(key));
    }

    public Markdown who(String key) {
        return Markdown.text(people.who(departure(key)));
    }

    public Markdown graceEnd(String key) {
        return Markdown.text(French.date(dates.graceEnd(departure(key)).toLocalDate()));
    }

    private Departure departure(String key) {
        return departures.find(id(key)).orElseThrow();
    }

    private static String place(Departure departure) {
        return departure.circonscriptionUai() == null ? departure.departementCode() : departure.circonscriptionUai();
    }

    private String iso(String key, LocalDateTime moment) {
        return clocks.iso(place(departure(key)), moment);
    }

    private static long id(String key) {
        return Long.parseLong(key);
    }
}
