package fr.forment.needs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

import fr.forment.catalogue.Profile;

/**
 * Turns what is known of a school into lines of the grid. A person trained already is never counted again: teachers to train are what the
 * school says, but no more than its teachers less those recorded as trained. A director is counted as director in the modules meant for
 * directors, as a teacher in the others.
 */
class GridComputation {

    /** One line: see the table {@code need_line}. {@code declared} is null when nobody was asked. */
    record Line(String place, String module, Profile profile, int people, int trained, Integer declared, String wish) {
    }

    private final Map<String, Set<Profile>> modules;

    /** @param modules code to profiles, in the order of the grid */
    GridComputation(Map<String, Set<Profile>> modules) {
        this.modules = modules;
    }

    List<Line> ofSchool(SchoolFacts school) {
        List<Line> lines = new ArrayList<>();
        modules.forEach((module, profiles) -> profiles.forEach(profile -> {
            switch (profile) {
                case DIRECTEUR -> lines.add(directors(school, module));
                case ADMINISTRATEUR -> lines.add(administrators(school, module));
                case ENSEIGNANT -> lines.add(teachers(school, module, profiles.contains(Profile.DIRECTEUR)));
                case PARENT -> lines.add(line(school, module, profile, school.pupilsKnown(), 0, null));
                default -> { } // people of the circonscription, below
            }
        }));
        return lines;
    }

    /** @param people their profile, and the modules they have followed */
    List<Line> ofCirconscription(String uai, Map<Profile, List<Set<String>>> people) {
        List<Line> lines = new ArrayList<>();
        modules.forEach((module, profiles) -> profiles.stream().filter(people::containsKey).forEach(profile -> {
            List<Set<String>> held = people.get(profile);
            int trained = (int) held.stream().filter(codes -> codes.contains(module)).count();
            lines.add(new Line(uai, module, profile, held.size() - trained, trained, null, ""));
        }));
        return lines;
    }

    private static Line directors(SchoolFacts school, String module) {
        int trained = school.trainedDirectors(module);
        return line(school, module, Profile.DIRECTEUR, school.directors() - trained, trained, null);
    }

    /** The resource person at least, and whoever else is to administer the ENT, among the teachers who do not direct. */
    private static Line administrators(SchoolFacts school, String module) {
        OptionalInt asked = school.isAnswered() ? school.answers().number("administrators") : OptionalInt.empty();
        int wanted = Math.max(1, asked.orElse(0) - school.directors());
        int possible = Math.max(0, school.teachers() - school.directors());
        int trained = school.trainedOthers(module);
        Integer declared = asked.isPresent() ? asked.getAsInt() : null;
        return line(school, module, Profile.ADMINISTRATEUR, Math.max(0, Math.min(wanted, possible) - trained), trained, declared);
    }

    private static Line teachers(SchoolFacts school, String module, boolean directorsApart) {
        int apart = directorsApart ? school.directors() : 0;
        int trained = school.trainedOthers(module) + (directorsApart ? 0 : school.trainedDirectors(module));
        int untrained = Math.max(0, school.teachers() - apart - trained);
        OptionalInt asked = school.isAnswered() ? school.answers().toTrain(module) : OptionalInt.empty();
        if (asked.isEmpty()) {
            return line(school, module, Profile.ENSEIGNANT, untrained, trained, null);
        }
        int withoutDirectors = directorsApart ? asked.getAsInt() - (apart - school.trainedDirectors(module)) : asked.getAsInt();
        return line(school, module, Profile.ENSEIGNANT, Math.max(0, Math.min(withoutDirectors, untrained)), trained, asked.getAsInt());
    }

    private static Line line(SchoolFacts school, String module, Profile profile, int people, int trained, Integer declared) {
        int rank = school.isAnswered() ? school.answers().priorities().indexOf(module) + 1 : 0;
        return new Line(school.uai(), module, profile, people, trained, declared, rank == 0 ? "" : String.valueOf(rank));
    }
}
