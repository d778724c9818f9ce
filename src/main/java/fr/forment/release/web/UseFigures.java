package fr.forment.release.web;

import fr.forment.release.MaterialUse;
import java.util.List;

/** How many sessions rest on a version, and how many people: sums of the list below them. */
public record UseFigures(int held, int present, int coming, int expected) {

    static UseFigures of(List<MaterialUse> uses, int number) {
        List<MaterialUse> its =
                uses.stream().filter(use -> use.number() == number).toList();
        List<MaterialUse> held = its.stream().filter(MaterialUse::wasHeld).toList();
        int present = held.stream().mapToInt(MaterialUse::people).sum();
        int all = its.stream().mapToInt(MaterialUse::people).sum();
        return new UseFigures(held.size(), present, its.size() - held.size(), all - present);
    }
}
