package fr.forment.needs;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.forment.territory.School;
import org.springframework.stereotype.Component;

/**
 * Computes the grid and keeps it: whole, or for one school that has just answered. In chunks, so that what is held in memory and what a
 * statement names does not grow with the number of schools. Doing it again changes only what has changed since.
 */
@Component
class GridWriter {

    private static final int CHUNK = 500;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SurveyRepository surveys;
    private final GridSources sources;
    private final SchoolPriorities priorities;
    private final Grid grid;
    private final Clock clock;

    GridWriter(SurveyRepository surveys, GridSources sources, SchoolPriorities priorities, Grid grid, Clock clock) {
        this.surveys = surveys;
        this.sources = sources;
        this.priorities = priorities;
        this.grid = grid;
        this.clock = clock;
    }

    /** What a computation did to the lines that were there already. */
    record Outcome(int added, int changed, int gone) {

        Outcome and(GridChanges more) {
            return new Outcome(added + more.added().size(), changed + more.changed().size(), gone + more.gone().size());
        }
    }

    Outcome whole(Campaign campaign, String by) {
        var computation = new GridComputation(sources.modules());
        List<Survey> asked = surveys.ofCampaign(campaign.id()).stream().filter(survey -> survey.state() != SurveyState.ECOLE_FERMEE)
                .sorted(Comparator.comparing(Survey::schoolUai)).toList();
        Set<String> places = new HashSet<>();
        Set<String> circonscriptions = new HashSet<>(Set.of(campaign.circonscriptionUai()));
        var outcome = new Outcome(0, 0, 0);
        var priority = priorities.new Asked();
        for (int from = 0; from < asked.size(); from += CHUNK) {
            List<Survey> chunk = asked.subList(from, Math.min(from + CHUNK, asked.size()));
            outcome = outcome.and(write(campaign, computation, chunk, priority, circonscriptions));
            chunk.forEach(survey -> places.add(survey.schoolUai()));
        }
        List<GridComputation.Line> team = new ArrayList<>();
        sources.offices(campaign, circonscriptions).forEach((uai, people) -> team.addAll(computation.ofCirconscription(uai, people)));
        outcome = outcome.and(write(campaign.id(), circonscriptions, team));
        places.addAll(circonscriptions);
        Set<String> left = new HashSet<>(grid.places(campaign.id()));
        left.removeAll(places);
        outcome = outcome.and(write(campaign.id(), left, List.of()));
        grid.computed(campaign.id(), OffsetDateTime.now(clock), by);
        return outcome;
    }

    Outcome school(Campaign campaign, Survey survey) {
        return new Outcome(0, 0, 0).and(write(campaign, new GridComputation(sources.modules()), List.of(survey), priorities.new Asked(), new HashSet<>()));
    }

    private GridChanges write(Campaign campaign, GridComputation computation, List<Survey> asked, SchoolPriorities.Asked priority,
            Set<String> circonscriptions) {
        List<Grid.SchoolRow> rows = new ArrayList<>();
        List<GridComputation.Line> lines = new ArrayList<>();
        sources.schools(campaign, asked).forEach((school, facts) -> {
            rows.add(row(school, facts, priority.of(facts, school.priority())));
            lines.addAll(computation.ofSchool(facts));
            if (school.circonscriptionUai() != null) {
                circonscriptions.add(school.circonscriptionUai());
            }
        });
        grid.writeSchools(campaign.id(), rows);
        return write(campaign.id(), asked.stream().map(Survey::schoolUai).toList(), lines);
    }

    private GridChanges write(long campaignId, Collection<String> places, List<GridComputation.Line> lines) {
        var asked = new TreeSet<>(places);
        List<GridLine> known = asked.isEmpty() ? List.of() : grid.linesBetween(campaignId, asked.first(), asked.last());
        GridChanges changes = GridChanges.between(known.stream().filter(line -> asked.contains(line.schoolUai())).toList(), lines);
        grid.write(campaignId, changes);
        grid.drop(changes.gone(), OffsetDateTime.now(clock));
        return changes;
    }

    private static Grid.SchoolRow row(School school, SchoolFacts facts, SchoolPriorities.Priority priority) {
        boolean answered = facts.isAnswered();
        return new Grid.SchoolRow(new GridSchool(school.uai(), school.name(), school.commune(), !answered, facts.classes(),
                answered ? facts.teachers() : null, facts.team().size(), answered ? facts.declaredConstellation() : null,
                facts.listedConstellation(), priority.rank(), priority.reason()), priority.rule(), json(priority));
    }

    private static String json(SchoolPriorities.Priority priority) {
        try {
            return JSON.writeValueAsString(priority.facts());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
