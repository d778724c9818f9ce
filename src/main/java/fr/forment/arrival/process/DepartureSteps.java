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

    public boolean isDated(long key) {
        return service.isDated(key);
    }

    public void askWhetherGone(long key) {
        service.ask(key);
    }

    public void remind(long key, int occurrence) {
        service.remind(key, occurrence);
    }

    public void recordDeparture(long key, String answer, String day, String school) {
        service.record(key, answer, day, school);
    }

    public void presumeGone(long key) {
        service.presume(key);
    }

    public boolean isLeaving(long key) {
        return service.isLeaving(key);
    }

    public boolean isOnLeave(long key) {
        return service.isOnLeave(key);
    }

    public boolean isBack(long key) {
        return service.isBack(key);
    }

    public void closeBack(long key) {
        service.closeBack(key);
    }

    public void handOver(long key) {
        service.handOver(key);
    }

    public String answerDate(long key, int occurrence) {
        return iso(key, dates.answer(departure(key), occurrence));
    }

    public String firstDayAway(long key) {
        return iso(key, dates.firstDayAway(departure(key)));
    }

    public String firstDayBack(long key) {
        return iso(key, dates.firstDayBack(departure(key)));
    }

    /** Groups that may answer, separated by commas. */
    public String confirmers(long key) {
        return String.join(",", people.confirmers(departure(key)));
    }

    /** For the links of a form. */
    public Markdown departureId(long key) {
        return Markdown.text(key);
    }

    public String personAndPlace(long key) {
        return people.personAndPlace(departure(key));
    }

    public Markdown who(long key) {
        return Markdown.text(people.who(departure(key)));
    }

    public Markdown graceEnd(long key) {
        return Markdown.text(French.date(dates.graceEnd(departure(key)).toLocalDate()));
    }

    private Departure departure(long key) {
        return departures.find(key).orElseThrow();
    }

    private static String place(Departure departure) {
        return departure.circonscriptionUai() == null ? departure.departementCode() : departure.circonscriptionUai();
    }

    private String iso(long key, LocalDateTime moment) {
        return clocks.iso(place(departure(key)), moment);
    }
}
