package fr.forment.arrival.web;

import fr.forment.account.AgentFunction;
import fr.forment.account.Role;
import fr.forment.account.Signatures;
import fr.forment.account.SignedIn;
import fr.forment.arrival.Arrival;
import fr.forment.arrival.ArrivalChoiceService;
import fr.forment.arrival.ArrivalDeclarationService;
import fr.forment.arrival.ArrivalProcess;
import fr.forment.arrival.ArrivalProposals;
import fr.forment.arrival.ArrivalProposals.Proposal;
import fr.forment.arrival.ArrivalState;
import fr.forment.arrival.Arrivals;
import fr.forment.arrival.Declarers;
import fr.forment.charter.CharterService;
import fr.forment.french.Refusal;
import fr.forment.french.Told;
import fr.forment.journal.Journal;
import fr.forment.people.AddressRefusal;
import fr.forment.people.MyPerimeter;
import fr.forment.people.Reach;
import fr.forment.people.TrainingRecords;
import fr.forment.territory.School;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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

/** Arrivals of my school or circonscription; a director or an E-RUN declares one. */
@Controller
@RequestMapping("/arrivees")
@RequiredArgsConstructor
class ArrivalController {

    private final ArrivalPages pages;
    private final Arrivals arrivals;
    private final Journal journal;
    private final ArrivalProcess process;
    private final ArrivalDeclarationService declarations;
    private final ArrivalProposals proposals;
    private final ArrivalChoiceService choices;
    private final CharterService charter;
    private final DeparturePages departures;
    private final Reach reach;
    private final MyPerimeter mine;
    private final SignedIn me;
    private final Declarers declarers;
    private final Signatures signatures;
    private final TrainingRecords records;
    private final Clock clock;

    @GetMapping
    String list(
            @RequestParam(name = "etat", defaultValue = "ouvertes") String which,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "1") int departs,
            Model model) {
        me.refuseUnless(mine.seesPeople());
        model.addAttribute("rows", pages.mine(!which.equals("toutes"), page));
        model.addAttribute("departures", departures.mine(!which.equals("toutes"), departs));
        model.addAttribute("all", which.equals("toutes"));
        model.addAttribute("mayDeclare", declarers.mayDeclare());
        return "arrival/list";
    }

    @GetMapping("/{id:\\d+}")
    String one(@PathVariable long id, Model model) {
        Arrival arrival = Reach.of(arrivals.find(id), pages::maySee);
        model.addAttribute("row", pages.row(arrival));
        List<Proposal> proposed = proposals.of(arrival);
        model.addAttribute("proposals", proposed.stream().collect(Collectors.toMap(Proposal::module, each -> each)));
        model.addAttribute(
                "beyondHours", proposals.beyondHours(arrival, proposed).orElse(null));
        model.addAttribute("accompanied", accompanied(arrival));
        model.addAttribute("mayChoose", mayChoose(arrival));
        model.addAttribute("mayTellTutorial", mayTellTutorial(arrival));
        model.addAttribute("isMine", isMine(arrival));
        model.addAttribute("charter", charter.accepted(arrival.agentId()).orElse(null));
        model.addAttribute(
                "history",
                signatures.named(journal.of(Arrival.JOURNAL, id)).stream()
                        .map(line -> line.change(
                                line.before(),
                                ArrivalState.valueOf(line.after()).label()))
                        .toList());
        model.addAttribute(
                "task",
                me.hasAny(Role.DIRECTEUR, Role.ERUN, Role.IEN, Role.SECRETAIRE) && !isMine(arrival)
                        ? process.taskLink(id).orElse(null)
                        : null);
        return "arrival/one";
    }

    /** Modules of the path that nobody followed: the IEN said that the person was accompanied instead. */
    private Set<String> accompanied(Arrival arrival) {
        return records.trainingsOf(arrival.agentId()).stream()
                .filter(each -> each.source().equals(Arrival.ACCOMPANIED + arrival.id()))
                .map(TrainingRecords.Training::moduleCode)
                .filter(arrival.path()::contains)
                .collect(Collectors.toSet());
    }

    /** Another date, by one click. */
    @PostMapping("/{id:\\d+}/dates")
    String choose(@PathVariable long id, @RequestParam long session, RedirectAttributes next) {
        Arrival arrival = Reach.of(arrivals.find(id), pages::maySee);
        me.act(() -> mayChoose(arrival));
        pages.requireSession(arrival, session);
        Told.on(next, "La place est réservée à cette date.", () -> choices.choose(id, session));
        return "redirect:/arrivees/{id}";
    }

    @PostMapping("/{id:\\d+}/tutoriels")
    String tutorial(@PathVariable long id, @RequestParam String module, RedirectAttributes next) {
        Arrival arrival = Reach.of(arrivals.find(id), pages::maySee);
        me.act(() -> mayTellTutorial(arrival));
        Told.on(next, "C'est noté : ce module compte comme suivi.", () -> choices.followTutorial(id, module));
        return "redirect:/arrivees/{id}";
    }

    @GetMapping("/declarer")
    String draft(Model model) {
        me.refuseUnless(declarers.mayDeclare());
        return form(DeclarationForm.empty(uais(), LocalDate.now(clock)), null, model);
    }

    @PostMapping("/declarer")
    String declare(@ModelAttribute("form") DeclarationForm form, Model model, RedirectAttributes next) {
        me.refuseUnless(declarers.mayDeclare());
        AgentFunction function = form.functionOrNull();
        if (form.schoolUai() != null && !form.schoolUai().isBlank()) {
            reach.school(form.schoolUai());
            me.act(() -> uais().contains(form.schoolUai()));
        }
        me.refuseUnless(function == null || declarers.functions().contains(function));
        try {
            next.addAttribute("id", declarations.declare(form.declaration()));
        } catch (AddressRefusal refusal) {
            model.addAttribute("addressRefusal", refusal.getMessage());
            return form(form, null, model);
        } catch (Refusal refusal) {
            return form(form, refusal.getMessage(), model);
        }
        next.addFlashAttribute("done", "L'arrivée est enregistrée : le parcours de formation commence.");
        return "redirect:/arrivees/{id}";
    }

    private String form(DeclarationForm form, String refusal, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("refusal", refusal);
        model.addAttribute("schools", declarers.schools());
        model.addAttribute("functions", declarers.functions());
        return "arrival/declare";
    }

    /** The newcomer, the direction of the school, the E-RUN. */
    private boolean mayChoose(Arrival arrival) {
        return isMine(arrival)
                || me.has(Role.ERUN, arrival.circonscriptionUai())
                || arrival.schoolUai() != null && me.has(Role.DIRECTEUR, arrival.schoolUai());
    }

    /** A direction's training opens its school: the E-RUN says so, not the person. */
    private boolean mayTellTutorial(Arrival arrival) {
        return me.has(Role.ERUN, arrival.circonscriptionUai()) || mayChoose(arrival) && !pages.isDirector(arrival);
    }

    private boolean isMine(Arrival arrival) {
        return Optional.ofNullable(me.agentId())
                .filter(id -> id == arrival.agentId())
                .isPresent();
    }

    private Set<String> uais() {
        return declarers.schools().stream().map(School::uai).collect(Collectors.toSet());
    }
}
