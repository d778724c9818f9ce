package fr.forment.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every page a role opens from the menu: it answers in French and axe finds nothing. */
@BrowserTest
class PagesBrowserIT {

    private static final Map<String, List<String>> PAGES = Map.of(
            "ien.redon",
                    List.of(
                            "/",
                            "/projets",
                            "/projets/nouveau",
                            "/sessions",
                            "/catalogue",
                            "/personnels",
                            "/arrivees",
                            "/versions",
                            "/territoire",
                            "/courriels",
                            "/demonstration",
                            "/moi",
                            "/aide"),
            "erun.redon",
                    List.of(
                            "/",
                            "/projets",
                            "/sessions",
                            "/arrivees",
                            "/arrivees/declarer",
                            "/versions",
                            "/versions/nouvelle",
                            "/supports",
                            "/besoins/1/grille",
                            "/besoins/1/grille/origine?module=PEDA-1&public=ENSEIGNANT",
                            "/besoins/1/grille/impression",
                            "/besoins/1/priorites",
                            "/besoins/1/homogeneite"),
            "secretariat.redon",
                    List.of(
                            "/",
                            "/personnels",
                            "/personnels/heures",
                            "/personnels/heures/bareme",
                            "/personnels/import",
                            "/personnels/acces",
                            "/territoire",
                            "/territoire/import"),
            "fournisseur.redon", List.of("/", "/versions", "/versions/nouvelle"));

    @LocalServerPort
    int port;

    @Test
    void everyPageOfTheMenuIsAccessible() {
        PAGES.forEach((login, paths) -> {
            try (var browser = new Browser(port)) {
                browser.signIn(login);
                for (String path : paths) {
                    browser.open(path).isAccessible();
                    assertThat(browser.pageText())
                            .as(login + " on " + path)
                            .doesNotContain("Cette page", "Un problème est survenu");
                }
            }
        });
    }

    @Test
    void theSignInPageIsAccessibleToo() {
        try (var browser = new Browser(port)) {
            browser.open("/login").isAccessible();
        }
    }
}
