package fr.forment.session.web;

import fr.forment.account.Signatures;
import fr.forment.engine.Shown;
import fr.forment.french.French;
import fr.forment.journal.Journal;
import fr.forment.mail.MailBox;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.resource.MeetingPlace;
import fr.forment.resource.Presence;
import fr.forment.resource.Skills;
import fr.forment.resource.TrainerList;
import fr.forment.session.Enrolment;
import fr.forment.session.EnrolmentState;
import fr.forment.session.SessionDates;
import fr.forment.session.SessionState;
import fr.forment.session.SessionWords;
import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
import fr.forment.session.guard.AbsentTraineeService;
import fr.forment.session.guard.LeftOut;
import fr.forment.session.guard.OrderGuard;
import fr.forment.session.halfday.AgendaPart;
import fr.forment.session.halfday.HalfDay;
import fr.forment.session.halfday.StandInChoices;
import fr.forment.territory.Circonscription;
import fr.forment.territory.PlaceClocks;
import fr.forment.territory.PlainTexts;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The sessions somebody has to do with, and one of them. */
@Controller
@RequiredArgsConstructor
class SessionsController {

    /** What the reader is now; else what he was last. */
    private static final Comparator<PersonRow> OWN =
            Comparator.comparing((PersonRow row) -> row.state().isActive()).thenComparing(PersonRow::enrolmentId);

    private final Sessions sessions;
    private final ListedSessions listed;
    private final SessionTables tables;
    private final SessionAccess access;
    private final StandInChoices choices;
    private final SessionGate gate;
    private final TrainerList trainers;
    private final SessionWords words;
    private final Journal journal;
    private final LeftOut leftOut;
    private final Agents agents;
    private final Signatures signatures;
    private final MailBox mails;
    private final SessionDates dates;
    private final PlainTexts texts;
    private final PlaceClocks clocks;
    private final ResourceWarnings warnings;
    private final OrderGuard order;
    private final AbsentTraineeService away;

