package fr.forment.catalogue.web;

import fr.forment.catalogue.Catalogue;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.web.context.annotation.RequestScope;

/** What modules are called, for pages that know their codes: {@code @moduleTitles.of(code)}, read once a page. */
@Component
@RequestScope
@RequiredArgsConstructor
public class ModuleTitles {

    private final Catalogue catalogue;
    private Map<String, String> titles;

    public String of(String code) {
        if (titles == null) {
            titles = catalogue.titles();
        }
        return titles.getOrDefault(code, Catalogue.UNKNOWN);
    }
}
