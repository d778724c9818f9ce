package fr.forment.benchmark;

import fr.forment.campaign.ReminderService;
import fr.forment.engine.Processes;
import fr.forment.engine.TimeMachine;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.LongStream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * R1: one round of reminders, rest of each school checked, letters with what they say; against bare rows and a timer
 * per school.
 */
final class ReminderBar {

    private static final int TIMERS = 500;
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final BenchmarkHouse house;
    private final Cpu cpu;

    ReminderBar(BenchmarkHouse house, Cpu cpu) {
        this.house = house;
        this.cpu = cpu;
    }

    /** CPU of the round in seconds. */
    double run(int size, long campaign, Found found) {
        var transaction = house.bean(TransactionTemplate.class);
        var time = house.bean(TimeMachine.class);
        LocalDate day = LocalDate.of(2026, 9, 15);
        time.startAt(day.atTime(9, 0).atZone(PARIS).toInstant());
        ReminderService.Outcome[] outcome = new ReminderService.Outcome[1];
        Cpu.Cost ours = cpu.of(() -> {
            outcome[0] = house.bean(ReminderService.class).remind(campaign);
        });
        int written = house.jdbc()
                .queryForObject(
                        "SELECT COUNT(*) FROM outbox_mail WHERE mail_key LIKE 'needsCampaign:remind:%'", Integer.class);
        Cpu.Cost plain = cpu.of(() -> transaction.executeWithoutResult(tx ->
                house.jdbc().update("""
                INSERT INTO outbox_mail (mail_key, template, to_address, to_name, model, state, queued_at, not_before)
                SELECT mail_key || ':bare', template, to_address, to_name, model, 'DEPOSITED', queued_at, not_before FROM outbox_mail WHERE template LIKE 'campaign/remind%'
                   AND queued_at >= ?""", Timestamp.from(day.atStartOfDay(PARIS).toInstant()))));
        Cpu.Cost jobs = timers();
        time.startAt(Instant.parse(BenchmarkHouse.OPENED + "T06:00:00Z"));
        if (written < size) {
            Figures.say("  R1 not measured: %d letters for %d schools, %s", written, size, outcome[0]);
            return ours.cpu();
        }
        Figures.say(
                "  R1 %d letters: ours %.1f µs a school, bare rows %.1f µs, a timer each %.0f µs (measured on %d)",
                written, ours.micros(size), plain.micros(size), jobs.micros(TIMERS), TIMERS);
        if (plain.cpu() > 0) {
            found.add("R1 round / bare INSERT…SELECT", ours.cpu() / plain.cpu());
        }
        found.add("R1 timer per school / round", jobs.micros(TIMERS) / ours.micros(size));
        return ours.cpu();
    }

    private Cpu.Cost timers() {
        var engine = house.bean(ProcessEngine.class);
        house.bean(Processes.class)
                .startAll("peerEach", LongStream.range(0, TIMERS).boxed().toList());
        List<String> due = engine
                .getManagementService()
                .createJobQuery()
                .processDefinitionKey("peerEach")
                .timers()
                .listPage(0, TIMERS)
                .stream()
                .map(Job::getId)
                .toList();
        Cpu.Cost cost = cpu.of(() -> due.forEach(engine.getManagementService()::executeJob));
        engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey("peerEach")
                .listPage(0, TIMERS)
                .forEach(instance -> engine.getRuntimeService().deleteProcessInstance(instance.getId(), "measured"));
        return cost;
    }
}