    /**
     * @param circonscription shows its sessions only
     * @param module shows the sessions of this module only
     * @param page of those to come that are not the reader's own; {@code passees}: of those that are over
     */
    @GetMapping("/sessions")
    String list(
            @RequestParam(defaultValue = "") String circonscription,
            @RequestParam(defaultValue = "") String module,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "1") int passees,
            Model model) {
        if (!circonscription.isEmpty()) {
            access.reach().circonscription(circonscription);
        }
        var mine = tables.mine();
        List<TrainingSession> gives = access.given();
        Set<Long> given = gives.stream().map(TrainingSession::id).collect(Collectors.toSet());
        Set<String> organised =
                access.organised().stream().map(Circonscription::uai).collect(Collectors.toSet());
        List<TrainingSession> own = own(gives);
        var both = listed.of(
                new ListedSessions.Sight(
                        organised,
                        access.directedPeople(),
                        own.stream().map(TrainingSession::id).collect(Collectors.toSet()),
                        circonscription,
                        module),
                page,
                passees);
        List<TrainingSession> ownComing = own.stream()
                .filter(session -> circonscription.isEmpty()
                        || session.circonscriptionUai().equals(circonscription))
                .filter(session -> module.isEmpty() || session.moduleCode().equals(module))
                .filter(session -> !isPast(session))
                .toList();
        Map<Long, SessionRow> rows = tables
                .rows(
                        Stream.of(ownComing, both.coming().rows(), both.past().rows())
                                .flatMap(List::stream)
                                .toList(),
                        mine,
                        given)
                .stream()
                .collect(Collectors.toMap(SessionRow::id, row -> row, (one, same) -> one));
        model.addAttribute("own", rowsOf(ownComing, rows));
        model.addAttribute("others", both.coming().with(some -> rowsOf(some, rows)));
        model.addAttribute("past", both.past().with(some -> rowsOf(some, rows)));
        model.addAttribute("organises", !organised.isEmpty());
        model.addAttribute("circonscription", organised.contains(circonscription) ? circonscription : null);
        model.addAttribute("module", module.isEmpty() ? null : module);
        model.addAttribute("moduleTitle", module.isEmpty() ? null : words.title(module));
        return "session/list";
    }

    @GetMapping("/sessions/{id:\\d+}")
    String one(@PathVariable long id, Model model) {
        TrainingSession session = access.visible(id);
        boolean organises = access.organises(session);
        List<Enrolment> seen = access.seen(session);
        var people = tables.people(session, seen);
        model.addAttribute("training", session);
        model.addAttribute("moduleTitle", words.title(session));
        model.addAttribute("day", words.day(session));
        model.addAttribute("hours", words.hours(session));
        model.addAttribute("duration", French.duration(session.minutes()));
        model.addAttribute("people", people);
        model.addAttribute(
                "receipts",
                people.stream()
                        .filter(row -> row.state() == EnrolmentState.ACCUSE)
                        .count());
        model.addAttribute(
                "summoned",
                people.stream()
                        .filter(row -> row.state() == EnrolmentState.CONVOQUE || row.state() == EnrolmentState.ACCUSE)
                        .count());
        model.addAttribute(
                "own", people.stream().filter(row -> row.mine()).max(OWN).orElse(null));
        List<HalfDay> parts = access.parts(session);
        model.addAttribute("trainer", words.givers(session, parts));
        AgendaPart part = access.agendaPart(session, seen, parts);
        boolean comes = part.kind() == AgendaPart.Kind.OWN || access.seesAll(session);
        SessionWords.Where where = words.where(session);
        model.addAttribute("place", comes && MeetingPlace.isLink(session.place()) ? session.place() : where.address());
        model.addAttribute("opens", comes && MeetingPlace.link(session.place()).isPresent());
        model.addAttribute("agenda", part);
        model.addAttribute("organises", organises);
        model.addAttribute("seesAll", access.seesAll(session));
        model.addAttribute("changeable", session.mayBeLeft(clocks.now(session.circonscriptionUai())));
        model.addAttribute("open", session.isOpenTo(clocks.now(session.circonscriptionUai())));
        model.addAttribute(
                "marking",
                session.hasBegun(clocks.now(session.circonscriptionUai()))
                        && !session.state().isOver());
        if (organises) {
            Shown shown = words.shown(session, where.name(), words.trainer(session));
            model.addAttribute("shown", shown.sent());
            model.addAttribute(
                    "shownBounds", SessionWords.withBounds(shown, session).sent());
            model.addAttribute("missing", gate.of(session, parts));
            model.addAttribute("hasSummoned", session.state() == SessionState.CONVOQUEE);
            forOrganisers(session, parts, seen, people, model);
        }
        return "session/one";
    }

    private boolean isPast(TrainingSession session) {
        return session.endsAt().isBefore(clocks.now(session.circonscriptionUai()))
                || session.state().isOver();
    }

    private void forOrganisers(
            TrainingSession session, List<HalfDay> parts, List<Enrolment> seen, List<PersonRow> people, Model model) {
        var enrolled = people.stream()
                .filter(row -> row.state().isActive() && row.state() != EnrolmentState.LISTE_ATTENTE)
                .map(PersonRow::agentId)
                .toList();
        List<Agent> everybody = agents.inCirconscription(session.circonscriptionUai());
        if (session.mayBeLeft(clocks.now(session.circonscriptionUai()))) {
            Skills skills = trainers.skills(everybody);
            Map<Long, Presence> presences = choices.presences(session, everybody, session.day());
            model.addAttribute("trainers", choices.ofWhole(session, parts, everybody, skills, enrolled, presences));
            model.addAttribute("outOfOrder", order.of(session));
            model.addAttribute("away", away.names(session, parts, seen, everybody, presences));
            model.addAttribute(
                    "obstacles",
                    warnings.of(
                            session,
                            parts,
                            everybody.stream()
                                    .filter(agent -> agent.schoolUai() != null && enrolled.contains(agent.id()))
                                    .map(Agent::schoolUai)
                                    .collect(Collectors.toSet()),
                            everybody,
                            skills,
                            presences));
        }
        model.addAttribute(
                "candidates",
                everybody.stream()
                        .filter(agent -> !enrolled.contains(agent.id()))
                        .toList());
        model.addAttribute("firstDay", French.day(dates.firstDay(session.circonscriptionUai())));
        model.addAttribute("astray", mails.astray("/sessions/" + session.id()));
        List<LeftOut.Person> out = leftOut.of(session.id());
        Map<Long, String> outNames = agents
                .all(out.stream().map(LeftOut.Person::agentId).toList())
                .stream()
                .collect(Collectors.toMap(Agent::id, Agent::fullName));
        model.addAttribute(
                "leftOut",
                out.stream()
                        .map(person -> Map.of(
                                "name",
                                outNames.getOrDefault(person.agentId(), ""),
                                "why",
                                person.obstacle().label()))
                        .toList());
        model.addAttribute("history", texts.told(signatures.named(journal.of(TrainingSession.JOURNAL, session.id()))));
        model.addAttribute("clock", clocks.of(session.circonscriptionUai()));
    }

    private static List<SessionRow> rowsOf(List<TrainingSession> some, Map<Long, SessionRow> rows) {
        return some.stream().map(session -> rows.get(session.id())).toList();
    }

    /** Each once, by date. */
    private List<TrainingSession> own(List<TrainingSession> given) {
        return access.agentId() == null
                ? List.of()
                : Stream.concat(given.stream(), sessions.ofAgent(access.agentId()).stream())
                        .collect(Collectors.toMap(TrainingSession::id, session -> session, (one, same) -> one))
                        .values()
                        .stream()
                        .sorted(Comparator.comparing(TrainingSession::startsAt).thenComparing(TrainingSession::id))
                        .toList();
    }
}
