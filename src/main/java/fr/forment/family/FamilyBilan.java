package fr.forment.family;

import fr.forment.french.French;
import fr.forment.people.Agents;
import fr.forment.project.Bilan;
import fr.forment.project.Bilan.Line;
import fr.forment.project.Bilan.Topic;
import fr.forment.project.PlaceState;
import fr.forment.project.Project;
import fr.forment.project.Vague;
import fr.forment.project.VagueSchool;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** How families were met beside the meetings of the plan, which the figures count: each meeting is told once. */
@Component
@RequiredArgsConstructor
class FamilyBilan implements Bilan.Source {

    private final SchoolMeetings meetings;
    private final PlannedMeetings planned;
    private final Agents agents;

    @Override
    public Stream<Line> lines(Project project, Vague vague, List<VagueSchool> places) {
        LocalDate today = agents.today();
        Map<String, List<SchoolMeeting>> all = meetings.of(
                places.stream().map(VagueSchool::schoolUai).distinct().toList());
        Set<PlannedMeetings.Met> ofPlan = planned.held(
                places.stream().map(VagueSchool::schoolUai).collect(Collectors.toSet()), project.createdOn());
        List<SchoolMeeting> held = all.values().stream()
                .flatMap(List::stream)
                .filter(meeting -> !ofPlan.contains(new PlannedMeetings.Met(meeting.schoolUai(), meeting.heldOn())))
                .filter(meeting -> !meeting.heldOn().isBefore(project.createdOn())
                        && !meeting.heldOn().isAfter(today))
                .toList();
        List<Integer> counts = held.stream()
                .map(SchoolMeeting::headCount)
                .filter(Objects::nonNull)
                .toList();
        long uncounted = held.size() - counts.size();
        long without = places.stream()
                .filter(place -> place.state() == PlaceState.EN_SERVICE && !all.containsKey(place.schoolUai()))
                .filter(place ->
                        ofPlan.stream().noneMatch(met -> met.schoolUai().equals(place.schoolUai())))
                .count();
        String met = held.isEmpty()
                ? ofPlan.isEmpty()
                        ? "Aucune réunion notée par les directions."
                        : "Les réunions du plan sont comptées avec les sessions ; les directions n'en ont noté aucune autre."
                : (ofPlan.isEmpty() ? "" : "En plus des réunions du plan : ")
                        + French.count(
                                held.size(), "réunion notée par les directions", "réunions notées par les directions")
                        + ", "
                        + French.count(
                                counts.stream().mapToInt(Integer::intValue).sum(), "parent venu", "parents venus")
                        + (uncounted == 0 ? "." : " (" + uncounted + " sans nombre).");
        return Stream.concat(
                        Stream.of(met),
                        without == 0
                                ? Stream.empty()
                                : Stream.of(French.count(
                                                without,
                                                "école où l'ENT est ouvert n'a noté",
                                                "écoles où l'ENT est ouvert n'ont noté")
                                        + " aucune réunion de parents."))
                .map(sentence -> new Line(Topic.FAMILLES, sentence));
    }
}
