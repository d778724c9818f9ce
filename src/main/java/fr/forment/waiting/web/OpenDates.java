package fr.forment.waiting.web;

import fr.forment.session.SessionWords;
import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
import fr.forment.territory.PlaceClocks;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** The dates that are fixed already: what somebody wants to know before asking for a module. */
@Component
@RequiredArgsConstructor
class OpenDates {

    /** @param seats in French */
    record Row(String module, String day, String hours, String place, String seats) {}

    private final Sessions sessions;
    private final SessionWords words;
    private final PlaceClocks clocks;

    /** Of a circonscription, soonest first. @param titles of the modules that may be asked for, by code */
    List<Row> of(String circonscriptionUai, Map<String, String> titles) {
        List<TrainingSession> some = sessions.upcoming(circonscriptionUai).stream()
                .filter(each -> titles.containsKey(each.moduleCode())
                        && !each.isClosedToEnrolment(clocks.today(circonscriptionUai)))
                .toList();
        UnaryOperator<String> places =
                words.places(some.stream().map(TrainingSession::place).toList());
        Function<TrainingSession, String> hours = words.hours(some);
        return some.stream()
                .map(each -> new Row(
                        titles.get(each.moduleCode()),
                        words.day(each),
                        hours.apply(each),
                        places.apply(each.place()),
                        each.hasRoom() ? "places libres" : "complète"))
                .toList();
    }
}
