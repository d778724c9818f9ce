package fr.forment.project.readiness;

import fr.forment.french.French;
import fr.forment.project.Vague;
import fr.forment.project.VagueSchool;
import fr.forment.project.VagueState;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** How an opening is said, to come or done: a day that has gone by is never announced as one to come. */
public final class PlannedOpening {

    private PlannedOpening() {}

    /**
     * Of a vague, in French, without a full stop: what its schools have done says more than where the vague stands.
     *
     * @param places its schools
     */
    public static String ofVague(Vague vague, List<VagueSchool> places, LocalDate today) {
        List<LocalDate> opened = places.stream()
                .map(VagueSchool::openedOn)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
        if (!opened.isEmpty()) {
            return (opened.size() == 1 ? "Ouverte le " : "Ouverte à partir du ") + French.date(opened.get(0));
        }
        if (vague.state() == VagueState.CLOSE) {
            return "Aucune école n'a ouvert";
        }
        String day = French.date(vague.opensOn());
        return vague.opensOn().isBefore(today)
                ? gone(day) + ", aucune école n'est ouverte"
                : "Ouverture prévue le " + day;
    }

    /** Of a school whose ENT is not open, in French, without a full stop. */
    public static String ofSchool(LocalDate day, LocalDate today) {
        return day.isBefore(today)
                ? gone(French.day(day)) + ", et l'ENT de l'école n'est pas encore ouvert"
                : "Ouverture prévue le " + French.day(day);
    }

    private static String gone(String day) {
        return "Ouverture qui était prévue le " + day + " : ce jour est passé";
    }
}
