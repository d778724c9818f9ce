package fr.forment.plan;

import fr.forment.account.Role;
import fr.forment.campaign.Campaign;
import fr.forment.campaign.Needs;
import fr.forment.catalogue.Catalogue;
import fr.forment.catalogue.Profile;
import fr.forment.catalogue.TrainingModule;
import fr.forment.grid.Grid;
import fr.forment.grid.NeedLine;
import fr.forment.grid.TrainedOrPlaced;
import fr.forment.hours.HoursLedger;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.plan.calculation.Busy;
import fr.forment.plan.calculation.Draft;
import fr.forment.plan.calculation.Held;
import fr.forment.plan.calculation.ModuleFacts;
import fr.forment.plan.calculation.Need;
import fr.forment.plan.calculation.Pace;
import fr.forment.plan.calculation.Person;
import fr.forment.plan.calculation.PlanFacts;
import fr.forment.plan.calculation.SchoolFacts;
import fr.forment.plan.calculation.VagueFacts;
import fr.forment.plan.conditions.Absentees;
import fr.forment.plan.conditions.ConditionsReader;
import fr.forment.plan.conditions.TakenElsewhere;
import fr.forment.project.Projects;
import fr.forment.project.TrainerReadiness;
import fr.forment.project.Vague;
import fr.forment.project.VagueSchool;
import fr.forment.project.VagueState;
import fr.forment.resource.MeetingRoom;
import fr.forment.resource.Rooms;
import fr.forment.survey.SchoolWishes;
import fr.forment.territory.Circonscription;
import fr.forment.territory.School;
import fr.forment.territory.SchoolCalendar;
import fr.forment.territory.SchoolRhythm;
import fr.forment.territory.Schools;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Gathers what a plan is made from, out of the features below. */
@Component
@RequiredArgsConstructor
class PlanFactsReader {

    /** Vagues whose sessions were opened. */
    private static final Set<VagueState> HAS_SESSIONS = EnumSet.range(VagueState.FORMATION, VagueState.SUSPENDUE);

    private final PlanTerms terms;
    private final Projects projects;
    private final Needs needs;
    private final Grid grid;
    private final Catalogue catalogue;
    private final Schools schools;
    private final Agents agents;
    private final HoursLedger hours;
    private final PlanFollowUp followUp;
    private final TrainedOrPlaced followed;
    private final SchoolCalendar calendar;
    private final PlanRepository plans;
    private final PlanLines lines;
    private final ToldLines toldLines;
    private final LeavingSchools leaving;
    private final ConditionsReader conditions;
    private final TakenElsewhere taken;
    private final Rooms rooms;

    /** The facts, and those they are about as pages name them. */
    record Read(PlanFacts facts, PlanNames.Of called) {}

    PlanFacts of(Plan plan) {
        return read(plan).facts();
    }

    Read read(Plan plan) {
        return read(plan, terms.circonscription(plan));
    }

    /** For who knows where the plan is. */
    Read read(PlanRights.Located located) {
        return read(located.plan(), terms.circonscription(located.circonscriptionUai()));
    }

    /** With the time of a trainer who gives no session of the plan yet; null: nobody. */
    PlanFacts with(Plan plan, Long trainer) {
        return read(plan, terms.circonscription(plan), trainer == null ? Set.of() : Set.of(trainer))
                .facts();
    }

    /** Its days and vagues alone: when something may begin, without whoever comes to it. */
    PlanFacts dates(Plan plan) {
        Circonscription circonscription = terms.circonscription(plan);
        LocalDate from = terms.firstDay(plan, circonscription.zone());
        List<Agent> people = agents.inCirconscription(circonscription.uai());
        return new PlanFacts(
                circonscription.uai(),
                from,
                endOfYear(from),
                circonscription.shortName(),
                day -> calendar.isSchoolDay(circonscription.zone(), day),
                List.of(),
                vagues(plan),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                pace(people, catalogue.active(), followed(plan, people, from)),
                Map.of());
    }

