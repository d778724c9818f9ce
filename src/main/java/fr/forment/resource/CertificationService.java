package fr.forment.resource;

import fr.forment.catalogue.Catalogue;
import fr.forment.catalogue.TrainingModule;
import fr.forment.french.Refusal;
import fr.forment.journal.Journal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The inspector certifies somebody for a module, withdraws it, or leaves it to function and trainings again. The last
 * word stands from its first day on. Rights are asked by the caller.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class CertificationService {

    private final JdbcClient jdbc;
    private final TrainerResources resources;
    private final TrainerResourceService trainers;
    private final Catalogue catalogue;
    private final Journal journal;
    private final Clock clock;

    /**
     * @param granted false: withdrawn
     * @return false when just that stood already
     */
    public boolean decide(long agentId, String moduleCode, boolean granted, LocalDate from, LocalDate until) {
        LocalDate today = LocalDate.now(clock);
        DaySpan when = DaySpan.said(from, until, today);
        String code = catalogue
                .find(moduleCode == null ? "" : moduleCode)
                .map(TrainingModule::code)
                .orElseThrow(() -> new Refusal("Choisissez un module du catalogue.", "module"));
        trainers.hold(agentId);
        List<Certification> before = of(agentId).stream()
                .filter(each -> each.moduleCode().equals(code))
                .toList();
        if (before.stream()
                .anyMatch(each -> each.granted() == granted && each.period().equals(when))) {
            return false;
        }
        for (Certification each : before) {
            List<DaySpan> left = each.period().without(when);
            if (!left.equals(List.of(each.period()))) {
                remove(each.id());
                left.forEach(period -> add(agentId, code, each.granted(), period, each.decidedBy(), each.decidedOn()));
            }
        }
        add(agentId, code, granted, when, journal.author(), today);
        trainers.told(
                agentId,
                granted ? "Habilitation" : "Retrait d'habilitation",
                null,
                catalogue.quoted(code) + ", " + when.words());
        trainers.changed(ResourceChanged.Kind.CERTIFICATION, agentId, when);
        return true;
    }

    /** What was decided is no longer so: function and trainings speak again. */
    public void takeBack(long agentId, long id) {
        trainers.hold(agentId);
        Certification said = of(agentId).stream()
                .filter(each -> each.id() == id)
                .findFirst()
                .orElseThrow(TrainerResourceService::gone);
        remove(id);
        trainers.told(
                agentId,
                "Décision sur une habilitation annulée",
                said.words(catalogue.quoted(said.moduleCode())),
                null);
        trainers.changed(ResourceChanged.Kind.CERTIFICATION, agentId, said.period());
    }

    private List<Certification> of(long agentId) {
        return resources.certifications(List.of(agentId)).getOrDefault(agentId, List.of());
    }

    private void add(long agentId, String code, boolean granted, DaySpan when, String by, LocalDate on) {
        jdbc.sql("""
                INSERT INTO trainer_certification (agent_id, module_code, granted, from_day, until_day, decided_by, decided_on)
                VALUES (?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(agentId, code, granted, when.from(), when.until(), by, on))
                .update();
    }

    private void remove(long id) {
        jdbc.sql("DELETE FROM trainer_certification WHERE id = ?").param(id).update();
    }
}
