package fr.forment.release.web;

import fr.forment.release.MaterialState;
import fr.forment.release.Materials;
import java.util.Arrays;
import java.util.Set;

/** Which materials a list shows. */
enum MaterialChoice {
    IN_USE("", "Supports en service", Materials.IN_USE),
    STALE("revoir", "À revoir", Set.of(MaterialState.PERIME)),
    WITHDRAWN("retires", "Retirés", Set.of(MaterialState.RETIRE));

    private final String path;
    private final String label;
    private final Set<MaterialState> states;

    MaterialChoice(String path, String label, Set<MaterialState> states) {
        this.path = path;
        this.label = label;
        this.states = states;
    }

    /** @param typed as it stands in an address; those in use where it says nothing known */
    static MaterialChoice of(String typed) {
        return Arrays.stream(values())
                .filter(each -> each.path.equals(typed))
                .findFirst()
                .orElse(IN_USE);
    }

    /** As it stands in an address. */
    public String path() {
        return path;
    }

    public String label() {
        return label;
    }

    Set<MaterialState> states() {
        return states;
    }
}
