package fr.forment.access;

import fr.forment.account.Role;
import fr.forment.account.SignedIn;
import fr.forment.people.MyPerimeter;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/** The pages that take a file, how large, and from whom. */
@Component
class UploadPages {

    /**
     * @param megabytes of a file, as the page says it
     * @param read megabytes that are read in all: a file that is too large for the page is refused by the page, with
     *     what was typed beside it
     */
    private record Page(int megabytes, int read, BooleanSupplier mine) {}

    private static final Role[] MATERIALS = {
        Role.ERUN, Role.CPC, Role.IEN, Role.CPD, Role.IEN_NUMERIQUE, Role.FOURNISSEUR
    };

    private final Map<String, Page> pages;

    UploadPages(SignedIn me, MyPerimeter mine) {
        pages = Map.of(
                "/territoire/import",
                new Page(200, 205, () -> me.hasAny(Role.ADMIN, Role.SECRETAIRE, Role.IEN_NUMERIQUE)),
                "/personnels/import",
                new Page(30, 31, mine::seesPeople),
                "/ressources/fichiers",
                new Page(4, 4, mine::seesPeople),
                "/supports",
                new Page(10, 50, () -> me.hasAny(MATERIALS)),
                "/supports/version",
                new Page(10, 50, () -> me.hasAny(MATERIALS)));
    }

    Set<String> paths() {
        return pages.keySet();
    }

    boolean has(String path) {
        return pages.containsKey(path);
    }

    boolean mayUse(String path) {
        return pages.get(path).mine().getAsBoolean();
    }

    /** Bytes. */
    long most(String path) {
        return (long) pages.get(path).read() << 20;
    }

    int megabytes(String path) {
        return pages.get(path).megabytes();
    }
}
