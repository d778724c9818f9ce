package fr.forment.mail;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where people reach this house from outside: what links in letters, posters and calendars begin with. */
@Component
public class HouseAddress {

    private final String base;

    HouseAddress(@Value("${forment.base-url:http://localhost:8080}") String base) {
        this.base = base.replaceAll("/+$", "");
    }

    /** @param path from the root of the application: "/sessions/4711"; empty for the home page */
    public String of(String path) {
        return base + path;
    }
}
