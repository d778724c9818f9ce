package fr.forment.session.web;

import fr.forment.access.FormAnswer;
import fr.forment.french.Refusal;
import fr.forment.french.Typed;
import fr.forment.french.TypedHours;
import fr.forment.session.Enrolment;
import fr.forment.session.EnrolmentService;
import fr.forment.session.EnrolmentState;
import fr.forment.session.SessionHandsService;
import fr.forment.session.TrainingSession;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What people do with a session before it begins. */
@Controller
@RequiredArgsConstructor
class SessionActionsController {

    private final SessionHandsService sessions;
    private final EnrolmentService enrolments;
    private final EnrolmentDeskService desk;
    private final SessionAccess access;
    private final SessionNews news;

    @PostMapping("/sessions/{id}/annuler")
    String cancel(@PathVariable long id, @RequestParam String motive, RedirectAttributes next) {
        TrainingSession session = access.organisable(id);
        return FormAnswer.then(page(id), next, Map.of("cancelMotive", motive), () -> {
            List<Long> people = news.people(session);
            sessions.cancel(id, motive);
            return "La session est annulée." + news.cancelled(session, people);
        });
    }

    @PostMapping("/sessions/{id}/reporter")
    String postpone(
            @PathVariable long id,
            @RequestParam(required = false) String vu,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String time,
            @RequestParam(defaultValue = "") String place,
            @RequestParam String motive,
            @RequestParam(defaultValue = "false") boolean shortNotice,
            RedirectAttributes next) {
        TrainingSession session = access.organisable(id);
        access.reach().place(place, session.circonscriptionUai(), session.place());
        return FormAnswer.then(
                page(id), next, Map.of("day", day, "time", time, "place", place, "motive", motive), () -> {
                    LocalDate wanted = Typed.date(day, "Indiquez la nouvelle date, jour/mois/année.", "day");
                    LocalTime hour =
                            TypedHours.time(time).orElseThrow(() -> new Refusal(TypedHours.advice(time), "time"));
                    List<Long> people = news.people(session);
                    int left = sessions.postpone(id, vu, wanted.atTime(hour), place, motive, shortNotice);
                    return news.postponed(session)
                            + news.changed(session, people)
                            + (left == 0
                                    ? ""
                                    : " Personnes désinscrites, car déjà prises à cette date : " + left + ".");
                });
    }

    @PostMapping("/sessions/{id}/places")
    String bound(
            @PathVariable long id,
            @RequestParam(required = false) String vu,
            @RequestParam(defaultValue = "") String capacity,
            @RequestParam(defaultValue = "") String minimum,
            @RequestParam(defaultValue = "") String limite,
            RedirectAttributes next) {
        access.organisable(id);
        return FormAnswer.then(
                page(id), next, Map.of("capacity", capacity, "minimum", minimum, "limite", limite), () -> {
                    sessions.bound(
                            id,
                            vu,
                            Typed.whole(capacity, "Le nombre de places", "capacity"),
                            Typed.whole(minimum, "L'effectif minimal", "minimum"),
                            Typed.dateOrNull(limite, "limite"));
                    return "Les places, l'effectif minimal et la date limite sont enregistrés.";
                });
    }

    @PostMapping("/sessions/{id}/formateur")
    String entrust(
            @PathVariable long id,
            @RequestParam(required = false) String vu,
            @RequestParam(required = false) Long agent,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam Map<String, String> sent,
            RedirectAttributes next) {
        TrainingSession session = access.organisable(id);
        access.reach().trainer(agent, session.circonscriptionUai(), session.trainerId());
        return FormAnswer.then(page(id), next, Map.of("trainer", Objects.toString(agent, ""), "reason", reason), () -> {
            List<Long> people = Stream.of(session.trainerId(), agent)
                    .filter(Objects::nonNull)
                    .distinct()
                    .toList();
            if (!sent.containsKey("agent")) {
                throw new Refusal("Choisissez qui assure la session, ou « à désigner » : rien n'a été changé.");
            }
            sessions.entrustTo(id, vu, agent, reason);
            return (agent == null ? "La session n'a plus de formateur." : "Le formateur est désigné.")
                    + news.changed(session, people);
        });
    }

    @PostMapping("/sessions/{id}/inscrire")
    String enrol(
            @PathVariable long id,
            @RequestParam(required = false) Long agent,
            @RequestParam(defaultValue = "") String motive,
            RedirectAttributes next) {
        return FormAnswer.then(page(id), next, () -> desk.enrol(id, agent, motive));
    }

    @PostMapping("/sessions/inscriptions/{enrolmentId}/desinscrire")
    String remove(@PathVariable long enrolmentId, @RequestParam String motive, RedirectAttributes next) {
        Enrolment enrolment = access.enrolment(enrolmentId);
        TrainingSession session = access.organisable(enrolment.sessionId());
        return FormAnswer.then(page(enrolment.sessionId()), next, () -> {
            enrolments.remove(enrolmentId, motive);
            return "La personne est désinscrite."
                    + news.told(session, session.startsAt(), List.of(enrolment.agentId()));
        });
    }

    @PostMapping("/sessions/inscriptions/{enrolmentId}/empechement")
    String decline(@PathVariable long enrolmentId, RedirectAttributes next) {
        boolean waited = access.spokenFor(enrolmentId).state() == EnrolmentState.LISTE_ATTENTE;
        return FormAnswer.then("/sessions", next, () -> {
            enrolments.decline(enrolmentId, access.agentId());
            return waited
                    ? "L'empêchement est enregistré : le nom ne figure plus sur la liste d'attente."
                    : "L'empêchement est enregistré et la place libérée. Merci de l'avoir signalé.";
        });
    }

    @PostMapping("/sessions/inscriptions/{enrolmentId}/reception")
    String acknowledge(@PathVariable long enrolmentId, RedirectAttributes next) {
        Enrolment enrolment = access.enrolment(enrolmentId);
        access.act(() -> access.isMe(enrolment));
        return FormAnswer.then(page(enrolment.sessionId()), next, () -> {
            enrolments.acknowledge(enrolmentId);
            return "Merci : votre accusé de réception est enregistré.";
        });
    }

    private static String page(long id) {
        return "/sessions/" + id;
    }
}
