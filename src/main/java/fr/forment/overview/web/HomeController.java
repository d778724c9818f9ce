package fr.forment.overview.web;

import fr.forment.OperatorConcern;
import fr.forment.account.MyClock;
import fr.forment.account.Role;
import fr.forment.account.SignedIn;
import fr.forment.arrival.Arrival;
import fr.forment.arrival.Arrivals;
import fr.forment.catalogue.Catalogue;
import fr.forment.charter.CharterService;
import fr.forment.engine.OpenTask;
import fr.forment.engine.OpenTasks;
import fr.forment.engine.TakenTask;
import fr.forment.french.French;
import fr.forment.incident.HitSessions;
import fr.forment.mail.Drafts;
import fr.forment.mail.MailBundles;
import fr.forment.mail.MailDesk;
import fr.forment.mail.Sending;
import fr.forment.overview.board.Board;
import fr.forment.overview.board.BoardQuestion;
import fr.forment.overview.board.RecentFigures;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.people.MyPerimeter;
import fr.forment.project.blocked.MissedOpenings;
import fr.forment.project.readiness.SchoolsReadiness;
import fr.forment.resource.TrainerList;
import fr.forment.territory.Circonscription;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page: what waits for me, and the few doors of my role. The help stands beside it. */
@Controller
@RequiredArgsConstructor
class HomeController {

    private static final int MOST_TASKS = 50;
    /** Tasks that a team shares, of which one choice is the inspector's alone. */
    private static final Set<String> INSPECTORS = Set.of("settleRefusal", "settleCatchUp");

    private final OpenTasks tasks;
    private final SignedIn signedIn;
    private final MailDesk mails;
    private final Sending sending;
    private final Drafts drafts;
    private final MailBundles bundles;
    private final HitSessions hits;
    private final Absences absent;
    private final ClosedSchools closed;
    private final MissedOpenings missedOpenings;
    private final Arrivals arrivals;
    private final CharterService charter;
    private final MyClock myClock;
    private final Board board;
    private final Today today;
    private final Gives gives;
    private final SchoolsReadiness readiness;
    private final MyHours myHours;
    private final MySchool mySchool;
    private final MyModules myModules;
    private final SupplierView supplier;
    private final DepartementView departement;
    private final RecentFigures recent;
    private final MyPerimeter perimeter;
    private final Shortcuts shortcuts;
    private final Agents agents;
    private final TrainerList trainers;
    private final Catalogue catalogue;
    private final List<OperatorConcern> concerns;

