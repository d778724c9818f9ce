package fr.forment.project;

import fr.forment.french.French;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What was planned and what was done, as compiled at one moment. Parents are told, not trained: only their meetings are
 * counted.
 *
 * @param planned by the plan in force; null where none was
 * @param done in sessions that were held; people: those who stayed to the end
 * @param enrolled everybody of whom the presence was recorded
 * @param inPart who came and did not stay to the end: has not completed the training
 * @param hotSatisfaction mean of 1 to 4; null below five answers
 * @param weeklyUse share (0 to 1) of the cold answers that speak of a use at least weekly; null below five answers
 * @param findings French sentences
 * @param lines what each room says, by topic; only those on {@link Topic#ACQUIS} may tell one trainer's mean
 * @param isOfMany whether the means, and what is said under {@link Topic#ACQUIS}, tell of several trainers
 */
public record Bilan(
        Amounts planned,
        Amounts done,
        int enrolled,
        int inPart,
        int schoolsReady,
        int schoolsOpened,
        int schoolsPostponed,
        int hotAnswers,
        Double hotSatisfaction,
        int coldAnswers,
        Double weeklyUse,
        List<String> findings,
        List<Line> lines,
        boolean isOfMany) {

    /** Said to the team where {@link #forTeam} leaves the means out. */
    private static final String OF_FEW =
            "Moyennes non montrées ici : trop peu de personnes ont donné ces formations, elles diraient ce qu'on pense de l'une d'elles. L'IEN les lit.";

    /** As whoever is not the inspector reads it: without the means, where few people trained. */
    public Bilan forTeam() {
        return isOfMany
                ? this
                : new Bilan(
                        planned,
                        done,
                        enrolled,
                        inPart,
                        schoolsReady,
                        schoolsOpened,
                        schoolsPostponed,
                        hotAnswers,
                        null,
                        coldAnswers,
                        null,
                        findings,
                        Stream.concat(
                                        Stream.of(new Line(Topic.ACQUIS, OF_FEW)),
                                        lines.stream().filter(line -> line.topic() != Topic.ACQUIS))
                                .toList(),
                        true);
    }

    /** What a line is about, in the order it is read. */
    public enum Topic {
        PLAN("Rappel du plan"),
        ACQUIS("Acquis et transfert"),
        USAGES("Usages"),
        FAMILLES("Familles"),
        DEROGATIONS("Dérogations et rattrapages"),
        INCIDENTS("Incidents, écarts et causes"),
        BESOINS("Besoins nouveaux"),
        PROPOSITION("Proposition pour la suite");

        private final String label;

        Topic(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** @param sentence French, without names of persons */
    public record Line(Topic topic, String sentence) {}

    /** A room that has something to say in a bilan. */
    public interface Source {

        /** @param vague null for the whole project */
        Stream<Line> lines(Project project, Vague vague, List<VagueSchool> places);
    }

    /** What has something said about it, in order. */
    public List<Topic> topics() {
        return Stream.of(Topic.values())
                .filter(topic -> lines.stream().anyMatch(line -> line.topic() == topic))
                .toList();
    }

    public List<String> about(Topic topic) {
        return lines.stream()
                .filter(line -> line.topic() == topic)
                .map(Line::sentence)
                .toList();
    }

    /** Short enough for the form of whoever decides. */
    public List<String> summary() {
        List<String> told = new ArrayList<>();
        told.add(French.count(done.sessions(), "session tenue", "sessions tenues")
                + (planned == null ? "" : " sur " + French.count(planned.sessions(), "prévue", "prévues")) + ", "
                + French.count(done.people(), "présence")
                + (planned == null ? "" : " sur " + French.count(planned.people(), "attendue", "attendues")));
        told.add(French.count(schoolsOpened, "école où l'ENT est ouvert", "écoles où l'ENT est ouvert")
                + (schoolsPostponed == 0
                        ? ""
                        : ", " + French.count(schoolsPostponed, "école reportée", "écoles reportées")));
        Stream.of(Topic.USAGES, Topic.FAMILLES, Topic.DEROGATIONS, Topic.PROPOSITION)
                .flatMap(topic -> about(topic).stream().limit(MOST_OF_A_TOPIC))
                .forEach(told::add);
        return told;
    }

    private static final int MOST_OF_A_TOPIC = 4;

    /**
     * @param sessions meetings with parents left out
     * @param traineeMinutes added up over the people; as attended where it was done
     * @param trainerMinutes added up over the trainers, meetings included
     */
    public record Amounts(
            int sessions, int places, int people, int traineeMinutes, int trainerMinutes, int meetings, int parents) {}
}
