package fr.forment.family.web;

import fr.forment.access.FormAnswer;
import fr.forment.family.MeetingService;
import fr.forment.family.NewMeeting;
import fr.forment.family.SchoolMeeting;
import fr.forment.family.SchoolMeetings;
import fr.forment.people.Agents;
import fr.forment.people.Reach;
import fr.forment.territory.School;
import java.util.Map;
import java.util.function.Supplier;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Meetings with parents, announced and counted from a telephone. */
@Controller
@RequiredArgsConstructor
class MeetingsController {

    private final FamilyAccess access;
    private final MeetingService service;
    private final SchoolMeetings meetings;
    private final Agents agents;

    @PostMapping("/ecole/{uai}/familles/reunions")
    String announce(
            @PathVariable String uai,
            @RequestParam(defaultValue = "") String jour,
            @RequestParam(defaultValue = "") String heure,
            @RequestParam(defaultValue = "") String lieu,
            @RequestParam(defaultValue = "") String nombre,
            RedirectAttributes next) {
        School school = access.written(uai);
        return told(
                school,
                next,
                Map.of("jour", jour, "heure", heure, "lieu", lieu, "nombre", nombre),
                () -> service.announce(
                                school.uai(),
                                NewMeeting.read(jour, heure, lieu, nombre, agents.today()),
                                agents.today())
                        ? "La réunion est enregistrée."
                        : "Cette réunion était déjà enregistrée.");
    }

    /** @param vu version of the meeting that was shown */
    @PostMapping("/ecole/{uai}/familles/reunions/{reunion}")
    String change(
            @PathVariable String uai,
            @PathVariable long reunion,
            @RequestParam(defaultValue = "-1") int vu,
            @RequestParam(defaultValue = "") String jour,
            @RequestParam(defaultValue = "") String heure,
            @RequestParam(defaultValue = "") String lieu,
            @RequestParam(defaultValue = "") String nombre,
            RedirectAttributes next) {
        School school = access.written(uai);
        SchoolMeeting meeting = meeting(school, reunion);
        Map<String, String> typed = Map.of(
                "reunion", String.valueOf(reunion), "jour", jour, "heure", heure, "lieu", lieu, "nombre", nombre);
        return told(school, next, typed, () -> {
            service.change(meeting, vu, NewMeeting.read(jour, heure, lieu, nombre, agents.today()), agents.today());
            return "La réunion est modifiée.";
        });
    }

    @PostMapping("/ecole/{uai}/familles/reunions/{reunion}/retirer")
    String remove(
            @PathVariable String uai,
            @PathVariable long reunion,
            @RequestParam(defaultValue = "-1") int vu,
            RedirectAttributes next) {
        School school = access.written(uai);
        SchoolMeeting meeting = meeting(school, reunion);
        return told(school, next, Map.of(), () -> {
            service.remove(meeting, vu);
            return "La réunion est retirée.";
        });
    }

    private SchoolMeeting meeting(School school, long id) {
        return Reach.of(meetings.find(id), meeting -> meeting.schoolUai().equals(school.uai()));
    }

    private static String told(
            School school, RedirectAttributes next, Map<String, String> typed, Supplier<String> action) {
        return FormAnswer.then("/ecole/" + school.uai() + "/familles", next, typed, action);
    }
}
