package fr.forment.grid;

import fr.forment.catalogue.Profile;
import fr.forment.survey.Answers;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What is known of a school when the grid is computed.
 *
 * @param classes null when unknown
 * @param pupils null when unknown
 * @param answers null when the school did not answer: figures are then estimated
 * @param team the teachers on the staff list, direction included
 * @param aesh what each AESH on the staff list has followed
 */
record CountedSchool(
        String uai, Integer classes, Integer pupils, Answers answers, List<Person> team, List<Set<String>> aesh) {

    /** The questions that count the people of a school who do not teach. */
    private static final List<String> OTHERS = List.of("aesh", "atsem", "afterSchool");

    /** Usual number of teachers per class, used only where neither an answer nor a staff list tells. */
    private static final double TEACHERS_PER_CLASS = 1.2;

    /** Where nobody but teachers is listed. */
    CountedSchool(String uai, Integer classes, Integer pupils, Answers answers, List<Person> team) {
        this(uai, classes, pupils, answers, team, List.of());
    }

    /**
     * @param newcomer arrived less than a year ago
     * @param minutesLeft for the ENT in the school year of the project
     * @param trained codes of the modules followed, {@code ahead} among them
     * @param ahead of these, those still to be followed in a session of another project, with the day it ends
     */
    record Person(
            long id,
            boolean director,
            boolean newcomer,
            boolean constellation,
            int minutesLeft,
            Set<String> trained,
            Map<String, LocalDate> ahead) {

        /** Who has no place ahead. */
        Person(
                long id,
                boolean director,
                boolean newcomer,
                boolean constellation,
                int minutesLeft,
                Set<String> trained) {
            this(id, director, newcomer, constellation, minutesLeft, trained, Map.of());
        }

        /**
         * Who of a school is meant by a line, trained or not. Administrators are found among those who do not direct.
         */
        static Predicate<Person> meantBy(GridModule module, Profile profile) {
            return switch (profile) {
                case DIRECTEUR -> Person::director;
                case ADMINISTRATEUR, PERSONNE_RESSOURCE -> person -> !person.director();
                case ENSEIGNANT ->
                    person -> !person.director() || !module.profiles().contains(Profile.DIRECTEUR);
                default -> person -> false;
            };
        }

        boolean hasFollowed(GridModule module) {
            return trained.contains(module.code());
        }

        boolean hasTimeFor(GridModule module) {
            return minutesLeft >= module.minutes();
        }
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

    int trained(GridModule module, Profile profile) {
        if (profile == Profile.NON_ENSEIGNANT) {
            return (int)
                    aesh.stream().filter(codes -> codes.contains(module.code())).count();
        }
        return (int) meant(module, profile)
                .filter(person -> person.hasFollowed(module))
                .count();
    }

    /**
     * Who has still to follow the module and has no hours left for it. Where the school counts more people in a
     * constellation than the list does, the school is believed: their hours are taken.
     */
    int withoutHours(GridModule module, Profile profile) {
        int listed = (int) meant(module, profile)
                .filter(person -> !person.hasFollowed(module) && !person.hasTimeFor(module))
                .count();
        int unlisted = isAnswered() && profile == Profile.ENSEIGNANT
                ? Math.max(0, declaredConstellation() - listedConstellation())
                : 0;
        return listed + unlisted;
    }

    int declaredConstellation() {
        return answers.number("constellation").orElse(0);
    }

    int listedConstellation() {
        return (int) team.stream().filter(Person::constellation).count();
    }

    private Stream<Person> meant(GridModule module, Profile profile) {
        return team.stream().filter(Person.meantBy(module, profile));
    }

    int newcomers() {
        return isAnswered()
                ? answers.number("newcomers").orElse(0)
                : (int) team.stream().filter(Person::newcomer).count();
    }

    /** Teachers who have followed a module, by its code. */
    int followed(String moduleCode) {
        return (int) team.stream()
                .filter(person -> person.trained().contains(moduleCode))
                .count();
    }

    /** AESH, ATSEM and after-school staff as declared, else the AESH on the list: the others are the commune's. */
    int otherStaff() {
        return isAnswered()
                ? OTHERS.stream()
                        .mapToInt(question -> answers.number(question).orElse(0))
                        .sum()
                : aesh.size();
    }

    int pupilsKnown() {
        return isAnswered() ? answers.number("pupils").orElse(known(pupils)) : known(pupils);
    }

    private static int known(Integer figure) {
        return figure == null ? 0 : figure;
    }
}
