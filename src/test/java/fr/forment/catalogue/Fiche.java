package fr.forment.catalogue;

import java.util.List;

/** The grid as the migrations load it, before anybody edits it. */
final class Fiche {

    private static List<TrainingModule> grid;

    private Fiche() {}

    static synchronized List<TrainingModule> grid() {
        if (grid == null) {
            try (var context = CatalogueDatabase.inMemory()) {
                grid = context.getBean(Catalogue.class).all();
            }
        }
        return grid;
    }

    static TrainingModule module(String code) {
        return grid().stream()
                .filter(module -> module.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
