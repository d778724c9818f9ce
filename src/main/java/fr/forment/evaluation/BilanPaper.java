package fr.forment.evaluation;

import fr.forment.french.French;
import fr.forment.project.Bilan;
import fr.forment.project.Bilan.Amounts;
import fr.forment.project.Project;
import fr.forment.project.Vague;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * A bilan as it leaves the house, on paper or as a workbook: what the page shows, line by line.
 *
 * @param vague null for the whole project
 * @param bilan null while it is not compiled
 * @param compiledOn null then
 * @param schools that stay in
 */
public record BilanPaper(
        Project project,
        String circonscription,
        Vague vague,
        Bilan bilan,
        LocalDate compiledOn,
        LocalDate printedOn,
        int schools,
        List<Decision> decisions) {

    /** Planned and done of one thing, as people read it. */
    public record Row(String what, String planned, String done) {}

    /** @param by the person who decided, or the house */
    public record Decision(LocalDate on, String what, String by, String why) {}

    public String scope() {
        return vague == null ? "du projet" : "de la vague " + vague.rank();
    }

    public List<Row> rows() {
        if (bilan == null) {
            return List.of();
        }
        List<Row> rows = new ArrayList<>();
        rows.add(row("Sessions de formation", Amounts::sessions));
        rows.add(row("Places", Amounts::places));
        Row present = row("Présences jusqu'au bout", Amounts::people);
        rows.add(new Row(
                present.what(),
                present.planned(),
                present.done() + " (sur " + bilan.enrolled() + " inscriptions"
                        + (bilan.inPart() == 0 ? "" : ", " + bilan.inPart() + " en partie") + ")"));
        rows.add(hours("Heures-stagiaires (émargées)", Amounts::traineeMinutes));
        rows.add(hours("Heures-formateurs", Amounts::trainerMinutes));
        rows.add(row("Réunions de parents", Amounts::meetings));
        rows.add(row("Parents", Amounts::parents));
        rows.add(new Row("Écoles en service", String.valueOf(schools), String.valueOf(bilan.schoolsOpened())));
        rows.add(new Row("Écoles reportées", "–", String.valueOf(bilan.schoolsPostponed())));
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
}
