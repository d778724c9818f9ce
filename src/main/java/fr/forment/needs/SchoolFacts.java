package fr.forment.needs;

import java.util.List;
import java.util.Set;

/**
 * What is known of a school when the grid is computed.
 *
 * @param classes null when unknown
 * @param pupils null when unknown
 * @param answers null when the school did not answer: figures are then estimated
 * @param team the teachers on the staff list, direction included
 */
record SchoolFacts(String uai, Integer classes, Integer pupils, Answers answers, List<Person> team) {

    /** Usual number of teachers per class, used only where neither an answer nor a staff list tells. */
    private static final double TEACHERS_PER_CLASS = 1.2;

    /** @param newcomer arrived less than a year ago */
    record Person(boolean director, boolean newcomer, Set<String> trained) {
    }

    boolean isAnswered() {
        return answers != null;
    }

    /** As declared, else as listed, else from the number of classes. Direction included. */
    int teachers() {
        if (isAnswered()) {
            return answers.teachers();
        }
        return team.isEmpty() ? (int) Math.ceil(known(classes) * TEACHERS_PER_CLASS) : team.size();
    }

    /** A vacant direction will be filled: there is always one to train. */
    int directors() {
        return (int) Math.max(1, team.stream().filter(Person::director).count());
    }

    int trainedDirectors(String module) {
        return (int) team.stream().filter(Person::director).filter(person -> person.trained().contains(module)).count();
    }

    int trainedOthers(String module) {
        return (int) team.stream().filter(person -> !person.director()).filter(person -> person.trained().contains(module)).count();
    }

    int newcomers() {
        return isAnswered() ? answers.number("newcomers").orElse(0) : (int) team.stream().filter(Person::newcomer).count();
    }

    int pupilsKnown() {
        return isAnswered() ? answers.number("pupils").orElse(known(pupils)) : known(pupils);
    }

    private static int known(Integer figure) {
        return figure == null ? 0 : figure;
    }
}