    /** Of a version in force itself: its own sessions are those that people were told of. */
    PlanFacts inForce(Plan plan) {
        return read(plan, terms.circonscription(plan), lines.of(plan.id()), Set.of())
                .facts();
    }

    private Read read(Plan plan, Circonscription circonscription, Set<Long> also) {
        return read(plan, circonscription, base(plan), also);
    }

    /** What people were told: of a plan that is still to be amended, where they have moved its sessions since. */
    private List<PlannedSession> base(Plan plan) {
        if (plan.basePlanId() == null) {
            return List.of();
        }
        List<PlannedSession> told = toldLines.before(plan);
        return plan.isPendingAmendment()
                ? plans.findById(plan.basePlanId())
                        .map(inForce -> followUp.asHeld(inForce, told))
                        .orElse(told)
                : told;
    }

    private Read read(Plan plan, Circonscription circonscription) {
        return read(plan, circonscription, Set.of());
    }

    /**
     * @param base what is in force already
     * @param also trainers besides those of the plan and the people it knows
     */
    private Read read(Plan plan, Circonscription circonscription, List<PlannedSession> base, Set<Long> also) {
        LocalDate from = terms.firstDay(plan, circonscription.zone());
        List<TrainingModule> all = catalogue.all();
        List<TrainingModule> modules =
                all.stream().filter(TrainingModule::isActive).toList();
        Optional<Campaign> campaign = needs.ofProject(plan.projectId());
        List<NeedLine> needed = campaign.stream()
                .flatMap(asked -> grid.settled(asked).stream())
                .filter(line -> line.people() > 0)
                .toList();
        List<VagueFacts> vagues = vagues(plan);
        LocalDate last = vagues.stream()
                .map(VagueFacts::opensOn)
                .filter(day -> day.isAfter(from))
                .max(LocalDate::compareTo)
                .orElse(from);
        Map<String, SchoolWishes> wishes = campaign.map(needs::wishes).orElse(Map.of());
        Collection<Agent> people = people(circonscription);
        TrainedOrPlaced.Known trained = followed(plan, people, from);
        List<School> around = schools.inCirconscription(circonscription.uai());
        List<MeetingRoom> rooms = this.rooms.withThoseLost(circonscription.uai());
        Map<String, School> known = known(around, vagues);
        List<SchoolFacts> schools = schools(vagues, wishes, known);
        TakenElsewhere.Found taken = elsewhere(
                plan,
                base,
                TakenElsewhere.ground(
                        circonscription,
                        known.values(),
                        schools,
                        rooms,
                        Stream.concat(people.stream().map(Agent::id), also.stream()),
                        schoolYearStart(terms.today())));
        var facts = new PlanFacts(
                circonscription.uai(),
                from,
                endOfYear(last),
                circonscription.shortName(),
                day -> calendar.isSchoolDay(circonscription.zone(), day),
                ModuleFacts.inOrder(modules.stream()
                        .filter(TrainingModule::isHeldInSessions)
                        .map(ModuleFacts::of)
                        .toList()),
                vagues,
                schools,
                persons(
                        people,
                        trained,
                        calendar.schoolYear(from),
                        followUp.booked(plan.projectId(), calendar.schoolYear(from)),
                        vagues.stream()
                                .filter(vague -> !vague.begun())
                                .flatMap(vague -> vague.schoolUais().stream())
                                .collect(Collectors.toSet()),
                        new AloneMinutes(modules, needed)),
                needs(needed, modules),
                taken.busy(),
                pace(people, modules, trained),
                base.stream().collect(Collectors.toMap(PlannedSession::line, PlannedSession::startsAt)));
        PlanFacts whole = Absentees.goneRound(facts.with(conditions
                .of(
                        facts,
                        new ConditionsReader.Ground(people, modules, trained.trained(), around, rooms),
                        wishes,
                        campaign.map(asked -> grid.priorities(asked.id())).orElse(Map.of()),
                        held(facts, base, taken.stands()))
                .withBeyondHours(plan.goesBeyondHours())));
        return new Read(
                whole,
                new PlanNames.Of(
                        all.stream().collect(Collectors.toMap(TrainingModule::code, module -> module)),
                        known,
                        people.stream().collect(Collectors.toMap(Agent::id, agent -> agent, (one, same) -> one))));
    }

