package fr.forment.project.readiness;

import fr.forment.account.Role;
import fr.forment.account.Signatures;
import fr.forment.engine.OpenTasks;
import fr.forment.french.French;
import fr.forment.post.Correspondence;
import fr.forment.post.Letter;
import fr.forment.project.Project;
import fr.forment.project.Projects;
import fr.forment.project.Vague;
import fr.forment.territory.School;
import fr.forment.territory.Schools;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** What the collectivité, and whoever waits for it, is written about accounts and network of the schools. */
@Component
@RequiredArgsConstructor
class ReadinessMails {

    private static final String TASK = "declareReady";

    private final Correspondence correspondence;
    private final OpenTasks tasks;
    private final Projects projects;
    private final ReadinessTasks waiting;
    private final ReadinessDates dates;
    private final Schools schools;
    private final Signatures signatures;
    private final Clock clock;

    /** To the collectivité; to the E-RUN where it has nobody. */
    void asked(long vagueId) {
        toPreparers(vagueId, "readinessAsked", "technicalReadiness:askReadiness:" + vagueId, page(vagueId));
    }

    /** Once a day, whatever comes that day: the letter says all that is missing. */
    void askedAgain(long vagueId) {
        toPreparers(
                vagueId,
                "readinessAsked",
                "technicalReadiness:askReadiness:" + vagueId + ":" + LocalDate.now(clock),
                page(vagueId));
    }

    void reminded(long vagueId) {
        toPreparers(
                vagueId,
                "readinessAwaited",
                "technicalReadiness:remindReadiness:" + vagueId + ":" + dates.dueOn(vagueId),
                task(vagueId));
    }

    /**
     * To the collectivité, of what somebody else said in its place.
     *
     * @param lines what is ready, or no longer is, school by school; in French
     * @param reason why it is no longer so; null: it was declared ready
     * @param author signature of who said so
     */
    void saidInItsPlace(long vagueId, Map<String, Set<Matter>> lines, String reason, String author) {
        Map<String, School> known = schools.findAll(lines.keySet());
        Map<String, Object> model = model(vagueId);
        model.put("qui", signatures.read(author));
        model.put("motif", reason == null ? "" : reason);
        model.put(
                "lignes",
                lines.entrySet().stream()
                        .map(each -> (known.containsKey(each.getKey())
                                        ? known.get(each.getKey()).displayName()
                                        : each.getKey())
                                + " : "
                                + each.getValue().stream().map(Matter::label).collect(Collectors.joining(", ")))
                        .toList());
        correspondence.toGroup(
                Role.DSI,
                project(vagueId).circonscriptionUai(),
                new Letter(
                                "project/readinessSaid",
                                "technicalReadiness:saidInItsPlace:" + vagueId + ":" + clock.millis(),
                                model,
                                page(vagueId),
                                null)
                        .settling());
    }

    /** To the IEN, and to the E-RUN, who may declare it from now on. */
    void late(long vagueId) {
        Project project = project(vagueId);
        var letter = new Letter(
                        "project/readinessLate",
                        "technicalReadiness:escalateReadiness:" + vagueId + ":" + dates.dueOn(vagueId),
                        model(vagueId),
                        page(vagueId),
                        null)
                .settling();
        correspondence.toGroup(Role.IEN, project.circonscriptionUai(), letter);
        correspondence.toGroup(Role.ERUN, project.circonscriptionUai(), letter);
    }

    private void toPreparers(long vagueId, String template, String key, String link) {
        String circonscription = project(vagueId).circonscriptionUai();
        var letter = new Letter("project/" + template, key, model(vagueId), link, null).settling();
        if (correspondence.toGroup(Role.DSI, circonscription, letter) == 0) {
            correspondence.toGroup(Role.ERUN, circonscription, letter);
        }
    }

    private Map<String, Object> model(long vagueId) {
        Vague vague = projects.vague(vagueId).orElseThrow();
        Map<String, Object> model = new HashMap<>();
        model.put("projet", project(vagueId).title());
        model.put("laVague", vague.inSentence());
        model.put("deLaVague", "de " + vague.inSentence());
        model.put("ouverture", French.day(vague.opensOn()));
        model.put("limite", French.day(dates.dueOn(vagueId)));
        model.put(
                "manques",
                Stream.of(Matter.values())
                        .map(matter -> told(matter, waiting.waiting(vagueId, matter)))
                        .filter(line -> !line.isEmpty())
                        .toList());
        return model;
    }

    private String told(Matter matter, List<String> uais) {
        Map<String, School> known = schools.findAll(uais);
        return uais.isEmpty()
                ? ""
                : matter.label() + " : "
                        + String.join(
                                ", ",
                                uais.stream()
                                        .map(uai -> known.containsKey(uai)
                                                ? known.get(uai).displayName()
                                                : uai)
                                        .toList());
    }

    private String task(long vagueId) {
        return tasks.link(ReadinessProcess.ID, vagueId, TASK).orElse(page(vagueId));
    }

    private String page(long vagueId) {
        return "/projets/" + waiting.projectId(vagueId) + "/vagues/" + waiting.rank(vagueId) + "/blocages";
    }

    private Project project(long vagueId) {
        return projects.find(waiting.projectId(vagueId)).orElseThrow();
    }
}
