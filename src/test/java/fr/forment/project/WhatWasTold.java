package fr.forment.project;

import java.util.ArrayList;
import java.util.List;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Hears what the project tells the features above; may answer at once, as a feature with nothing to do would. */
@Component
public class WhatWasTold {

    private final List<Object> heard = new ArrayList<>();
    private Runnable atTrainersDue = () -> { };
    private Runnable atVagueEngaged = () -> { };

    public void startAnew() {
        heard.clear();
        atTrainersDue = () -> { };
        atVagueEngaged = () -> { };
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

    @EventListener({ NeedsDue.class, PlanDue.class, BilanDue.class, SchoolOpened.class, SchoolTrainingRefused.class, ProjectAbandoned.class })
    void on(Object event) {
        heard.add(event);
    }

    @EventListener
    void on(TrainersDue event) {
        heard.add(event);
        atTrainersDue.run();
    }

    @EventListener
    void on(VagueEngaged event) {
        heard.add(event);
        atVagueEngaged.run();
    }
}
