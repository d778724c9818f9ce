package fr.forment.benchmark;

import fr.forment.campaign.CampaignService;
import fr.forment.campaign.EscalationService;
import fr.forment.campaign.LaunchService;
import fr.forment.grid.GridRunService;
import fr.forment.grid.GridService;
import fr.forment.survey.SurveyState;
import java.util.Map;
import java.util.function.LongPredicate;

/**
 * What comes after the deadline, chunk by chunk as the process does it: silent surveys open to who stands in, more
 * time, the grid, the end of the surveys.
 */
final class ClosingBar {

    private final BenchmarkHouse house;
    private final Cpu cpu;

    ClosingBar(BenchmarkHouse house, Cpu cpu) {
        this.house = house;
        this.cpu = cpu;
    }

    record Costs(int silent, Cpu.Cost entrusted, Cpu.Cost postponed, Cpu.Cost counted, Cpu.Cost closed) {}

    /**
     * CPU in seconds by what was done, as if every school of the campaign were silent, for at a thousand most have
     * answered by then; nothing is left open.
     */
    Map<String, Double> run(int size, long campaign) {
        Costs costs = measure(campaign);
        Figures.say(
                "  L3 after the deadline, %d of %d schools silent, µs each: open to who stands in %.0f, new date %.0f, grid %.0f (of all), survey closed %.0f",
                costs.silent(),
                size,
                costs.entrusted().micros(costs.silent()),
                costs.postponed().micros(costs.silent()),
                costs.counted().micros(size),
                costs.closed().micros(costs.silent()));
        double all = (double) size / costs.silent();
        return Map.of(
                "more time",
                costs.postponed().cpu() * all,
                "closing",
                (costs.entrusted().cpu() + costs.closed().cpu()) * all
                        + costs.counted().cpu());
    }

    Costs measure(long campaign) {
        int silent = silent();
        house.bean(CampaignService.class).close(campaign);
        Cpu.Cost entrusted = chunks(campaign, house.bean(EscalationService.class)::entrustSurveys);
        house.jdbc().update("UPDATE campaign SET deadline = DATE '2026-10-13' WHERE id = ?", campaign);
        Cpu.Cost postponed = chunks(campaign, house.bean(LaunchService.class)::postponeSurveys);
        Cpu.Cost counted = cpu.of(() -> {
            while (house.bean(GridRunService.class).count(campaign)) {
                // next chunk
            }
            house.bean(GridService.class).consolidate(campaign);
        });
        Cpu.Cost closed = chunks(campaign, house.bean(LaunchService.class)::closeSurveys);
        if (silent() > 0) {
            throw new IllegalStateException(silent() + " surveys are still open");
        }
        return new Costs(silent, entrusted, postponed, counted, closed);
    }

    private Cpu.Cost chunks(long campaign, LongPredicate chunk) {
        return cpu.of(() -> {
            while (chunk.test(campaign)) {
                // next chunk
            }
        });
    }

    private int silent() {
        return house.jdbc()
                .queryForObject(
                        "SELECT COUNT(*) FROM survey WHERE state = ?", Integer.class, SurveyState.INVITE.name());
    }
}
