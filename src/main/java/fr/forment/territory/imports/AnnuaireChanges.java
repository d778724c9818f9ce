package fr.forment.territory.imports;

import fr.forment.territory.School;
import fr.forment.territory.SchoolState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Schools of a file set against the schools known so far. */
final class AnnuaireChanges {

    private final List<School> created = new ArrayList<>();
    private final List<School> changed = new ArrayList<>();
    private final List<School> missing = new ArrayList<>();
    private final List<String> noLongerOpen = new ArrayList<>();
    private int announced;

    /**
     * @param read schools of the file that may be written
     * @param known those of them that are known, wherever they were, by UAI
     * @param absent schools that the file would have to hold and does not
     */
    AnnuaireChanges(Collection<School> read, Map<String, School> known, Collection<School> absent) {
        for (School school : read) {
            School before = known.get(school.uai());
            if (before == null) {
                created.add(school);
                continue;
            }
            School after = before.updatedFrom(school);
            if (!after.equals(before)) {
                changed.add(after);
            }
            if (before.isOpen() && !after.isOpen()) {
                noLongerOpen.add(after.uai());
                announced++;
            }
        }
        absent.stream().filter(school -> school.state() != SchoolState.FERME).forEach(missing::add);
        missing.sort(Comparator.comparing(School::commune)
                .thenComparing(School::name)
                .thenComparing(School::uai));
    }

    /** Absent schools count as closed from now on. */
    void closeMissing() {
        for (School school : missing) {
            changed.add(school.withState(SchoolState.FERME));
            if (school.isOpen()) {
                noLongerOpen.add(school.uai());
            }
        }
    }

    List<School> created() {
        return created;
    }

    List<School> changed() {
        return changed;
    }

    List<School> missing() {
        return missing;
    }

    /** How many the file itself says are closing, although they were open. */
    int announced() {
        return announced;
    }

    /** UAIs of the schools that were open and are no more. */
    List<String> noLongerOpen() {
        return noLongerOpen;
    }
}
