package fr.forment.project.bilan;

import fr.forment.french.French;
import fr.forment.project.Bilan;
import fr.forment.project.Bilan.Amounts;
import fr.forment.project.FramingCourse;
import fr.forment.project.Project;
import fr.forment.project.Vague;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * A bilan as it is read, line by line.
 *
 * @param vague null for the whole project
 * @param bilan null while it is not compiled
 * @param compiledOn null then
 * @param schools where each stands today
 * @param planned schools that were to open
 * @param stillOpen what to know before signing; empty of a vague
 */
public record ToldBilan(
        Project project,
        Vague vague,
        Bilan bilan,
        LocalDate compiledOn,
        List<School> schools,
        int planned,
        int opened,
        int postponed,
        List<FramingCourse.Answer> framing,
        List<Timeline.Moment> decisions,
        List<String> stillOpen) {

    /** Planned and done of one thing. */
    public record Row(String what, String planned, String done) {}

    /**
     * A school.
     *
     * @param tone class of the tag
     * @param missing what keeps it closed
     * @param uses what its direction said of the use
     */
    public record School(
            String name,
            String state,
            String tone,
            String training,
            String sentence,
            List<String> missing,
            List<String> uses) {}

    public String scope() {
        return vague == null ? "du projet" : "de la " + French.inSentence(vague.title());
    }

    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        rows.add(new Row("Écoles en service", String.valueOf(planned), String.valueOf(opened)));
        rows.add(new Row("Écoles reportées", "–", String.valueOf(postponed)));
        if (bilan == null) {
            return rows;
        }
        rows.add(row("Sessions de formation", Amounts::sessions));
        rows.add(row("Places", Amounts::places));
        Row present = row("Présences jusqu'au bout", Amounts::people);
        rows.add(new Row(
                present.what(),
                present.planned(),
                present.done() + " (sur " + French.count(bilan.enrolled(), "inscription")
                        + (bilan.inPart() == 0 ? "" : ", " + bilan.inPart() + " en partie") + ")"));
        rows.add(hours("Heures-stagiaires", Amounts::traineeMinutes));
        rows.add(hours("Heures-formateurs", Amounts::trainerMinutes));
        if (bilan.done().meetings() > 0
                || bilan.planned() != null && bilan.planned().meetings() > 0) {
            rows.add(row("Réunions de parents", Amounts::meetings));
            rows.add(row("Parents", Amounts::parents));
        }
        return rows;
    }

    private Row row(String what, ToIntFunction<Amounts> of) {
        return new Row(
                what,
                bilan.planned() == null ? "–" : String.valueOf(of.applyAsInt(bilan.planned())),
                String.valueOf(of.applyAsInt(bilan.done())));
    }

    private Row hours(String what, ToIntFunction<Amounts> minutes) {
        return new Row(
                what,
                bilan.planned() == null ? "–" : hours(minutes.applyAsInt(bilan.planned())),
                hours(minutes.applyAsInt(bilan.done())));
    }

    private static String hours(int minutes) {
        return French.tenth(minutes / 60.0) + " h";
    }

    /** What the questionnaires gave; empty while the bilan is not compiled. */
    public List<String> questionnaires() {
        return bilan == null
                ? List.of()
                : List.of(
                        "À chaud : " + answers(bilan.hotAnswers())
                                + (bilan.hotSatisfaction() == null
                                        ? ""
                                        : ", satisfaction moyenne " + French.tenth(bilan.hotSatisfaction()) + " sur 4"),
                        "À froid : " + answers(bilan.coldAnswers())
                                + (bilan.weeklyUse() == null
                                        ? ""
                                        : ", usage au moins hebdomadaire pour " + Math.round(bilan.weeklyUse() * 100)
                                                + " %"));
    }

    private static String answers(int count) {
        return count == 0 ? "aucune réponse" : French.count(count, "réponse");
    }

    /** Questions of the framing that stay without a decided answer. */
    public long undecided() {
        return framing.stream().filter(answer -> !answer.isDecided()).count();
    }

    /** What is told of the figure of a question on the day of the bilan. */
    public String figureNow(FramingCourse.Answer answer) {
        if (answer.figureNow() == null) {
            return bilan == null ? "compté à la fin, avec le bilan" : "rien à compter";
        }
        return answer.figureNow()
                + (answer.countedOn() == null ? "" : " (compté le " + French.numeric(answer.countedOn()) + ")");
    }
}
