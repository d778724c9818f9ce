package fr.forment.equipment;

import fr.forment.french.French;
import fr.forment.french.Refusal;
import fr.forment.journal.Journal;
import fr.forment.journal.JournalEntry;
import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
import fr.forment.session.halfday.HalfDay;
import fr.forment.session.halfday.SessionHalfDays;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
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
