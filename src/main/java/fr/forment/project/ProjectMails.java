package fr.forment.project;

import fr.forment.account.Role;
import fr.forment.engine.OpenTask;
import fr.forment.engine.OpenTasks;
import fr.forment.french.French;
import fr.forment.post.Correspondence;
import fr.forment.post.Letter;
import fr.forment.territory.PlaceClocks;
import fr.forment.territory.School;
import fr.forment.territory.Schools;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * Who is written to, about what. Each reminder has a rank, so that the same step run twice writes once. Letters about
 * the gate of one school stand with the gate, in {@code project.opening}.
 */
@Component
@RequiredArgsConstructor
public class ProjectMails {

    /** Task → template. */
    private static final Map<String, String> AWAITED = Map.of(
            "frame",
            "framingAwaited",
            "decideAfterRejection",
            "rejectionAwaited",
            "validateBilan",
            "bilanAwaited",
            "settleTrainers",
            "trainersAwaited",
            "decideNext",
            "decisionAwaited");

    private final Correspondence correspondence;
    private final OpenTasks tasks;
    private final Schools schools;
    private final Clock clock;
    private final PlaceClocks clocks;

    /** A task of the project waits for the IEN. */
    void projectAwaits(Project project, String task) {
        String template = AWAITED.get(task);
        String link = tasks.link("entProject", project.id(), task).orElse("/projets/" + project.id());
        correspondence.toGroup(
                Role.IEN,
                project.circonscriptionUai(),
                new Letter(
                                "project/" + template,
                                "entProject:" + template + ":" + project.id() + ":" + today(),
                                Map.of("projet", project.title()),
                                link,
                                null)
                        .settling());
    }

    void trainersMissing(Project project, Vague vague, List<TrainerGap> gaps, List<String> lacks) {
        List<String> lines = Stream.concat(
                        gaps.stream()
                                .map(gap -> gap.function().label() + " : " + gap.moduleTitle())
                                .distinct(),
                        lacks.stream())
                .toList();
        var letter = new Letter(
                        "project/trainersMissing",
                        "vague:checkTrainers:" + vague.id() + ":" + today(),
                        Map.of(
                                "projet",
                                project.title(),
                                "laVague",
                                vague.inSentence(),
                                "LaVague",
                                vague.title().replaceFirst("^V", "La v"),
                                "manques",
                                lines),
                        "/projets/" + project.id(),
                        null)
                .settling();
        correspondence.toGroup(Role.IEN, project.circonscriptionUai(), letter);
        correspondence.toGroup(Role.ERUN, project.circonscriptionUai(), letter);
    }

    /** A task of the vague waits for the IEN. */
    void vagueAwaits(Project project, Vague vague, String task) {
        String template = AWAITED.get(task);
        String link = tasks.link("vague", vague.id(), task).orElse("/projets/" + project.id());
        correspondence.toGroup(
                Role.IEN,
                project.circonscriptionUai(),
                new Letter(
                                "project/" + template,
                                "vague:" + template + ":" + vague.id() + ":" + today(),
                                Map.of(
                                        "projet",
                                        project.title(),
                                        "laVague",
                                        vague.inSentence(),
                                        "deLaVague",
                                        "de " + vague.inSentence()),
                                link,
                                null)
                        .settling());
    }

    /** The need of a vague waits to be looked at: to those who prepare the sessions. */
    public void needAwaited(Project project, Vague vague) {
        tasks.in("vague", vague.id()).stream()
                .filter(task -> task.is("vague", "reviewNeed"))
                .forEach(task -> needAwaited(project, vague, task));
    }

    private void needAwaited(Project project, Vague vague, OpenTask task) {
        var letter = new Letter(
                        "project/needAwaited",
                        "vague:remindNeed:" + vague.id() + ":" + today(),
                        Map.of(
                                "projet",
                                project.title(),
                                "laVague",
                                vague.inSentence(),
                                "deLaVague",
                                "de " + vague.inSentence(),
                                "limite",
                                French.due(task.dueOn().atZone(clocks.of(project.circonscriptionUai())))),
                        task.link(),
                        null)
                .settling();
        correspondence.toGroup(Role.ERUN, project.circonscriptionUai(), letter);
        correspondence.toGroup(Role.CPC, project.circonscriptionUai(), letter);
    }

