package fr.forment.equipment;

import fr.forment.french.French;
import fr.forment.french.Refusal;
import fr.forment.journal.Journal;
import fr.forment.journal.JournalEntry;
import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
import fr.forment.session.halfday.HalfDay;
import fr.forment.session.halfday.SessionHalfDays;
import fr.forment.session.told.SessionResized;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Books what a session needs, says it ready, gives it back. Two sessions never have more of one thing on the same
 * half-day than there is: whoever books holds its row. Rights are asked by the caller.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class EquipmentService {

    private static final long NO_SESSION = -1;

    private final Equipments equipments;
    private final EquipmentMails mails;
    private final Sessions sessions;
    private final SessionHalfDays halfDays;
    private final Journal journal;
    private final JdbcClient jdbc;

    /** @param seen version of the line that was on the page */
    public void reserve(long bookingId, long itemId, int seen) {
        EquipmentItem item = equipments.hold(itemId).orElseThrow();
        EquipmentLine line = equipments.line(bookingId).orElseThrow();
        if (item.kind() != line.kind()) {
            throw new Refusal("« " + item.name() + " » n'est pas ce que cette session demande ("
                    + French.inSentence(line.kind().label()) + ").");
        }
        if (!line.isAwaited()) {
            throw new Refusal("Cette session a commencé, ou n'a plus lieu : il n'y a rien à réserver.");
        }
        TrainingSession session = sessions.find(line.sessionId()).orElseThrow();
        refuseTaken(item, line, session);
        write(line, seen, EquipmentState.RESERVE, item.id(), session);
        told(line, EquipmentState.RESERVE, item.name());
        mails.reserved(equipments.line(bookingId).orElseThrow());
    }

    public void ready(long bookingId, int seen) {
        EquipmentLine line = equipments.line(bookingId).orElseThrow();
        if (line.state() != EquipmentState.RESERVE) {
            throw new Refusal(
                    line.state() == EquipmentState.PRET
                            ? "C'est déjà noté comme prêt."
                            : "Réservez d'abord ce matériel pour la date de la session.");
        }
        write(
                line,
                seen,
                EquipmentState.PRET,
                line.itemId(),
                sessions.find(line.sessionId()).orElseThrow());
        told(line, EquipmentState.PRET, line.itemName());
    }

    /** Before the session: somebody else may have it; after it: it is back. */
    public void giveBack(long bookingId, int seen) {
        EquipmentLine line = equipments.line(bookingId).orElseThrow();
        if (!line.written().isHeld()) {
            throw new Refusal("Ce matériel n'est pas réservé, ou il est déjà rendu.");
        }
        EquipmentState next = line.sessionState().isToCome() ? EquipmentState.A_RESERVER : EquipmentState.RENDU;
        write(line, seen, next, next == EquipmentState.RENDU ? line.itemId() : null, null);
        told(line, next, line.itemName());
    }

    /**
     * As many as the session has places. What is booked is kept where there is enough of it; else it is to be booked
     * anew. Whoever prepares or books it hears of the number.
     */
    @EventListener
    void resized(SessionResized news) {
        TrainingSession session = sessions.find(news.sessionId()).orElseThrow();
        for (EquipmentLine line : equipments.ofSession(session.id())) {
            int wanted = line.kind().wantedBy(session);
            if (wanted != line.wanted() && line.written() != EquipmentState.RENDU) {
                follow(session, line, wanted);
            }
        }
    }

    private void follow(TrainingSession session, EquipmentLine before, int wanted) {
        Optional<EquipmentItem> item = Optional.ofNullable(before.itemId()).flatMap(equipments::hold);
        jdbc.sql("UPDATE equipment_booking SET version = version + 1, wanted = ? WHERE id = ?")
                .params(wanted, before.id())
                .update();
        EquipmentLine line = equipments.line(before.id()).orElseThrow();
        boolean held = line.state().isHeld();
        if (held && !isEnough(item.orElseThrow(), line, session)) {
            write(line, line.version(), EquipmentState.A_RESERVER, null, null);
            told(line, EquipmentState.A_RESERVER, line.itemName());
        }
        journal.add(JournalEntry.of(TrainingSession.JOURNAL, line.sessionId())
                .what("Quantité : " + line.kind().label())
                .change(String.valueOf(before.wanted()), String.valueOf(wanted)));
        if (held) {
            mails.resized(equipments.line(before.id()).orElseThrow(), before);
        }
    }

    private boolean isEnough(EquipmentItem item, EquipmentLine line, TrainingSession session) {
        try {
            refuseTaken(item, line, session);
            return true;
        } catch (Refusal tooFew) {
            return false;
        }
    }

    /**
     * What more than there is was booked of, once the stock is smaller: the sessions of each such half-day, by date.
     */
    List<EquipmentLine> beyond(EquipmentItem item) {
        List<EquipmentLine> held = equipments.ofItem(item.id(), NO_SESSION).stream()
                .filter(line -> line.state().isHeld())
                .toList();
        Map<Long, List<HalfDay>> times = halfDays.of(held.stream()
                .map(line -> sessions.find(line.sessionId()).orElseThrow())
                .toList());
        return held.stream()
                .filter(line -> times.get(line.sessionId()).stream()
                        .anyMatch(half -> held.stream()
                                        .filter(other -> times.get(other.sessionId()).stream()
                                                .anyMatch(each -> isSame(each, half)))
                                        .mapToInt(EquipmentLine::wanted)
                                        .sum()
                                > item.quantity()))
                .sorted(Comparator.comparing(EquipmentLine::startsAt))
                .toList();
    }

    private void write(EquipmentLine line, int seen, EquipmentState state, Long itemId, TrainingSession bookedFor) {
        int written = jdbc.sql("""
                        UPDATE equipment_booking SET version = version + 1, state = ?, item_id = ?, booked_for = ?, booked_mark = ?
                         WHERE id = ? AND version = ?""")
                .params(Arrays.asList(
                        state.name(),
                        itemId,
                        bookedFor == null ? null : bookedFor.startsAt(),
                        bookedFor == null ? null : bookedFor.datesMark(),
                        line.id(),
                        seen))
                .update();
        if (written == 0) {
            throw new Refusal(
                    "Quelqu'un vient de changer cette réservation. Rien n'a été enregistré : vérifiez la page, puis recommencez.");
        }
    }

    /** The fullest of the session's half-days counts. */
    private void refuseTaken(EquipmentItem item, EquipmentLine line, TrainingSession session) {
        Map<Long, EquipmentLine> others = equipments.ofItem(item.id(), session.id()).stream()
                .filter(other -> other.state().isHeld())
                .collect(Collectors.toMap(EquipmentLine::sessionId, other -> other));
        Map<Long, List<HalfDay>> theirs = halfDays.of(others.keySet().stream()
                .map(id -> sessions.find(id).orElseThrow())
                .toList());
        for (HalfDay half : halfDays.of(session)) {
            List<EquipmentLine> then = others.values().stream()
                    .filter(other -> theirs.get(other.sessionId()).stream().anyMatch(each -> isSame(each, half)))
                    .toList();
            int left = item.quantity()
                    - then.stream().mapToInt(EquipmentLine::wanted).sum();
            if (line.wanted() > left) {
                throw new Refusal(
                        then.isEmpty()
                                ? "« " + item.name() + " » : il y en a " + item.quantity()
                                        + ", et cette session en demande "
                                        + line.wanted()
                                        + ". Corrigez la quantité connue, ou choisissez un autre matériel."
                                : "« " + item.name() + " » : il en reste " + Math.max(0, left) + " sur "
                                        + item.quantity()
                                        + " le " + half.told()
                                        + " ; une autre session a réservé le reste, et celle-ci en demande "
                                        + line.wanted()
                                        + ". Choisissez un autre matériel, ou changez la date de la session.");
            }
        }
    }

    private static boolean isSame(HalfDay one, HalfDay other) {
        return one.startsAt().toLocalDate().equals(other.startsAt().toLocalDate())
                && (one.part().equals(other.part())
                        || one.startsAt().isBefore(other.endsAt())
                                && other.startsAt().isBefore(one.endsAt()));
    }

    private void told(EquipmentLine line, EquipmentState now, String item) {
        journal.add(JournalEntry.of(TrainingSession.JOURNAL, line.sessionId())
                .what(line.kind().label() + (item == null ? "" : " : " + item))
                .change(line.state().label(), now.label()));
    }
}