    @GetMapping("/")
    String home(Model model) {
        String me = signedIn.login();
        Clock here = myClock.clock();
        Set<String> groups = signedIn.groups();
        Long agent = signedIn.agentId();
        Agent myself = agent == null ? null : agents.find(agent).orElse(null);
        var titles = new TitlesOnce(catalogue);
        List<OpenTask> mine = tasks.of(me, groups, MOST_TASKS);
        Map<Boolean, List<TakenTask>> taken = tasks.takenByOthers(me, groups, MOST_TASKS).stream()
                .collect(Collectors.partitioningBy(this::isForMeToDecide));
        model.addAllAttributes(Map.of(
                "kinds",
                TaskKind.of(mine, here),
                "tasks",
                mine.size(),
                "late",
                mine.stream()
                        .filter(task -> task.isLate(here))
                        .map(OpenTask::id)
                        .toList(),
                "taken",
                taken.get(false),
                "reserved",
                taken.get(true),
                "drafts",
                drafts.waiting(me),
                "projects",
                shortcuts.projects(),
                "trains",
                myself != null && trainers.trains(myself)));
        if (agent != null) {
            model.addAttribute("today", today.of(agent, LocalDate.now(here), titles));
            model.addAttribute("gives", gives.after(agent, LocalDate.now(here), titles));
            model.addAttribute(
                    "mine",
                    myHours.of(myself, LocalDate.now(here), here.getZone(), titles)
                            .orElse(null));
            model.addAttribute("charterAwaited", charter.isAwaitedFrom(agent));
            arrivals.ofAgent(agent).stream()
                    .findFirst()
                    .filter(Arrival::isOpen)
                    .ifPresent(arrival -> model.addAllAttributes(Map.of(
                            "path",
                            arrival,
                            "toFollow",
                            arrivals.missing(arrival).size(),
                            "charterAccepted",
                            charter.accepted(agent).isPresent())));
        }
        model.addAttribute("toMakeReady", readiness.awaited(signedIn.perimeters(Role.DSI)));
        if (!model.containsAttribute("path")) {
            model.addAttribute(
                    "modules", myModules.of(myself, LocalDateTime.now(here)).orElse(null));
        }
        model.addAttribute(
                "supplied", supplier.of(signedIn.perimeters(Role.FOURNISSEUR), agent, LocalDateTime.now(here), titles));
        model.addAttribute("ways", mySchool.of(signedIn.perimeters(Role.DIRECTEUR)));
        Set<String> mineToWatch = Stream.of(Role.IEN, Role.CPC, Role.ERUN, Role.SECRETAIRE)
                .flatMap(role -> signedIn.perimeters(role).stream())
                .collect(Collectors.toSet());
        Set<String> mineToPlan = Stream.of(Role.IEN, Role.CPC, Role.ERUN)
                .flatMap(role -> signedIn.perimeters(role).stream())
                .collect(Collectors.toSet());
        model.addAttribute("missedOpenings", missedOpenings.in(mineToWatch));
        model.addAttribute("bundles", bundles.waiting(mineToWatch));
        model.addAttribute("hitPlans", hits.plans(mineToPlan));
        model.addAttribute("absent", absent.of(agent, mineToWatch, LocalDateTime.now(here)));
        model.addAttribute(
                "closedDays",
                closed.of(mineToWatch, mineToPlan, signedIn.perimeters(Role.DIRECTEUR), LocalDateTime.now(here)));
        if (signedIn.hasAny(Role.CPD, Role.IEN_NUMERIQUE)) {
            List<Circonscription> zones = perimeter.circonscriptionsOfPeople();
            model.addAttribute("departement", departement.of(zones));
            model.addAttribute("figures", figures(BoardPlaces.uais(zones)));
            recent.since("board", BoardPlaces.uais(zones))
                    .ifPresent(at -> model.addAttribute("figuresOf", French.moment(at.atZone(myClock.zone()))));
        } else {
            model.addAttribute("figures", figures(mineToWatch));
        }
        if (signedIn.hasAny(Role.ADMIN)) {
            model.addAttribute("mailTroubles", mails.troubles());
            model.addAttribute("mailStopped", sending.stopped().orElse(null));
        }
        model.addAttribute(
                "concerns",
                signedIn.hasAny(Role.ADMIN)
                        ? concerns.stream()
                                .flatMap(room -> room.concerns().stream())
                                .toList()
                        : List.of());
        return "overview/home";
    }

    /** A colleague who has it may do a part of it only: what is left is for the reader to decide. */
    private boolean isForMeToDecide(TakenTask taken) {
        return INSPECTORS.contains(taken.task().taskKey()) && signedIn.hasAny(Role.IEN);
    }

    /**
     * What demands attention in the circonscriptions of a team or of the département; nothing for others, whose first
     * page is about themselves.
     */
    private List<BoardController.Figure> figures(Collection<String> places) {
        Map<BoardQuestion, Map<String, Integer>> counts = recent.of("board", places, () -> board.counts(places));
        return BoardQuestion.alerts().stream()
                .map(each -> BoardController.Figure.of(each, counts))
                .filter(figure -> figure.total() > 0)
                .toList();
    }

    @GetMapping("/aide")
    String help() {
        return "overview/help";
    }
}
