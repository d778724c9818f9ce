package fr.forment.session.halfday;

import fr.forment.files.AgendaFile;
import fr.forment.mail.HouseAddress;
import fr.forment.resource.MeetingPlace;
import fr.forment.session.SessionWords;
import fr.forment.session.TrainingSession;
import fr.forment.territory.PlaceClocks;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import lombok.RequiredArgsConstructor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Sessions as appointments: the same in letters, in files and in calendars that are followed. */
@Component
@RequiredArgsConstructor
public class SessionAgenda {

    private final SessionHalfDays halfDays;
    private final SessionWords words;
    private final PlaceClocks clocks;
    private final HouseAddress house;
    private final Clock clock;

    @Value("${forment.mail.from}")
    private final String organiser;

    /**
     * One appointment for each half-day of the reader's, in order of time, by the half-day's position.
     *
     * @param least the SEQUENCE is not below
     */
    public SortedMap<Integer, AgendaFile.Event> events(TrainingSession session, AgendaPart part, int least) {
        var entry = new CalendarEntry(
                session,
                part,
                Math.max(least, CalendarEntry.sequence(session, part)),
                house::uid,
                words.title(session),
                isExpected(part) ? words.entrance(session) : words.whereabouts(session),
                house.of("/sessions/" + session.id()),
                organiser,
                clocks.of(session.circonscriptionUai()));
        SortedMap<Integer, AgendaFile.Event> events = new TreeMap<>();
        halfDays.of(session).stream()
                .filter(half -> part.holds(half, session))
                .forEach(half -> events.put(
                        half.position(), entry.of(half, words.trainer(half.trainer(session), session.trainerKind()))));
        return events;
    }

    /** Many sessions, in few statements, for a calendar that is followed: titles, places and hours, nobody's name. */
    public List<AgendaFile.Event> events(Map<TrainingSession, AgendaPart> parts) {
        UnaryOperator<String> titles = words.titles();
        UnaryOperator<String> places =
                words.places(parts.keySet().stream().map(TrainingSession::place).toList());
        Map<Long, List<HalfDay>> all = halfDays.of(parts.keySet());
        return parts.entrySet().stream()
                .flatMap(each -> {
                    TrainingSession session = each.getKey();
                    var entry = new CalendarEntry(
                            session,
                            each.getValue(),
                            CalendarEntry.sequence(session, each.getValue()),
                            house::uid,
                            titles.apply(session.moduleCode()),
                            isExpected(each.getValue()) && MeetingPlace.isLink(session.place())
                                    ? session.place()
                                    : places.apply(session.place()),
                            house.of("/sessions/" + session.id()),
                            organiser,
                            clocks.of(session.circonscriptionUai()));
                    return all.get(session.id()).stream()
                            .filter(half -> each.getValue().holds(half, session))
                            .map(half -> entry.of(half, null));
                })
                .toList();
    }

    private static boolean isExpected(AgendaPart part) {
        return part.kind() == AgendaPart.Kind.OWN;
    }

    /** The appointment of a half-day that there is no more. */
    public AgendaFile.Event gone(TrainingSession session, int position, AgendaFile.Event neighbour) {
        return new AgendaFile.Event(
                house.uid(HalfDay.agendaName(session, position)),
                neighbour.sequence(),
                neighbour.start(),
                neighbour.end(),
                neighbour.summary(),
                neighbour.place(),
                neighbour.description(),
                organiser,
                neighbour.link(),
                "CANCELLED",
                neighbour.busy());
    }

    /** To be opened by hand. */
    public byte[] file(TrainingSession session, AgendaPart part) {
        return AgendaFile.of(
                part.isCancelled() ? "CANCEL" : "PUBLISH",
                clock.instant(),
                List.copyOf(events(session, part, 0).values()));
    }
}
