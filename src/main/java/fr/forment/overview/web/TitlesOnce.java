package fr.forment.overview.web;

import fr.forment.catalogue.Catalogue;
import java.util.Map;
import lombok.RequiredArgsConstructor;

/** Titles of modules for one page: read once, and only where a part of it names one. */
@RequiredArgsConstructor
final class TitlesOnce {

    private final Catalogue catalogue;
    private Map<String, String> titles;

    String of(String code) {
        if (titles == null) {
            titles = catalogue.titles();
        }
        return titles.getOrDefault(code, Catalogue.UNKNOWN);
    }
}
