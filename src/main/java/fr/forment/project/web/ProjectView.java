package fr.forment.project.web;

import fr.forment.project.Project;
import fr.forment.project.ProjectState;
import fr.forment.project.TrainerGap;
import fr.forment.project.Vague;
import fr.forment.project.VagueDecision;
import fr.forment.project.VagueState;
import fr.forment.project.bilan.SchoolLines;
import fr.forment.project.bilan.Timeline.Moment;
import java.time.LocalDate;
import java.util.List;

/**
 * A project as its page tells it.
 *
 * @param percent of the way
 * @param sentence where it stands
 * @param awaited whom it waits for when no task of the project is open
 * @param gaps trainings of trainers that hold a vague back; empty when none does
 */
record ProjectView(
        Project project,
        String circonscription,
        int percent,
        String sentence,
        String awaited,
        List<Waiting> waiting,
        List<VagueView> vagues,
        List<TrainerGap> gaps,
        List<Moment> timeline) {

    /** The survey has been launched: its page exists. */
    public boolean hasNeeds() {
        return project.surveyOpensOn() != null && project.state() != ProjectState.CADRAGE;
    }

    /** A plan has been asked for: it waits, or is in force. */
    public boolean hasPlan() {
        return project.state().compareTo(ProjectState.PLAN) >= 0 && project.state() != ProjectState.ABANDONNE;
    }

    /** A decision awaited. @param link null unless the reader is one of those awaited */
    record Waiting(String name, String who, LocalDate dueOn, String link) {}

    /** @param schools line by line on the project's own page, empty in a summary */
    record VagueView(Vague vague, List<SchoolLines.Line> schools, long opened, long staying, boolean hasBilan) {

        VagueView with(List<SchoolLines.Line> lines) {
            return new VagueView(vague, lines, opened, staying, hasBilan);
        }

        /** Where it stands, as people call it: thirty days of support are no such thing where no school opened. */
        public String stands() {
            if (vague.state() != VagueState.STABILISATION) {
                return vague.state().label();
            }
            return vague.decision() == VagueDecision.POSTPONE
                    ? "Suite ajournée"
                    : opened == 0 ? "Aucune école ouverte" : vague.state().label();
        }

        /** Of the schools that stay in. */
        public int percent() {
            return staying == 0 ? 0 : (int) (100 * opened / staying);
        }
    }
}
