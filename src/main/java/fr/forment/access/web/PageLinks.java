package fr.forment.access.web;

import jakarta.servlet.http.HttpServletRequest;
import lombok.RequiredArgsConstructor;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Where the other pages of a list are: the same address, filters and all, with another number. */
@RequiredArgsConstructor
public class PageLinks {

    private final HttpServletRequest request;

    /** @param name of the parameter that holds the number: a page may show two lists */
    public String to(String name, int page) {
        return "?"
                + ServletUriComponentsBuilder.fromRequest(request)
                        .replaceQueryParam(name, page)
                        .build()
                        .getQuery();
    }
}
