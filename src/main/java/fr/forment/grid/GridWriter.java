package fr.forment.grid;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.forment.campaign.Campaign;
import fr.forment.database.TableStatistics;
import fr.forment.survey.Survey;
import fr.forment.survey.SurveyRepository;
import fr.forment.territory.School;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import lombok.RequiredArgsConstructor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Computes the grid and keeps it: a chunk of schools, or one school that has just answered. What is held in memory and
 * what a statement names does not grow with the number of schools. Doing it again changes only what has changed since.
 */
@Component
@RequiredArgsConstructor
class GridWriter {

    private static final List<String> WRITTEN = List.of("need_school", "need_line");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SurveyRepository surveys;
    private final GridSources sources;
    private final SchoolPriorities priorities;
    private final Grid grid;
    private final TableStatistics statistics;
    private final Clock clock;

    @Value("${forment.needs.grid-chunk:500}")
    private final int chunk;

    /**
     * Counts the next schools, at most one chunk, in the order of their UAI. The run comes back as it was when none is
     * left.
     */
    GridRun next(Campaign campaign, GridRun run) {
        List<Survey> asked = surveys.openAfter(campaign.id(), run.upTo(), chunk);
        if (asked.isEmpty()) {
            return run;
        }
        GridRun further =
                run.and(write(campaign, asked)).upTo(asked.get(asked.size() - 1).schoolUai());
        statistics.keepUp(WRITTEN);
        return further;
    }

    /**
     * Once every school is counted: the people of the circonscriptions, and the places that are not in the grid any
     * more.
     */
    GridRun last(Campaign campaign, GridRun run, String by) {
        Set<String> circonscriptions = new TreeSet<>(surveys.circonscriptions(campaign.id()));
        circonscriptions.add(campaign.circonscriptionUai());
        var computation = new GridComputation(sources.modules());
        Map<String, List<GridComputation.Line>> teams = new HashMap<>();
        sources.offices(campaign, circonscriptions)
                .forEach((uai, people) -> teams.put(uai, computation.ofCirconscription(uai, people)));
        GridRun done = run;
        for (String uai : circonscriptions) {
            done = done.and(write(campaign.id(), List.of(uai), teams.getOrDefault(uai, List.of())));
        }
        for (String uai : grid.placesNotAsked(campaign.id())) {
            done = circonscriptions.contains(uai) ? done : done.and(write(campaign.id(), List.of(uai), List.of()));
        }
        grid.computed(campaign.id(), OffsetDateTime.now(clock), by);
        return done;
    }

    void school(Campaign campaign, Survey survey) {
        write(campaign, List.of(survey));
    }

    private GridChanges write(Campaign campaign, List<Survey> asked) {
        var computation = new GridComputation(sources.modules());
        var priority = priorities.new Asked();
        List<Grid.SchoolRow> rows = new ArrayList<>();
        List<GridComputation.Line> lines = new ArrayList<>();
        sources.schools(campaign, asked).forEach((school, facts) -> {
            rows.add(row(school, facts, priority.of(facts, school.priority())));
            lines.addAll(computation.ofSchool(facts));
        });
        grid.writeSchools(campaign.id(), rows);
        return write(campaign.id(), asked.stream().map(Survey::schoolUai).toList(), lines);
    }

    /** @param uais neighbours in the order of the UAI: what lies between the first and the last is read */
    private GridChanges write(long campaignId, List<String> uais, List<GridComputation.Line> lines) {
        var asked = new TreeSet<>(uais);
        List<GridLine> known = grid.linesBetween(campaignId, asked.first(), asked.last());
        GridChanges changes = GridChanges.between(
                known.stream().filter(line -> asked.contains(line.schoolUai())).toList(), lines);
        grid.write(campaignId, changes);
        grid.drop(changes.gone(), OffsetDateTime.now(clock));
        return changes;
    }

    private static Grid.SchoolRow row(School school, CountedSchool facts, SchoolPriorities.Priority priority) {
        boolean answered = facts.isAnswered();
        return new Grid.SchoolRow(
                new GridSchool(
                        school.uai(),
                        school.name(),
                        school.commune(),
                        !answered,
                        facts.classes(),
                        answered ? facts.teachers() : null,
                        facts.team().size(),
                        answered ? facts.declaredConstellation() : null,
                        facts.listedConstellation(),
                        priority.rank(),
                        priority.reason()),
                priority.rule(),
                json(priority));
    }

    private static String json(SchoolPriorities.Priority priority) {
        try {
            return JSON.writeValueAsString(priority.facts());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
