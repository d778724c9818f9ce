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

    /**
     * A name that no other installation gives: « session-12@forment.exemple.fr/ent35 ». A teacher of two départements
     * reads the calendars of both.
     *
     * @param thing a kind and its number
     */
    public String uid(String thing) {
        return thing + "@" + base.replaceFirst("^[a-z]+://", "");
    }
}
