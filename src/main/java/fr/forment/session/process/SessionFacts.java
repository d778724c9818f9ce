package fr.forment.session.process;

import fr.forment.access.AccountService;
import fr.forment.account.Account;
import fr.forment.account.Groups;
import fr.forment.account.Role;
import fr.forment.french.French;
import fr.forment.resource.MeetingPlace;
import fr.forment.session.SessionDates;
import fr.forment.session.SessionWords;
import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
import fr.forment.session.guard.FirstDates;
import fr.forment.session.halfday.Givers;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** What a running case has to know of its session. */
@Component
@RequiredArgsConstructor
class SessionFacts {

    private static final String NONE = "aucune des " + FirstDates.LOOKED_AT
            + " prochaines journées de classe ; changez l'heure, la salle ou la personne, ou déplacez d'abord les sessions qui doivent venir ensuite";

    private final Sessions sessions;
    private final SessionDates dates;
    private final SessionWords words;
    private final AccountService accounts;
    private final Givers givers;
    private final FirstDates firstDates;

    TrainingSession session(long key) {
        return sessions.find(key).orElseThrow();
    }

    SessionDates dates() {
        return dates;
    }

    String group(long key, Role role) {
        return Groups.of(role, session(key).circonscriptionUai());
    }

    List<String> trainerLogin(long key) {
        TrainingSession session = session(key);
        return givers.of(session).stream()
                .flatMap(trainer -> accounts.ofAgent(trainer).filter(Account::enabled).map(Account::login).stream())
                .distinct()
                .toList();
    }

    String firstDay(long key) {
        return firstDates.of(session(key)).map(French::day).orElse(NONE);
    }

    /** Where it is held too: schools hold the same module on the same day. */
    String title(long key) {
        TrainingSession session = session(key);
        return words.title(session) + ", " + words.day(session) + ", "
                + (MeetingPlace.isLink(session.place()) ? "à distance" : words.place(session));
    }

    String summary(long key) {
        TrainingSession session = session(key);
        return words.title(session) + " – " + words.day(session) + ", " + words.hours(session) + ", "
                + words.place(session);
    }
}
