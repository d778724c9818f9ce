package fr.forment.project.web;

import fr.forment.engine.OpenTask;
import fr.forment.french.French;
import fr.forment.project.PlaceState;
import fr.forment.project.Vague;
import fr.forment.project.VagueSchool;
import fr.forment.project.bilan.SchoolLines;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * The way of one school to the ENT and through its first months, step by step: what is done, what comes when, where to
 * do it.
 */
final class SchoolChecklist {

    /**
     * @param when a date in words; empty when none is known
     * @param state "fait", "à faire", "en cours" or "à venir"
     * @param tone class of the tag
     * @param link where to do it; null when nothing can be done now
     */
    record Step(String title, String when, String state, String tone, String link) {}

    private SchoolChecklist() {}

    /**
     * @param toName a resource person is to be named anew: whoever was has gone
     * @param useDay when the use is asked for, so many days after the opening: a school day
     */
    static List<Step> of(
            Vague vague,
            SchoolLines.Line line,
            List<OpenTask> tasks,
            boolean toName,
            IntFunction<LocalDate> useDay,
            LocalDate today) {
        VagueSchool place = line.place();
        boolean isOpen = place.state() == PlaceState.EN_SERVICE;
        List<Step> steps = new ArrayList<>();
        steps.add(
                toName
                        ? new Step(
                                "Désigner une personne ressource",
                                before(place.isCatchingUp() ? place.catchUpOn() : vague.opensOn()),
                                "à faire",
                                "warn",
                                "/ecole#ressource-" + place.schoolUai())
                        : step(
                                "Confirmer l'équipe et la personne ressource",
                                task(tasks, "engage"),
                                place.state() != PlaceState.CANDIDATE,
                                ""));
        steps.add(
                isOpen && !place.isCatchingUp() || place.charterSignedOn() != null
                        ? done("Signer la charte d'usage", "")
                        : new Step(
                                "Signer la charte d'usage",
                                before(place.isCatchingUp() ? place.catchUpOn() : vague.opensOn()),
                                place.state() == PlaceState.CANDIDATE ? "à venir" : "à faire",
                                place.state() == PlaceState.CANDIDATE ? "" : "warn",
                                null));
        steps.add(
                isOpen && !place.isCatchingUp() || line.modules().isEmpty() && place.state() != PlaceState.CANDIDATE
                        ? done("Formations avant l'ouverture", "")
                        : place.state() == PlaceState.CANDIDATE && tasks.isEmpty()
                                ? new Step("Formations avant l'ouverture", before(vague.opensOn()), "à venir", "", null)
                                : new Step(
                                        "Formations avant l'ouverture",
                                        before(place.isCatchingUp() ? place.catchUpOn() : vague.opensOn()),
                                        "en cours",
                                        "warn",
                                        "/sessions"));
        steps.add(
                isOpen
                        ? done("Ouverture de l'ENT", French.day(place.openedOn()))
                        : new Step(
                                "Ouverture de l'ENT",
                                French.day(vague.opensOn())
                                        + (vague.opensOn().isBefore(today) ? " : ce jour est passé" : ""),
                                "à venir",
                                "",
                                null));
        steps.add(use(line, tasks, useDay, 30, "reportUse"));
        steps.add(use(line, tasks, useDay, 90, "reportUseLater"));
        return steps;
    }

    private static Step use(
            SchoolLines.Line line, List<OpenTask> tasks, IntFunction<LocalDate> useDay, int days, String task) {
        boolean isSaid = line.uses().stream().anyMatch(use -> use.daysAfter() == days && use.isAnswered());
        return step(
                "Dire comment l'ENT est utilisé, " + days + " jours après l'ouverture",
                task(tasks, task),
                isSaid,
                "vers le " + French.day(useDay.apply(days)));
    }

    private static Step step(String title, Optional<OpenTask> open, boolean isDone, String expected) {
        if (isDone) {
            return done(title, "");
        }
        return open.map(task -> new Step(
                        title,
                        task.dueOn() == null ? expected : "au plus tard le " + French.day(task.dueOn()),
                        "à faire",
                        "warn",
                        task.link()))
                .orElseGet(() -> new Step(title, expected, "à venir", "", null));
    }

    private static Step done(String title, String when) {
        return new Step(title, when, "fait", "good", null);
    }

    private static String before(LocalDate opening) {
        return "avant le " + French.day(opening);
    }

    private static Optional<OpenTask> task(List<OpenTask> tasks, String key) {
        return tasks.stream().filter(task -> task.taskKey().equals(key)).findFirst();
    }
}
