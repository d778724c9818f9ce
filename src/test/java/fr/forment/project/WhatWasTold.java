package fr.forment.project;

import fr.forment.project.need.SchoolOpened;
import fr.forment.project.opening.SchoolTrainingRefused;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Hears what the project tells the features above, in the tests that ask for it. It may answer at once, as a feature
 * with nothing to do would; otherwise the session feature believes that a session is still to come, so that the test
 * says itself when the last one is over.
 */
@Component
public class WhatWasTold {

    private final JdbcClient jdbc;
    private final List<Object> heard = new ArrayList<>();
    private boolean listening;
    private Runnable atTrainersDue;
    private Runnable atVagueEngaged;

    WhatWasTold(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void startAnew() {
        stop();
        listening = true;
    }

    public void stop() {
        listening = false;
        heard.clear();
        atTrainersDue = null;
        atVagueEngaged = null;
    }

    public void atTrainersDue(Runnable answer) {
        atTrainersDue = answer;
    }

    public void atVagueEngaged(Runnable answer) {
        atVagueEngaged = answer;
    }

    public List<Object> heard() {
        return List.copyOf(heard);
    }

    @EventListener({
        NeedsDue.class,
        PlanDue.class,
        BilanDue.class,
        SchoolOpened.class,
        SchoolTrainingRefused.class,
        ProjectAbandoned.class
    })
    void on(Object event) {
        if (listening) {
            heard.add(event);
        }
    }

    @EventListener
    @Order(0)
    void on(TrainersDue event) {
        on((Object) event);
        if (listening) {
            oneSessionToCome("trainers:" + event.projectId(), event.projectId(), null);
            answer(atTrainersDue);
        }
    }

    @EventListener
    @Order(0)
    void on(VagueEngaged event) {
        on((Object) event);
        if (listening) {
            long project = jdbc.sql("SELECT project_id FROM vague WHERE id = ?")
                    .param(event.vagueId())
                    .query(Long.class)
                    .single();
            oneSessionToCome("vague:" + event.vagueId(), project, event.vagueId());
            answer(atVagueEngaged);
        }
    }

    private void oneSessionToCome(String phase, long projectId, Long vagueId) {
        jdbc.sql("INSERT INTO session_phase (phase_key, project_id, vague_id, remaining) VALUES (?, ?, ?, 1)")
                .params(phase, projectId, vagueId)
                .update();
    }

    private static void answer(Runnable answer) {
        if (answer != null) {
            answer.run();
        }
    }
}