    /**
     * The sessions open though nobody looked at the need again, or wait for dates.
     *
     * @param changes since the survey
     */
    public void needUnreviewed(Project project, Vague vague, boolean late, List<String> changes) {
        var letter = new Letter(
                        "project/needUnreviewed",
                        "vague:noteUnreviewed:" + vague.id() + ":" + today(),
                        Map.of(
                                "projet",
                                project.title(),
                                "deLaVague",
                                "de " + vague.inSentence(),
                                "suite",
                                late
                                        ? "Une partie de ses sessions ne peut plus se tenir aux dates prévues : les sessions s'ouvriront après la décision sur un avenant qui leur donne de nouvelles dates. Le bilan de la vague le dira."
                                        : "Elles s'ouvrent sur le plan en vigueur ; le bilan de la vague le dira. Un avenant reste possible depuis la page du plan.",
                                "changements",
                                changes),
                        "/projets/" + project.id(),
                        null)
                .settling();
        correspondence.toGroup(Role.IEN, project.circonscriptionUai(), letter);
        correspondence.toGroup(Role.ERUN, project.circonscriptionUai(), letter);
    }

    /** A school has entered: to its director; to the E-RUN where the post is vacant. */
    public void schoolJoined(Project project, Vague vague, VagueSchool place) {
        var letter = new Letter(
                        "project/schoolJoined",
                        "schoolOpening:joined:" + place.id(),
                        about(vague, place, "projet", project.title()),
                        "/ecole",
                        null)
                .settling();
        if (correspondence.toGroup(Role.DIRECTEUR, place.schoolUai(), letter) == 0) {
            correspondence.toGroup(Role.ERUN, project.circonscriptionUai(), letter);
        }
    }

    /** To the director; to the E-RUN where the post is vacant. */
    void engagementAsked(Project project, Vague vague, VagueSchool place) {
        var letter = new Letter(
                        "project/engagementAsked",
                        "schoolOpening:engage:" + place.id(),
                        about(vague, place),
                        "/ecole",
                        null)
                .settling();
        if (correspondence.toGroup(Role.DIRECTEUR, place.schoolUai(), letter) == 0) {
            correspondence.toGroup(Role.ERUN, project.circonscriptionUai(), letter);
        }
    }

    /** To the director of a school that was asked already: its day is another one. */
    public void schoolMoved(Vague to, VagueSchool place, String why) {
        correspondence.toGroup(
                Role.DIRECTEUR,
                place.schoolUai(),
                new Letter(
                                "project/schoolMoved",
                                "schoolOpening:moved:" + place.id() + ":" + to.id() + ":" + clock.millis(),
                                about(to, place, "motif", why),
                                "/ecole",
                                null)
                        .settling());
    }

    void useAsked(Vague vague, VagueSchool place, int days) {
        correspondence.toGroup(
                Role.DIRECTEUR,
                place.schoolUai(),
                new Letter(
                                "project/useAsked",
                                "schoolOpening:askUse:" + place.id() + ":" + days,
                                about(vague, place, "jours", days),
                                "/ecole",
                                null)
                        .settling());
    }

    void meetingAwaited(Vague vague, VagueSchool place, int days) {
        correspondence.toGroup(
                Role.DIRECTEUR,
                place.schoolUai(),
                new Letter(
                                "project/meetingAwaited",
                                "schoolOpening:remindMeeting:" + place.id() + ":" + days,
                                about(vague, place, "jours", days),
                                "/ecole/" + place.schoolUai() + "/familles",
                                null)
                        .settling());
    }

    void useAwaited(Vague vague, VagueSchool place, int days) {
        String task = days > 30 ? "reportUseLater" : "reportUse";
        String link = tasks.link("schoolOpening", place.id(), task).orElse("/ecole");
        correspondence.toGroup(
                Role.DIRECTEUR,
                place.schoolUai(),
                new Letter(
                                "project/useAwaited",
                                "schoolOpening:remindUse:" + place.id() + ":" + days,
                                about(vague, place, "jours", days),
                                link,
                                null)
                        .settling());
    }

    /** What each letter about one school says of it. */
    public Map<String, Object> about(Vague vague, VagueSchool place) {
        return Map.of(
                "ecole",
                schools.find(place.schoolUai()).map(School::displayName).orElse(place.schoolUai()),
                "laVague",
                vague.inSentence(),
                "deLaVague",
                "de " + vague.inSentence(),
                "ouverture",
                French.day(vague.opensOn()));
    }

    /** The same, and one thing more. */
    public Map<String, Object> about(Vague vague, VagueSchool place, String name, Object value) {
        var model = new HashMap<>(about(vague, place));
        model.put(name, value);
        return model;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
