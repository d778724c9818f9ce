package fr.forment.grid;

import fr.forment.catalogue.Profile;
import fr.forment.survey.Answers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Turns what is known of a school into lines of the grid: what is asked, less those trained already, less those who
 * have no hours left. A school says how many, not who, so each deduction takes off no more than is certain: of 6
 * teachers, 2 of them trained, 4 are left, and a school that asks for 4 loses nobody. A director is counted as director
 * in the modules meant for directors, as a teacher in the others. Nobody is left out for want of hours where the module
 * conditions the opening of the school.
 */
class GridComputation {

    /**
     * One line: see the table {@code need_line}. {@code people = asked - deducted as trained - withoutHours}.
     *
     * @param trained known to be, whether the school counted them or not
     * @param declared as the school said; null when nobody was asked
     * @param discovering of {@code declared}, those who discover the theme, the others begin; null when the school was
     *     not asked by levels
     */
    record Line(
            String place,
            String module,
            Profile profile,
            int audience,
            int asked,
            int trained,
            int withoutHours,
            int people,
            Integer declared,
            Integer discovering,
            String wish) {}

    private final List<GridModule> modules;

    /** @param modules in the order of the grid */
    GridComputation(List<GridModule> modules) {
        this.modules = modules;
    }

    List<Line> ofSchool(CountedSchool school) {
        List<Line> lines = new ArrayList<>();
        modules.forEach(module -> module.profiles().forEach(profile -> {
            switch (profile) {
                case DIRECTEUR -> lines.add(directors(school, module));
                case ADMINISTRATEUR -> lines.add(administrators(school, module));
                case ENSEIGNANT -> lines.add(teachers(school, module));
                case PERSONNE_RESSOURCE -> lines.add(resourcePersons(school, module));
                case NON_ENSEIGNANT -> lines.add(everybody(school, module, profile, school.otherStaff()));
                case PARENT, ELEVE -> lines.add(everybody(school, module, profile, school.pupilsKnown()));
                case IEN, IEN_NUMERIQUE, CPD, CPC, ERUN, DSI, FORMATEUR -> {} // of the circonscription, below
            }
        }));
        return lines;
    }

    /** They owe no hours. @param people their profile, and the modules they have followed */
    List<Line> ofCirconscription(String uai, Map<Profile, List<Set<String>>> people) {
        List<Line> lines = new ArrayList<>();
        modules.forEach(
                module -> module.profiles().stream().filter(people::containsKey).forEach(profile -> {
                    List<Set<String>> held = people.get(profile);
                    int trained = (int) held.stream()
                            .filter(codes -> codes.contains(module.code()))
                            .count();
                    lines.add(new Line(
                            uai,
                            module.code(),
                            profile,
                            held.size(),
                            held.size(),
                            trained,
                            0,
                            held.size() - trained,
                            null,
                            null,
                            ""));
                }));
        return lines;
    }

    private static Line directors(CountedSchool school, GridModule module) {
        int all = school.directors();
        return new Counted(school, module, Profile.DIRECTEUR, all, all, all, null).line();
    }

    private static Line everybody(CountedSchool school, GridModule module, Profile profile, int people) {
        return new Counted(school, module, profile, people, people, people, null).line();
    }

    /** One, or as many as the school says; where the director is alone, the director. */
    private static Line resourcePersons(CountedSchool school, GridModule module) {
        OptionalInt said =
                school.isAnswered() ? school.answers().number(Answers.RESOURCE_PERSONS) : OptionalInt.empty();
        int possible = Math.max(1, school.teachers() - school.directors());
        int wanted = Math.min(Math.max(1, said.orElse(1)), possible);
        return new Counted(
                        school,
                        module,
                        Profile.PERSONNE_RESSOURCE,
                        wanted,
                        wanted,
                        possible,
                        said.isPresent() ? said.getAsInt() : null)
                .line();
    }

    /** The resource person at least, and whoever else is to administer the ENT. */
    private static Line administrators(CountedSchool school, GridModule module) {
        OptionalInt said = school.isAnswered() ? school.answers().number("administrators") : OptionalInt.empty();
        int wanted = Math.max(1, said.orElse(0) - school.directors());
        int possible = Math.max(0, school.teachers() - school.directors());
        return new Counted(
                        school,
                        module,
                        Profile.ADMINISTRATEUR,
                        Math.min(wanted, possible),
                        Math.min(wanted, possible),
                        possible,
                        said.isPresent() ? said.getAsInt() : null)
                .line();
    }

    private static Line teachers(CountedSchool school, GridModule module) {
        boolean directorsApart = module.profiles().contains(Profile.DIRECTEUR);
        int apart = directorsApart ? school.directors() : 0;
        int audience = Math.max(0, school.teachers() - apart);
        OptionalInt said = school.isAnswered() ? school.answers().toTrain(module.code()) : OptionalInt.empty();
        int directorsAsking = apart - (directorsApart ? school.trained(module, Profile.DIRECTEUR) : 0);
        int asked = said.isPresent()
                ? Math.max(0, said.getAsInt() - directorsAsking)
                : Answers.readyBy(module.code())
                        .map(before -> Math.min(audience, school.followed(before)))
                        .orElse(audience);
        return new Counted(
                        school,
                        module,
                        Profile.ENSEIGNANT,
                        audience,
                        asked,
                        audience,
                        said.isPresent() ? said.getAsInt() : null)
                .line();
    }

    /**
     * The deductions of one line. {@code pool}: among whom they are found; more than the audience where only some are
     * wanted.
     */
    private record Counted(
            CountedSchool school,
            GridModule module,
            Profile profile,
            int audience,
            int asked,
            int pool,
            Integer declared) {

        Line line() {
            int trained = school.trained(module, profile);
            int needing = Math.min(asked, Math.max(0, audience - trained));
            int free = Math.max(
                    0,
                    pool
                            - trained
                            - (module.beforeOpening().contains(profile) ? 0 : school.withoutHours(module, profile)));
            int people = Math.min(needing, free);
            int rank = school.isAnswered() ? school.answers().priorities().indexOf(module.code()) + 1 : 0;
            return new Line(
                    school.uai(),
                    module.code(),
                    profile,
                    audience,
                    asked,
                    trained,
                    needing - people,
                    people,
                    declared,
                    discovering(),
                    rank == 0 ? "" : String.valueOf(rank));
        }

        private Integer discovering() {
            OptionalInt said = school.isAnswered() && profile == Profile.ENSEIGNANT
                    ? school.answers().discovering(module.code())
                    : OptionalInt.empty();
            return said.isPresent() ? said.getAsInt() : null;
        }
    }
}
