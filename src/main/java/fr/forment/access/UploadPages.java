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

    private record Page(long most, BooleanSupplier mine) {}

    private static final Role[] MATERIALS = {
        Role.ERUN, Role.CPC, Role.IEN, Role.CPD, Role.IEN_NUMERIQUE, Role.FOURNISSEUR
    };

    private final Map<String, Page> pages;

    UploadPages(SignedIn me, MyPerimeter mine) {
        pages = Map.of(
                "/territoire/import",
                new Page(205L << 20, () -> me.hasAny(Role.ADMIN, Role.SECRETAIRE, Role.IEN_NUMERIQUE)),
                "/personnels/import",
                new Page(31L << 20, mine::seesPeople),
                "/ressources/fichiers",
                new Page(4L << 20, mine::seesPeople),
                "/supports",
                new Page(11L << 20, () -> me.hasAny(MATERIALS)),
                "/supports/version",
                new Page(11L << 20, () -> me.hasAny(MATERIALS)));
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

    long most(String path) {
        return pages.get(path).most();
    }
}
