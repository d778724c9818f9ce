package fr.forment.attack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A handler as the campaign of foreign ids knocks at it: who may come in, which id stands where, what else is typed.
 * Every id of it is put to somebody else's, one at a time, wherever it stands.
 */
public final class Door {

    /**
     * An id and where it stands: {@code name} of a path variable or a parameter; {@code many} when several are sent;
     * the id stands in the name where that holds {@code #}.
     */
    public record Id(String name, Thing thing, boolean many, boolean inOneText) {}

    public final String method;
    public final String path;
    public final String actor;
    public final List<Id> ids = new ArrayList<>();
    public final Map<String, String> typed = new LinkedHashMap<>();
    /** Parameters that only choose what is shown of one's own: somebody else's shows nothing, and is no refusal. */
    final Set<String> filters = new LinkedHashSet<>();
    /** Who else may come in. */
    final Set<String> open = new LinkedHashSet<>();
    /** Names the handler takes that are no ids here. */
    final Set<String> plain = new LinkedHashSet<>();

    /** Typed by hand: a sentence says which are wrong, the same for nobody's as for somebody else's. */
    final Set<String> said = new LinkedHashSet<>();

    private Door(String method, String path, String actor) {
        this.method = method;
        this.path = path;
        this.actor = actor;
    }

    public static Door get(String path, String actor) {
        return new Door("GET", path, actor);
    }

    static Door post(String path, String actor) {
        return new Door("POST", path, actor);
    }

    static Door put(String path, String actor) {
        return new Door("PUT", path, actor);
    }

    public Door id(String name, Thing thing) {
        ids.add(new Id(name, thing, false, false));
        return this;
    }

    Door ids(String name, Thing thing) {
        ids.add(new Id(name, thing, true, false));
        return this;
    }

    /** Several in one text. */
    Door listed(String name, Thing thing) {
        ids.add(new Id(name, thing, true, true));
        return this;
    }

    Door filter(String name, Thing thing) {
        filters.add(name);
        return id(name, thing);
    }

    public Door typed(String name, String value) {
        typed.put(name, value);
        return this;
    }

    Door open(String... names) {
        open.addAll(List.of(names));
        return this;
    }

    Door plain(String... names) {
        plain.addAll(List.of(names));
        return this;
    }

    Door said(String... names) {
        said.addAll(List.of(names));
        return this;
    }

    /** As the handler is mapped, without the patterns of its variables. */
    public String call() {
        return method + " " + path;
    }

    boolean names(String parameter) {
        return plain.contains(parameter)
                || typed.containsKey(parameter)
                || ids.stream().anyMatch(id -> id.name().equals(parameter));
    }

    @Override
    public String toString() {
        return call();
    }
}
