package fr.forment.plan.calculation.search;

import fr.forment.catalogue.Format;
import fr.forment.plan.calculation.Draft;
import fr.forment.plan.calculation.PlanCalculator;
import fr.forment.plan.calculation.PlanFacts;
import fr.forment.plan.calculation.SchoolFacts;
import fr.forment.plan.calculation.Slot;
import fr.forment.plan.calculation.Trainers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/** Puts the people of one course into its sessions as they sit at the start; those without one wait for one. */
final class CourseLayout {

    /** People of one school are seated in pieces of at most so many, so that a school can be cut where it must. */
    private static final int LARGEST_PARTY = 4;

    private final Layout layout;
    private final Courses courses;
    private final Basis basis;
    private final PlanFacts facts;
    private final Invitations invitations;
    private final Course course;
    private final List<Draft> drafts;
    private final List<Moment> moments;
    private final Map<Gathering, Draft> from = new LinkedHashMap<>();
    private final List<Gathering> choices = new ArrayList<>();
    private List<Leader> leaders;
    private List<Venue> venues;

    CourseLayout(
            Layout layout,
            Courses courses,
            Basis basis,
            Invitations invitations,
            Course course,
            List<Draft> drafts,
            List<Moment> moments) {
        this.layout = layout;
        this.courses = courses;
        this.basis = basis;
        this.facts = basis.facts();
        this.invitations = invitations;
        this.course = course;
        this.drafts = drafts;
        this.moments = moments;
    }

    void lay() {
        drafts.stream().filter(this::isFixed).forEach(draft -> layout.fixed(course, draft));
        drafts.stream().filter(draft -> !isFixed(draft)).forEach(this::open);
        from.forEach((gathering, draft) -> draft.seats().forEach((uai, people) -> {
            int compulsory = invitations.takeCompulsory(uai, course.module(), people);
            Moment announced = announced(draft);
            pieces(uai, compulsory, true, gathering, announced);
            pieces(uai, people - compulsory, false, gathering, announced);
        }));
        int left = 0;
        for (String uai : course.vague().schoolUais()) {
            left += basis.team(uai) == null ? 0 : invitations.left(uai, course.module());
        }
        if (!course.module().isHeldBySchool() && left > 0 && !moments.isEmpty()) {
            int more =
                    (left + course.module().groupSize() - 1) / course.module().groupSize();
            IntStream.range(0, more).forEach(n -> openAnew());
        }
        for (String uai : course.vague().schoolUais()) {
            if (basis.team(uai) != null) {
                int all = invitations.left(uai, course.module());
                int compulsory = invitations.takeCompulsory(uai, course.module(), all);
                pieces(uai, compulsory, true, null, null);
                pieces(uai, all - compulsory, false, null, null);
            }
        }
    }

    private void open(Draft draft) {
        boolean bound = course.module().isHeldBySchool();
        Moment moment = courses.moment(draft);
        Venue venue = basis.venue(draft.place());
        var gathering = new Gathering(
                layout.nextSession(),
                course,
                Math.max(course.module().groupSize(), draft.expected()),
                with(moment, moments),
                bound ? List.of(layout.leader(draft)) : with(layout.leader(draft), leaders()),
                with(venue, bound ? own(draft) : roomsOnly(venue) ? rooms() : venues()),
                draft,
                false);
        layout.sit(gathering, moment, layout.leader(draft), venue);
        from.put(gathering, draft);
        choices.add(gathering);
    }

    private void openAnew() {
        List<Venue> venues = venues();
        if (!venues.isEmpty()) {
            var gathering = new Gathering(
                    layout.nextSession(), course, course.module().groupSize(), moments, leaders(), venues, null, false);
            layout.sit(gathering, moments.get(0), leaders().get(0), venues.get(0));
            choices.add(gathering);
        }
    }

    private List<Leader> leaders() {
        if (leaders == null) {
            leaders = able();
        }
        return leaders;
    }

