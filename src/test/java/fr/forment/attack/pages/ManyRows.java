package fr.forment.attack.pages;

import fr.forment.attack.OnePlace;
import fr.forment.project.ProjectService;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Makes many of each thing of a place out of the one it has: rows copied by the database, each about somebody, some
 * school, some day of its own, signed by somebody of its own.
 */
@Component
class ManyRows {

    private final JdbcClient jdbc;
    private final ProjectService projects;
    private int made;

    ManyRows(JdbcClient jdbc, ProjectService projects) {
        this.jdbc = jdbc;
        this.projects = projects;
    }

    /** So many more of everything. */
    void grow(OnePlace place, int more) {
        ManyPeople people = new ManyPeople(jdbc, place, made, more);
        people.places();
        people.people();
        ManyTrainings trainings = new ManyTrainings(people, projects);
        trainings.sessions();
        trainings.waiting();
        trainings.projects();
        trainings.selfStudies();
        trainings.needs();
        trainings.plans();
        people.moves();
        people.resources();
        people.lists();
        people.letters();
        people.releases();
        made += more;
    }
}