    /** Those of the circonscription, and whatever else the vagues hold. */
    private Map<String, School> known(List<School> around, List<VagueFacts> vagues) {
        Map<String, School> known = new HashMap<>();
        around.forEach(school -> known.put(school.uai(), school));
        known.putAll(schools.findAll(vagues.stream()
                .flatMap(vague -> vague.schoolUais().stream())
                .filter(uai -> !known.containsKey(uai))
                .distinct()
                .toList()));
        return known;
    }

    private LocalDate endOfYear(LocalDate day) {
        return LocalDate.of(Integer.parseInt(calendar.schoolYear(day).substring(5)), 6, 30);
    }

    /** What a trainer gave elsewhere since then counts for the year. */
    private LocalDate schoolYearStart(LocalDate day) {
        return LocalDate.of(Integer.parseInt(calendar.schoolYear(day).substring(0, 4)), 8, 1);
    }

    private TakenElsewhere.Found elsewhere(Plan plan, List<PlannedSession> base, PlanFollowUp.Ground ground) {
        PlanLines.Elsewhere others = lines.elsewhere(plan.projectId(), ground);
        return taken.of(plan.projectId(), base, others.sessions(), ground.with(others.trainers()));
    }

    private List<VagueFacts> vagues(Plan plan) {
        List<Vague> vagues = projects.vagues(plan.projectId());
        Set<String> leaving = this.leaving.of(plan.id());
        Map<Long, List<VagueSchool>> places =
                projects.schoolsOf(vagues.stream().map(Vague::id).toList());
        return vagues.stream()
                .map(vague -> vague(
                        vague,
                        places.getOrDefault(vague.id(), List.of()).stream()
                                .filter(place -> !leaving.contains(place.schoolUai()))
                                .toList()))
                .toList();
    }

    /** Schools that have not opened yet do so today at the earliest: a vague that is late holds the next one up. */
    private VagueFacts vague(Vague vague, List<VagueSchool> places) {
        List<VagueSchool> staying =
                places.stream().filter(place -> !place.state().isGone()).toList();
        LocalDate expected = vague.opensOn().isAfter(terms.today()) ? vague.opensOn() : terms.today();
        LocalDate last = staying.stream()
                .map(VagueSchool::openedOn)
                .map(day -> day == null ? expected : day)
                .max(LocalDate::compareTo)
                .orElse(vague.opensOn());
        return new VagueFacts(
                vague.rank(),
                vague.opensOn(),
                last,
                HAS_SESSIONS.contains(vague.state()),
                staying.stream().map(VagueSchool::schoolUai).toList());
    }

    /** Schools were told every date of an approved plan; of sessions whose people are convoked, nothing moves. */
    private static List<Held> held(PlanFacts facts, List<PlannedSession> base, Map<Integer, Busy> stands) {
        return base.stream()
                .flatMap(session -> session.draft(facts).stream()
                        .map(draft -> new Held(
                                session.line(),
                                draft,
                                now(draft, stands.get(session.line())),
                                session.day().isBefore(facts.from()),
                                true)))
                .toList();
    }

    private static Draft now(Draft planned, Busy stands) {
        return stands == null
                ? planned
                : new Draft(
                        planned.vagueRank(),
                        planned.module(),
                        stands.day(),
                        stands.start(),
                        stands.place(),
                        planned.capacity(),
                        stands.trainerId(),
                        planned.profiles(),
                        planned.seats(),
                        planned.expected());
    }

