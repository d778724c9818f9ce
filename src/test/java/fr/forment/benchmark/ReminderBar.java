package fr.forment.benchmark;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import fr.forment.engine.Processes;
import fr.forment.engine.TimeMachine;
import fr.forment.needs.ReminderService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.transaction.support.TransactionTemplate;

/** R1: one round of reminders, rest of each school checked, letters with what they say; against bare rows and a timer per school. */
final class ReminderBar {

    private static final int AT_MOST = 20_000;
    private static final int TIMERS = 500;

    private final BenchmarkHouse house;
    private final Cpu cpu;
    private final List<Integer> sizes;
    private final int rounds;

    ReminderBar(BenchmarkHouse house, Cpu cpu, List<Integer> sizes, int rounds) {
        this.house = house;
        this.cpu = cpu;
        this.sizes = sizes;
        this.rounds = rounds;
    }

    void run() {
        int size = sizes.stream().filter(each -> each <= AT_MOST).max(Integer::compare).orElseThrow();
        var transaction = house.bean(TransactionTemplate.class);
        var time = house.bean(TimeMachine.class);
        long campaign = house.campaign(size);
        house.launch(campaign);
        List<Double> bare = new ArrayList<>();
        List<Double> timers = new ArrayList<>();
        LocalDate day = LocalDate.of(2026, 9, 1);
        for (int round = 0; round < rounds; round++) {
            day = day.plusWeeks(2);
            time.startAt(day.atTime(9, 0).atZone(ZoneId.of("Europe/Paris")).toInstant());
            Cpu.Cost ours = cpu.of(() -> house.bean(ReminderService.class).remind(campaign));
            int written = house.jdbc().queryForObject("SELECT COUNT(*) FROM outbox_mail WHERE mail_key LIKE 'needsCampaign:remind:%'", Integer.class);
            Instant now = day.atStartOfDay(ZoneId.of("Europe/Paris")).toInstant();
            String suffix = ":bare" + round;
            Cpu.Cost plain = cpu.of(() -> transaction.executeWithoutResult(tx -> house.jdbc().update("""
                    INSERT INTO outbox_mail (mail_key, template, to_address, to_name, model, state, queued_at, not_before)
                    SELECT mail_key || ?, template, to_address, to_name, model, 'DEPOSITED', queued_at, not_before FROM outbox_mail WHERE template LIKE 'needs/remind%'
                       AND mail_key NOT LIKE '%bare%' AND queued_at >= ?""", suffix, Timestamp.from(now))));
            Cpu.Cost jobs = timers();
            Figures.say("  round %d, %d schools (%d letters so far): ours %.1f µs each, bare rows %.1f µs, a timer each %.0f µs", round + 1, size, written, ours.micros(size),
                    plain.micros(size), jobs.micros(TIMERS));
            bare.add(ours.cpu() / plain.cpu());
            timers.add(jobs.micros(TIMERS) / ours.micros(size));
        }
        time.startAt(Instant.parse("2026-09-01T06:00:00Z"));
        Figures.atMost("R1 round / bare INSERT…SELECT", Figures.median(bare), 1.5);
        Figures.atLeast("R1 timer per school / round", Figures.median(timers), 100);
    }

    private Cpu.Cost timers() {
        var engine = house.bean(ProcessEngine.class);
        house.bean(Processes.class).startAll("peerEach", LaunchBars.keys(TIMERS));
        List<String> due = engine.getManagementService().createJobQuery().processDefinitionKey("peerEach").timers().listPage(0, TIMERS).stream().map(Job::getId).toList();
        Cpu.Cost cost = cpu.of(() -> due.forEach(engine.getManagementService()::executeJob));
        engine.getRuntimeService().createProcessInstanceQuery().processDefinitionKey("peerEach").listPage(0, TIMERS)
                .forEach(instance -> engine.getRuntimeService().deleteProcessInstance(instance.getId(), "measured"));
        return cost;
    }
}
