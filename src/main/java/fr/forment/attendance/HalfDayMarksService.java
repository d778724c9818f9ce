package fr.forment.attendance;

import fr.forment.french.French;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.post.Correspondence;
import fr.forment.post.Letter;
import fr.forment.session.SessionDates;
import fr.forment.session.SessionMails;
import fr.forment.session.SessionWords;
import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
import fr.forment.session.halfday.HalfDay;
import fr.forment.session.halfday.SessionHalfDays;
import fr.forment.session.told.ChangeMails;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Of a session on several dates: whoever gave a half-day is asked for its marks the same day, not after the last date;
 * of what ends when letters no longer leave, the next morning. The end of the session is asked for by its process. A
 * round finds what is due, also after a stop; each letter is written once, and taken back when the marks come before it
 * leaves.
 */
@Slf4j
@Service
@RequiredArgsConstructor
public class HalfDayMarksService {

    /** The furthest clock of the house is so far ahead of any other. */
    private static final int AHEAD_HOURS = 24;

    private final JdbcClient jdbc;
    private final Sessions sessions;
    private final SessionHalfDays halfDays;
    private final SessionDates dates;
    private final SessionWords words;
    private final Sheets sheets;
    private final Correspondence post;
    private final Agents agents;
    private final TransactionTemplate apart;
    private final Clock clock;

    /** Each session in a transaction of its own; what fails is found again by the next round. */
    @Scheduled(
            fixedDelayString = "${forment.attendance.ask:PT15M}",
            initialDelayString = "${forment.attendance.ask:PT15M}")
    public void round() {
        List<Long> due = jdbc.sql("""
                SELECT id FROM training_session WHERE state = 'EN_COURS' AND for_parents = FALSE AND starts_at < :now
                   AND CAST(starts_at AS DATE) <> CAST(ends_at AS DATE) ORDER BY id""")
                .param("now", LocalDateTime.now(clock).plusHours(AHEAD_HOURS))
                .query(Long.class)
                .list();
        for (long id : due) {
            try {
                apart.executeWithoutResult(transaction -> ask(id));
            } catch (RuntimeException later) {
                log.warn("The marks of half-days of session {} are asked for later: {}", id, later.toString());
            }
        }
    }

    private void ask(long sessionId) {
        TrainingSession session = sessions.find(sessionId).orElseThrow();
        LocalDateTime now = dates.now(session);
        if (!now.isBefore(session.endsAt())) {
            return; // its process asks
        }
        Map<Integer, Long> unmarked = sheets.unmarked(session);
        Map<LocalDate, List<HalfDay>> days = halfDays.of(session).stream()
                .collect(Collectors.groupingBy(half -> half.startsAt().toLocalDate()));
        for (LocalDate day : new TreeSet<>(days.keySet())) {
            Set<Optional<Long>> givers = days.get(day).stream()
                    .map(half -> Optional.ofNullable(half.trainer(session)))
                    .collect(Collectors.toSet());
            for (Optional<Long> giver : givers) {
                List<HalfDay> own = days.get(day).stream()
                        .filter(half -> Objects.equals(half.trainer(session), giver.orElse(null)))
                        .toList();
                List<HalfDay> left = own.stream()
                        .filter(half -> unmarked.getOrDefault(half.position(), 0L) > 0)
                        .toList();
                if (!own.get(own.size() - 1).endsAt().isAfter(now)) {
                    if (left.isEmpty()) {
                        settled(session, day, giver);
                    } else {
                        write(session, day, giver, left, unmarked);
                    }
                }
            }
        }
    }

    /** What waits for its hour asks for nothing any more. */
    private void settled(TrainingSession session, LocalDate day, Optional<Long> giver) {
        readers(session, giver)
                .forEach(reader -> post.takeBack(
                        key(session, day, reader), reader, "Les présences ont été enregistrées avant l'envoi."));
    }

    private List<Long> readers(TrainingSession session, Optional<Long> giver) {
        return giver.map(List::of)
                .orElseGet(() -> agents.reachedAsFirst(ChangeMails.TEAM, session.circonscriptionUai()).stream()
                        .map(Agent::id)
                        .toList());
    }

    /** One that was taken back has told nobody anything: where marks are missing again, they are asked for again. */
    private String key(TrainingSession session, LocalDate day, long reader) {
        String first = SessionMails.key("halfDayMarks:" + session.id() + ":" + day);
        int turn = post.takenBack(first, reader);
        return turn == 0 ? first : first + ":" + turn;
    }

    private void write(
            TrainingSession session,
            LocalDate day,
            Optional<Long> giver,
            List<HalfDay> left,
            Map<Integer, Long> unmarked) {
        Map<String, Object> model = new HashMap<>(words.of(session));
        model.put("court", French.brief(left.get(0).startsAt()));
        model.put("fin", French.day(session.endsAt()));
        List<String> lines = new ArrayList<>();
        left.forEach(half -> lines.add(half.told() + " : "
                + French.count(unmarked.get(half.position()), "présence à saisir", "présences à saisir")));
        model.put("demiJournees", lines);
        String page = SessionMails.page(session) + "/emargement?demiJournee="
                + left.get(0).position();
        for (long reader : readers(session, giver)) {
            String key = key(session, day, reader);
            post.toAgentOnce(
                    reader, key, named -> Optional.of(new Letter(SessionMails.HALF_DAY_MARKS, key, model, page, null)));
        }
    }
}
