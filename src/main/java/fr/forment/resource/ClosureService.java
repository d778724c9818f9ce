package fr.forment.resource;

import fr.forment.french.Names;
import fr.forment.french.Refusal;
import fr.forment.journal.Journal;
import fr.forment.journal.JournalEntry;
import fr.forment.territory.Schools;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Days on which a school, or all of a circonscription, is closed: snow, a strike, a day of its own. */
@Service
@Transactional
@RequiredArgsConstructor
public class ClosureService {

    private final JdbcClient jdbc;
    private final Closures closures;
    private final Schools schools;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /**
     * @param schoolUai null: all schools of the circonscription
     * @return false when just that stood already
     */
    public boolean close(String circonscriptionUai, String schoolUai, LocalDate from, LocalDate until, String reason) {
        DaySpan when = DaySpan.said(from, until == null ? from : until, LocalDate.now(clock));
        String why = Names.clean(Objects.toString(reason, ""));
        if (why.isEmpty() || why.length() > 120) {
            throw new Refusal("Indiquez le motif en 120 caractères au plus, par exemple « Neige ».", "motif");
        }
        if (schoolUai != null
                && schools.find(schoolUai)
                        .filter(school -> circonscriptionUai.equals(school.circonscriptionUai()))
                        .isEmpty()) {
            throw new Refusal("Cette école n'est pas dans la circonscription : choisissez-en une autre.", "ecole");
        }
        jdbc.sql("SELECT uai FROM circonscription WHERE uai = ? FOR UPDATE")
                .param(circonscriptionUai)
                .query(String.class)
                .single();
        if (closures.of(circonscriptionUai).stream()
                .anyMatch(each -> Objects.equals(each.schoolUai(), schoolUai)
                        && each.period().equals(when))) {
            return false;
        }
        jdbc.sql(
                        "INSERT INTO school_closure (circonscription_uai, school_uai, from_day, until_day, reason) VALUES (?, ?, ?, ?, ?)")
                .params(Arrays.asList(circonscriptionUai, schoolUai, when.from(), when.until(), why))
                .update();
        var closure = new Closure(0, circonscriptionUai, schoolUai, when, why);
        told(closure, "Fermeture annoncée", null, words(closure));
        return true;
    }

    public void reopen(long id) {
        Closure closure = closures.find(id).orElseThrow(TrainerResourceService::gone);
        jdbc.sql("DELETE FROM school_closure WHERE id = ?").param(id).update();
        told(closure, "Fermeture retirée", words(closure), null);
    }

    private void told(Closure closure, String what, String before, String after) {
        journal.add(JournalEntry.of(RoomService.KIND, closure.circonscriptionUai())
                .part("fermeture")
                .what(what)
                .change(before, after));
        events.publishEvent(new ResourceChanged(
                ResourceChanged.Kind.CLOSURE,
                null,
                closure.schoolUai(),
                null,
                closure.circonscriptionUai(),
                closure.period().from(),
                closure.period().until()));
    }

    private static String words(Closure closure) {
        return (closure.schoolUai() == null ? "toutes les écoles" : closure.schoolUai()) + ", "
                + closure.period().words() + " : " + closure.reason();
    }
}