    private List<Leader> able() {
        List<Leader> known = Trainers.of(
                        facts, course.module(), Set.copyOf(course.vague().schoolUais()))
                .stream()
                .map(person -> basis.leader(person, Leader.key(person.id())))
                .toList();
        return known.isEmpty()
                ? List.of(basis.leader(null, course.module().trainerKind().name()))
                : known;
    }

    /** What has a room that people know of is not moved to where one has still to be found. */
    private boolean roomsOnly(Venue stands) {
        return facts.conditions().namesRooms() && stands.single();
    }

    /** Parents who meet elsewhere while their school has no room may come back to it on another day. */
    private List<Venue> own(Draft draft) {
        return draft.seats().keySet().stream()
                .map(basis::venue)
                .filter(Objects::nonNull)
                .toList();
    }

    /** Schools with a room and the towns of the vague. */
    private List<Venue> venues() {
        if (venues == null) {
            venues = open();
        }
        return venues;
    }

    private List<Venue> open() {
        Set<Venue> found = new LinkedHashSet<>(rooms());
        if (course.module().format() != Format.DISTANCE) {
            schools().forEach(school -> found.add(basis.venue(school.commune())));
        }
        return List.copyOf(found);
    }

    private List<SchoolFacts> schools() {
        return course.vague().schoolUais().stream()
                .map(basis::team)
                .filter(Objects::nonNull)
                .map(Team::school)
                .filter(Objects::nonNull)
                .toList();
    }

    private List<Venue> rooms() {
        if (course.module().format() == Format.DISTANCE) {
            return List.of(basis.venue(PlanCalculator.ONLINE));
        }
        Set<Venue> found = new LinkedHashSet<>();
        List<SchoolFacts> schools = schools();
        schools.stream()
                .map(school -> basis.venue(school.uai()))
                .filter(venue -> venue.room() < Integer.MAX_VALUE && venue.room() >= PlanCalculator.FEWEST)
                .forEach(found::add);
        facts.roomsElsewhere().stream()
                .filter(room ->
                        schools.stream().anyMatch(school -> school.commune().equals(room.commune())))
                .forEach(room -> found.add(basis.venue(room.place())));
        return List.copyOf(found);
    }

    private Moment announced(Draft draft) {
        return facts.conditions().held().stream()
                .filter(held -> held.published() && Objects.equals(held.line(), draft.line()))
                .findFirst()
                .map(held -> courses.moment(held.session()))
                .orElse(null);
    }

    private void pieces(String uai, int people, boolean compulsory, Gathering where, Moment announced) {
        Team team = basis.team(uai);
        boolean movable = !course.module().isHeldBySchool()
                && team.school() != null
                && Slot.isPossible(course.module(), team.school());
        for (int left = people; left > 0; ) {
            int piece = course.module().isHeldBySchool() ? left : piece(left);
            layout.add(new Party(
                    layout.nextParty(),
                    team,
                    course,
                    piece,
                    compulsory,
                    invitations.priority(team, course.module()) * (compulsory ? Invitations.COMPULSORY : 1),
                    movable ? choices : where == null ? List.of() : List.of(where),
                    announced,
                    where));
            left -= piece;
        }
    }

    /** 7 = 4 + 2 + 1: any number of a school's people can be taken out of its pieces. */
    private static int piece(int left) {
        return left >= 2 * LARGEST_PARTY - 1 ? LARGEST_PARTY : left > 2 ? 2 : 1;
    }

    private boolean isFixed(Draft draft) {
        return facts.conditions().held().stream()
                .anyMatch(held -> held.fixed() && Objects.equals(held.line(), draft.line()));
    }

    private static <T> List<T> with(T one, List<T> all) {
        if (all.contains(one)) {
            return all;
        }
        List<T> more = new ArrayList<>(all);
        more.add(one);
        return List.copyOf(more);
    }
}
