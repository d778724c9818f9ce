package fr.forment.plan.calculation.search;

import fr.forment.plan.calculation.Draft;
import fr.forment.plan.calculation.PlanFacts;
import java.util.ArrayList;
import java.util.List;

/** Sessions and people as they are laid out one after the other. */
final class Layout {

    private final PlanFacts facts;
    private final Basis basis;
    private final Courses courses;
    private final Invitations invitations;
    private final List<Sitting> sittings = new ArrayList<>();
    private final List<Party> parties = new ArrayList<>();

    Layout(Basis basis, Courses courses, Invitations invitations) {
        this.facts = basis.facts();
        this.basis = basis;
        this.courses = courses;
        this.invitations = invitations;
    }

    List<Sitting> sittings() {
        return sittings;
    }

    List<Party> parties() {
        return parties;
    }

    int nextSession() {
        return sittings.size();
    }

    int nextParty() {
        return parties.size();
    }

    void add(Party party) {
        parties.add(party);
    }

    /** A session of which nothing may change. */
    void fixed(Course course, Draft draft) {
        var gathering = new Gathering(
                sittings.size(),
                course,
                Math.max(draft.capacity(), draft.expected()),
                List.of(courses.moment(draft)),
                List.of(leader(draft)),
                List.of(basis.venue(draft.place())),
                draft,
                true);
        sit(gathering, courses.moment(draft), leader(draft), basis.venue(draft.place()));
        if (draft.seats().isEmpty()) {
            party(basis.team(facts.circonscriptionUai()), course, draft.expected(), false, 1, gathering, null);
        }
        draft.seats().forEach((uai, people) -> {
            int compulsory = invitations.takeCompulsory(uai, course.module(), people);
            int priority = invitations.priority(basis.team(uai), course.module());
            if (compulsory > 0) {
                party(basis.team(uai), course, compulsory, true, priority, gathering, null);
            }
            if (people > compulsory) {
                party(basis.team(uai), course, people - compulsory, false, priority, gathering, null);
            }
        });
    }

    private void party(
            Team team, Course course, int people, boolean compulsory, int priority, Gathering where, Moment announced) {
        parties.add(new Party(
                parties.size(), team, course, people, compulsory, priority, List.of(where), announced, where));
    }

    void sit(Gathering gathering, Moment moment, Leader leader, Venue venue) {
        sittings.add(new Sitting(gathering, moment, leader, venue));
    }

    Leader leader(Draft draft) {
        return basis.leader(draft);
    }
}