    private static List<SchoolFacts> schools(
            List<VagueFacts> vagues, Map<String, SchoolWishes> wishes, Map<String, School> known) {
        List<String> uais = vagues.stream()
                .flatMap(vague -> vague.schoolUais().stream())
                .distinct()
                .toList();
        return uais.stream()
                .flatMap(uai -> Optional.ofNullable(known.get(uai)).stream())
                .filter(School::isOpen)
                .map(school -> school(school, Optional.ofNullable(wishes.get(school.uai()))))
                .sorted(Comparator.comparing(SchoolFacts::uai))
                .toList();
    }

    private static SchoolFacts school(School school, Optional<SchoolWishes> wishes) {
        SchoolRhythm rhythm = wishes.map(SchoolWishes::rhythm)
                .filter(told -> told != SchoolRhythm.INCONNU)
                .orElse(school.rhythm());
        return new SchoolFacts(
                school.uai(),
                school.name(),
                school.commune(),
                school.rpi(),
                school.latitude(),
                school.longitude(),
                school.classes() == null ? 0 : school.classes(),
                rhythm.teachesOnWednesday(),
                wishes.map(SchoolWishes::roomCapacity).orElse(0));
    }

    private Collection<Agent> people(Circonscription circonscription) {
        Collection<Agent> found = new ArrayList<>(agents.inCirconscription(circonscription.uai()));
        found.addAll(agents.withRoles(EnumSet.of(Role.IEN_NUMERIQUE, Role.CPD), circonscription.departementCode()));
        return found;
    }

    private TrainedOrPlaced.Known followed(Plan plan, Collection<Agent> people, LocalDate from) {
        return followed.of(
                people.stream().map(Agent::id).distinct().toList(), plan.projectId(), calendar.schoolYear(from));
    }

    /** Who is being trained for another project leads nothing for the schools before: gate 1 waits for it. */
    private Pace pace(Collection<Agent> people, List<TrainingModule> modules, TrainedOrPlaced.Known followed) {
        return terms.pace()
                .withTrainersUntil(people.stream()
                        .flatMap(agent -> modules.stream()
                                .filter(module -> TrainerReadiness.isAwaited(agent, module))
                                .flatMap(module -> followed.ahead(agent.id(), module.code()).stream()))
                        .max(LocalDate::compareTo)
                        .orElse(null));
    }

    /**
     * @param own minutes that sessions of this very plan hold already: the plan counts them itself
     * @param toCome schools whose people have still to be told what to follow alone: of their hours, that is taken
     * @param alone what people follow alone
     */
    private List<Person> persons(
            Collection<Agent> found,
            TrainedOrPlaced.Known trained,
            String schoolYear,
            Map<Long, Integer> own,
            Set<String> toCome,
            AloneMinutes alone) {
        Map<Long, Integer> left = hours.entMinutesLeft(found, schoolYear);
        return found.stream()
                .map(agent -> new Person(
                        agent.id(),
                        agent.function(),
                        agent.schoolUai(),
                        left.get(agent.id())
                                + own.getOrDefault(agent.id(), 0)
                                - (toCome.contains(agent.schoolUai()) ? alone.of(agent, trained.of(agent.id())) : 0),
                        trained.of(agent.id())))
                .distinct()
                .toList();
    }

    /** Those of people whom sessions seat; the others are counted, or follow the module alone. */
    private static List<Need> needs(List<NeedLine> needed, List<TrainingModule> modules) {
        Set<String> inSessions = modules.stream()
                .filter(TrainingModule::isHeldInSessions)
                .map(TrainingModule::code)
                .collect(Collectors.toSet());
        return needed.stream()
                .filter(line -> inSessions.contains(line.moduleCode()))
                .filter(line -> line.profile() != Profile.ELEVE)
                .map(line -> new Need(
                        line.schoolUai(),
                        line.moduleCode(),
                        line.profile(),
                        line.people(),
                        line.wish().matches("[1-9]") ? Integer.parseInt(line.wish()) : 0))
                .toList();
    }
}
