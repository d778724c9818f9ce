package fr.forment.project.web;

import fr.forment.account.Role;
import fr.forment.account.SignedIn;
import fr.forment.engine.OpenTasks;
import fr.forment.french.French;
import fr.forment.french.Told;
import fr.forment.journal.Journal;
import fr.forment.people.Agent;
import fr.forment.people.Reach;
import fr.forment.project.GateVerdict;
import fr.forment.project.Milestone;
import fr.forment.project.OpeningDates;
import fr.forment.project.OpeningGate;
import fr.forment.project.Project;
import fr.forment.project.ProjectEvent;
import fr.forment.project.Projects;
import fr.forment.project.Vague;
import fr.forment.project.VagueSchool;
import fr.forment.project.bilan.SchoolLines;
import fr.forment.project.opening.ResourcePersons;
import fr.forment.project.opening.SchoolWatchService;
import fr.forment.territory.School;
import fr.forment.territory.Schools;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A director's own school: where it stands, what is missing today, what waits for him. Nobody else's school is shown.
 */
@Controller
@RequiredArgsConstructor
class MySchoolController {

    /**
     * @param gate null once the school is settled, @param left of a school that is in no project any more; null: never
     *     was
     */
    record Mine(
            String uai,
            String school,
            Project project,
            Vague vague,
            SchoolLines.Line line,
            GateVerdict gate,
            List<SchoolChecklist.Step> steps,
            List<ResourcePersons.Choice> resourcePersons,
            Left left) {}

    /** @param told a French sentence */
    record Left(LocalDate on, String told) {}

    private final Projects projects;
    private final Schools schools;
    private final SchoolLines lines;
    private final OpeningGate gate;
    private final OpenTasks tasks;
    private final ProjectRights rights;
    private final SchoolWatchService watch;
    private final ResourcePersons resourcePersons;
    private final OpeningDates dates;
    private final Journal journal;
    private final SignedIn me;
    private final Clock clock;

    @GetMapping("/ecole")
    String mine(Model model) {
        me.requireAny(Role.DIRECTEUR);
        model.addAttribute(
                "schools", rights.directedSchools().stream().map(this::mine).toList());
        return "project/school";
    }

    @PostMapping("/ecole/{uai}/charte")
    String signed(
            @PathVariable String uai, @RequestParam(required = false) LocalDate signedOn, RedirectAttributes next) {
        String mine = Reach.of(Optional.of(uai), rights.directedSchools()::contains);
        Told.on(next, "La signature de la charte est enregistrée.", () -> watch.signCharter(mine, signedOn));
        return "redirect:/ecole";
    }

    @PostMapping("/ecole/{uai}/personne-ressource")
    String named(@PathVariable String uai, @RequestParam(required = false) Long personne, RedirectAttributes next) {
        String mine = Reach.of(Optional.of(uai), rights.directedSchools()::contains);
        if (personne != null) {
            Reach.within(
                    List.of(personne),
                    resourcePersons.eligible(mine).stream().map(Agent::id).toList());
        }
        Told.on(next, "La personne ressource est désignée.", () -> watch.nameResourcePerson(mine, personne));
        return "redirect:/ecole";
    }

    private Mine mine(String uai) {
        String name = schools.find(uai).map(School::displayName).orElse(uai);
        Optional<VagueSchool> place = projects.currentPlace(uai);
        if (place.isEmpty()) {
            return new Mine(uai, name, null, null, null, null, List.of(), List.of(), left(uai));
        }
        Vague vague = projects.vague(place.get().vagueId()).orElseThrow();
        Project project = projects.find(vague.projectId()).orElseThrow();
        GateVerdict verdict = place.get().state().isSettled() ? null : gate.ask(project, place.get());
        SchoolLines.Line line = lines.of(project, vague, place.get(), new SchoolLines.Reader(true, false));
        List<ResourcePersons.Choice> toName = watch.resourcePersonsToName(place.get());
        return new Mine(
                uai,
                name,
                project,
                vague,
                line,
                verdict,
                place.get().state().isGone()
                        ? List.of()
                        : SchoolChecklist.of(
                                vague,
                                line,
                                tasks.in("schoolOpening", place.get().id()),
                                !toName.isEmpty(),
                                days -> dates.after(project, opening(place.get(), vague), days),
                                LocalDate.now(clock)),
                toName,
                null);
    }

    /** What happened last: the school went, or the project itself was given up. */
    private Left left(String uai) {
        return Stream.concat(
                        projects.lastAbandoned(uai).flatMap(this::abandoned).stream(),
                        projects.lastLeft(uai).map(this::gone).stream())
                .max(Comparator.comparing(Left::on))
                .orElse(null);
    }

    private Left gone(VagueSchool place) {
        String title = projects.vague(place.vagueId())
                .flatMap(vague -> projects.find(vague.projectId()))
                .map(Project::title)
                .orElseThrow();
        return new Left(
                place.leftOn(),
                "L'école ne fait plus partie du projet « " + title + " » depuis le " + French.day(place.leftOn())
                        + ". Motif : " + place.leftBecause());
    }

    private Optional<Left> abandoned(Project project) {
        return journal.of(ProjectEvent.JOURNAL, project.id()).stream()
                .filter(entry -> entry.what().equals(Milestone.ABANDONED.name()))
                .reduce((before, after) -> after)
                .map(entry -> LocalDate.ofInstant(entry.at(), clock.getZone()))
                .map(day -> new Left(
                        day, "Le projet « " + project.title() + " » a été abandonné le " + French.day(day) + "."));
    }

    private static LocalDate opening(VagueSchool place, Vague vague) {
        return place.openedOn() == null ? vague.opensOn() : place.openedOn();
    }
}
