package fr.forment.release.web;

import fr.forment.account.Signatures;
import fr.forment.account.SignedIn;
import fr.forment.catalogue.Catalogue;
import fr.forment.database.Slice;
import fr.forment.french.French;
import fr.forment.french.Refusal;
import fr.forment.people.Agent;
import fr.forment.people.Reach;
import fr.forment.release.EntRelease;
import fr.forment.release.NewRelease;
import fr.forment.release.ReleaseProcess;
import fr.forment.release.ReleaseService;
import fr.forment.release.Releases;
import fr.forment.release.SchoolNews;
import fr.forment.release.TrainingMaterial;
import fr.forment.release.UpdateTeam;
import fr.forment.session.Enrolment;
import fr.forment.session.Sessions;
import fr.forment.territory.Circonscription;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Versions of the ENT: what changes, which materials follow, who is trained. */
@Controller
@RequestMapping("/versions")
@RequiredArgsConstructor
class ReleaseController {

    private final Releases releases;
    private final ReleaseService service;
    private final ReleaseProcess process;
    private final ReleaseRights rights;
    private final MaterialRights materialRights;
    private final UpdateTeam team;
    private final Sessions sessions;
    private final Catalogue catalogue;
    private final SignedIn me;
    private final Signatures signatures;
    private final SchoolNews news;

    /** One of the team. {@code seat}: in the session of this version, null without one. */
    public record Learner(Agent agent, Enrolment seat) {

        /** Was there to the end: whoever came in part did not complete. */
        public boolean trained() {
            return seat != null && seat.state().isComplete();
        }

