package fr.forment.evaluation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What one page shows beside each other to one reader: the whole, then its parts by module, by vague, by zone. A part
 * stays back where a subtraction would leave what was said of too few trainers.
 */
public final class Disclosure {

    private final Readings read;
    private final List<Set<Followed>> shown = new ArrayList<>();

    public Disclosure(Readings read) {
        this.read = read;
        if (read.mayTell(read.all(), Set.of())) {
            shown.add(read.all());
        }
    }

    /** @param parts that divide the whole in one way, each followed thing in one of them */
    public Part of(Collection<Set<Followed>> parts) {
        List<Set<Followed>> told = new ArrayList<>();
        parts.stream().filter(this::stands).forEach(told::add);
        while (shown.contains(read.all()) && !told.isEmpty() && !read.mayTell(read.all(), union(told))) {
            told.remove(told.size() - 1); // the more stay back together, the more trained them
        }
        shown.addAll(told);
        return new Part(read, Set.copyOf(told));
    }

    /** By itself, and beside each that lies in it or in which it lies. */
    private boolean stands(Set<Followed> part) {
        return read.mayTell(part, Set.of())
                && shown.stream()
                        .allMatch(other -> (!part.containsAll(other) || read.mayTell(part, other))
                                && (!other.containsAll(part) || read.mayTell(other, part)));
    }

    private static Set<Followed> union(Collection<Set<Followed>> some) {
        Set<Followed> all = new HashSet<>();
        some.forEach(all::addAll);
        return all;
    }

    /** One division of the whole. */
    public record Part(Readings read, Set<Set<Followed>> told) {

        public Heard.Hot hot(Set<Followed> one) {
            return told.contains(one) ? read.hot(one) : read.hot(one).ofFew();
        }

        public Heard.Cold cold(Set<Followed> one) {
            return told.contains(one) ? read.cold(one) : read.cold(one).ofFew();
        }
    }
}
