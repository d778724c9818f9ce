package fr.forment.project.bilan;

import fr.forment.account.Signatures;
import fr.forment.journal.Journal;
import fr.forment.journal.JournalEntry;
import fr.forment.project.Project;
import fr.forment.project.ProjectEvent;
import fr.forment.project.Projects;
import fr.forment.project.Vague;
import fr.forment.territory.PlainTexts;
import fr.forment.territory.School;
import fr.forment.territory.Schools;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** The history of a project with names of people, vagues and schools. */
@Component
@RequiredArgsConstructor
public class Timeline {

    /** A line of the timeline; who is a full name, or FormENT. */
    public record Moment(Instant at, String what, String where, String who, String why) {

        public Moment withoutReason() {
            return new Moment(at, what, where, who, null);
        }
    }

    private final Journal journal;
    private final Projects projects;
    private final Schools schools;
    private final Signatures signatures;
    private final PlainTexts texts;

    /** Newest first. */
    public List<Moment> of(Project project) {
        return moments(project, told(journal.latest(ProjectEvent.JOURNAL, project.id())));
    }

    /** What people decided, oldest first; of one vague, or of the whole project when it is null. */
    public List<Moment> decisions(Project project, Vague vague) {
        return moments(
                project,
                told(journal.of(ProjectEvent.JOURNAL, project.id())).stream()
                        .filter(event -> event.what().isDecision())
                        .filter(event -> vague == null || vague.id().equals(event.vagueId()))
                        .toList());
    }

    private List<ProjectEvent> told(List<JournalEntry> entries) {
        return texts.told(signatures.named(entries)).stream()
                .map(ProjectEvent::of)
                .toList();
    }

    private List<Moment> moments(Project project, List<ProjectEvent> events) {
        Map<Long, String> vagues =
                projects.vagues(project.id()).stream().collect(Collectors.toMap(Vague::id, Vague::title));
        Map<String, School> known = schools.findAll(events.stream()
                .map(ProjectEvent::schoolUai)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return events.stream()
                .map(event -> new Moment(
                        event.at(), event.what().label(), where(event, vagues, known), event.actor(), event.why()))
                .toList();
    }

    private static String where(ProjectEvent event, Map<Long, String> vagues, Map<String, School> known) {
        if (event.schoolUai() != null) {
            return known.containsKey(event.schoolUai())
                    ? known.get(event.schoolUai()).displayName()
                    : "école hors de l'annuaire";
        }
        return event.vagueId() == null ? "" : vagues.getOrDefault(event.vagueId(), "");
    }
}