        public String state() {
            if (trained()) {
                return "Formation suivie";
            }
            if (seat != null && seat.state().wasThere()) {
                return "En partie (" + French.duration(seat.minutesAttended()) + ")";
            }
            return seat != null && seat.state().isExpected() ? "Inscription faite" : "Pas encore";
        }
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "1") int page, Model model) {
        List<Circonscription> seen = rights.readable();
        Slice<EntRelease> versions = releases.inCirconscriptions(
                seen.stream().map(Circonscription::uai).toList(), page);
        model.addAttribute("releases", versions);
        model.addAttribute(
                "told", news.of(versions.rows().stream().collect(Collectors.toMap(EntRelease::id, EntRelease::state))));
        model.addAttribute(
                "names", seen.stream().collect(Collectors.toMap(Circonscription::uai, Circonscription::shortName)));
        model.addAttribute("mayAnnounce", !rights.announceable().isEmpty());
        return "release/list";
    }

    @GetMapping("/{id:\\d+}")
    String one(@PathVariable long id, Model model) {
        EntRelease release =
                Reach.of(releases.find(id), each -> ReleaseRights.holds(rights.readable(), each.circonscriptionUai()));
        boolean isTeam = ReleaseRights.holds(rights.suppliable(), release.circonscriptionUai());
        model.addAttribute("release", release);
        model.addAttribute("told", news.of(release));
        model.addAttribute("inService", releases.isInService(release));
        List<TrainingMaterial> materials = releases.materials(release).stream()
                .filter(material -> isTeam || !material.isForTrainers())
                .toList();
        model.addAttribute("materials", materials);
        model.addAttribute(
                "readSeen",
                materials.stream()
                        .collect(Collectors.toMap(TrainingMaterial::id, material -> MaterialPage.readAgain(material)
                                .sent())));
        model.addAttribute(
                "mayCorrect",
                releases.isCorrectable(release)
                        && ReleaseRights.holds(rights.announceable(), release.circonscriptionUai()));
        Set<Long> reviewable = materialRights.reviewedAmong(materials);
        model.addAttribute("reviewable", reviewable);
        model.addAttribute(
                "mayReview",
                !reviewable.isEmpty() || ReleaseRights.holds(rights.reviewable(), release.circonscriptionUai()));
        Map<String, String> titles = catalogue.titles();
        model.addAttribute(
                "moduleTitles",
                release.modules().stream()
                        .map(code -> titles.getOrDefault(code, Catalogue.UNKNOWN))
                        .toList());
        model.addAttribute(
                "updateSession",
                release.sessionId() == null
                        ? null
                        : sessions.find(release.sessionId()).orElse(null));
        model.addAttribute("team", rights.seesPeople() && isTeam ? learners(release) : List.of());
        model.addAttribute("history", isTeam ? signatures.named(releases.history(id)) : List.of());
        model.addAttribute(
                "task",
                ReleaseRights.holds(rights.reviewable(), release.circonscriptionUai())
                        ? process.taskLink(id).orElse(null)
                        : null);
        return "release/one";
    }

    @GetMapping("/nouvelle")
    String draft(Model model) {
        List<Circonscription> where = rights.announceable();
        me.refuseUnless(!where.isEmpty());
        return form(
                new ReleaseForm(where.size() == 1 ? where.get(0).uai() : null, null, null, null, Set.of(), null, null),
                null,
                model);
    }

    @PostMapping("/nouvelle")
    String announce(@ModelAttribute("form") ReleaseForm form, Model model, RedirectAttributes next) {
        List<Circonscription> where = rights.announceable();
        me.refuseUnless(!where.isEmpty());
        if (form.circonscriptionUai() != null && !form.circonscriptionUai().isBlank()) {
            rights.require(form.circonscriptionUai(), rights::announceable);
        }
        try {
            NewRelease asked = form.release();
            if (releases.isPast(asked.serviceOn()) && !form.confirms(asked.serviceOn())) {
                return confirmation(form, asked, model);
            }
            EntRelease release = service.declare(asked);
            next.addAttribute("id", release.id());
            boolean serves = releases.isInService(release);
            next.addFlashAttribute(
                    "done",
                    "La version est annoncée"
                            + (serves ? ", déjà en service depuis le " + French.date(release.serviceOn()) : "")
                            + " : " + flagged(release) + ". L'E-RUN est prévenu"
                            + (serves ? " qu'elle sert déjà." : "."));
        } catch (Refusal refusal) {
            return form(form, refusal.getMessage(), model);
        }
        return "redirect:/versions/{id}";
    }

    private String flagged(EntRelease release) {
        int stale = (int) releases.materials(release).stream()
                .filter(TrainingMaterial::isStale)
                .count();
        return release.modules().isEmpty()
                ? "elle ne concerne aucun module, et aucun support n'est à revoir"
                : stale == 0
                        ? "aucun support n'est rattaché à ces modules"
                        : French.count(stale, "support est signalé", "supports sont signalés") + " « à revoir »";
    }

    @GetMapping("/{id:\\d+}/corriger")
    String correction(@PathVariable long id, Model model) {
        return correctionForm(correctable(id), ReleaseForm.of(correctable(id)), null, model);
    }

    @PostMapping("/{id:\\d+}/corriger")
    String correct(
            @PathVariable long id, @ModelAttribute("form") ReleaseForm form, Model model, RedirectAttributes next) {
        EntRelease release = correctable(id);
        ReleaseForm here = form.in(release.circonscriptionUai());
        try {
            NewRelease asked = here.release();
            if (!releases.isInService(release)
                    && releases.isPast(asked.serviceOn())
                    && !here.confirms(asked.serviceOn())) {
                model.addAttribute("correcting", release);
                return confirmation(here, asked, model);
            }
            List<String> changed = service.correct(id, asked);
            next.addFlashAttribute(
                    "done",
                    changed.isEmpty()
                            ? "Rien n'a changé."
                            : "La version est corrigée et l'E-RUN est prévenu : " + String.join(" ; ", changed) + ".");
        } catch (Refusal refusal) {
            return correctionForm(release, here, refusal.getMessage(), model);
        }
        return "redirect:/versions/" + id;
    }

    private EntRelease correctable(long id) {
        EntRelease release =
                Reach.of(releases.find(id), each -> ReleaseRights.holds(rights.readable(), each.circonscriptionUai()));
        rights.require(release.circonscriptionUai(), rights::announceable);
        return release;
    }

    private String correctionForm(EntRelease release, ReleaseForm form, String refusal, Model model) {
        model.addAttribute("correcting", release);
        return form(form, refusal, model);
    }

    /** Nothing is written, and nobody told, before the person has seen whom it concerns. */
    private String confirmation(ReleaseForm form, NewRelease asked, Model model) {
        model.addAttribute("toConfirm", asked.serviceOn());
        model.addAttribute("reached", service.reached(asked.circonscriptionUai()));
        return form(form, null, model);
    }

    private String form(ReleaseForm form, String refusal, Model model) {
        model.addAllAttributes(
                Map.of("form", form, "circonscriptions", rights.announceable(), "modules", catalogue.active()));
        model.addAttribute("refusal", refusal);
        return "release/new";
    }

    private List<Learner> learners(EntRelease release) {
        Map<Long, Enrolment> seats = release.sessionId() == null
                ? Map.of()
                : sessions.enrolments(release.sessionId()).stream()
                        .filter(each -> each.state().isActive())
                        .collect(Collectors.toMap(Enrolment::agentId, each -> each));
        return team.of(release.circonscriptionUai()).stream()
                .map(agent -> new Learner(agent, seats.get(agent.id())))
                .toList();
    }
}
