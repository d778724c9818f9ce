package fr.forment.equipment;

import fr.forment.catalogue.Catalogue;
import fr.forment.catalogue.TrainingModule;
import fr.forment.engine.Shown;
import fr.forment.french.French;
import fr.forment.journal.Journal;
import fr.forment.journal.JournalEntry;
import fr.forment.session.SessionCancelled;
import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
import fr.forment.session.told.SessionAnnounced;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What modules need, and what each of their sessions needs from the day it is announced. */
@Service
@Transactional
@RequiredArgsConstructor
public class EquipmentNeedService {

    private final Equipments equipments;
    private final EquipmentProcess process;
    private final EquipmentMails mails;
    private final Sessions sessions;
    private final Catalogue catalogue;
    private final Journal journal;
    private final JdbcClient jdbc;

    /**
     * Announced for the first time, or for another date: nothing stands twice, what was booked is kept where it holds.
     */
    @EventListener
    void announced(SessionAnnounced news) {
        TrainingSession session = sessions.find(news.sessionId()).orElseThrow();
        Set<EquipmentKind> known = equipments.ofSession(session.id()).stream()
                .map(EquipmentLine::kind)
                .collect(Collectors.toSet());
        Set<EquipmentKind> needs = equipments.needs(session.moduleCode());
        needs.stream().filter(kind -> !known.contains(kind)).forEach(kind -> jdbc.sql(
                        "INSERT INTO equipment_booking (version, session_id, kind, wanted, state) VALUES (0, ?, ?, ?, 'A_RESERVER')")
                .params(session.id(), kind.name(), kind.wantedBy(session))
                .update());
        if (!needs.isEmpty() || !known.isEmpty()) {
            mails.lost(equipments.ofSession(session.id()));
            process.follow(session.id());
        }
    }

    @EventListener
    void cancelled(SessionCancelled news) {
        List<EquipmentLine> lines = equipments.ofSession(news.sessionId());
        if (!lines.isEmpty()) {
            mails.lost(lines);
            process.end(news.sessionId(), "La session n'a pas lieu");
        }
    }

    /** What the page shows of all modules, for the form to carry. */
    @Transactional(readOnly = true)
    public Shown shown() {
        Map<String, Set<EquipmentKind>> needs = equipments.needs();
        Shown shown = Shown.of("Modules", "");
        for (TrainingModule module : catalogue.active()) {
            shown = shown.with(module.title(), words(needs.getOrDefault(module.code(), Set.of())));
        }
        return shown;
    }

    /**
     * For sessions announced from now on. The module's row is held: of two who change it at once, the second reads what
     * the first wrote.
     *
     * @param seen what the page showed, {@link #shown}
     */
    public void need(String moduleCode, Collection<EquipmentKind> kinds, String seen) {
        jdbc.sql("SELECT code FROM training_module WHERE code = ? FOR UPDATE")
                .param(moduleCode)
                .query(String.class)
                .single();
        Set<EquipmentKind> before = equipments.needs(moduleCode);
        Set<EquipmentKind> after = new TreeSet<>(kinds);
        shown().refuseUnlessSeen(seen, before.equals(after));
        jdbc.sql("DELETE FROM module_equipment WHERE module_code = ?")
                .param(moduleCode)
                .update();
        after.forEach(kind -> jdbc.sql("INSERT INTO module_equipment (module_code, kind) VALUES (?, ?)")
                .params(moduleCode, kind.name())
                .update());
        if (!before.equals(after)) {
            journal.add(JournalEntry.of(
                            TrainingModule.KIND,
                            catalogue.find(moduleCode).orElseThrow().code())
                    .what("Matériel d'une session")
                    .change(words(before), words(after)));
        }
    }

    private static String words(Set<EquipmentKind> kinds) {
        return kinds.isEmpty()
                ? "aucun"
                : kinds.stream().map(kind -> French.inSentence(kind.label())).collect(Collectors.joining(", "));
    }
}
