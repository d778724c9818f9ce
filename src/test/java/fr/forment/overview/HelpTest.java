package fr.forment.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.Visitor;
import fr.forment.people.Agent;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the help says somebody can do, he can: every page that his part of it leads to opens. */
@HouseTest
class HelpTest {

    @Autowired
    TestGround ground;

    @Autowired
    Visitor visitor;

    @Test
    void everyPartLeadsToPagesThatItsReadersMayOpen() throws Exception {
        var circo = ground.circonscription(1);
        opens("directeur", circo.directors().get(0));
        opens("ien", circo.ien());
        opens("equipe", circo.erun(), circo.secretary());
        opens("formateur", circo.erun());
        opens("enseignant", circo.teachers().get(0));
        opens("collectivite", circo.dsi());
        opens("fournisseur", circo.supplier());
    }

    @Test
    void homeLeadsThePartnersToTheReleases() throws Exception {
        var circo = ground.circonscription(1);
        for (Agent partner : List.of(circo.dsi(), circo.supplier())) {
            assertThat(visitor.page(partner, "/").select("ul.cards a[href=/versions]"))
                    .as(partner.lastName())
                    .hasSize(1);
        }
    }

    /** @param readers of several, one may be enough: some things are the secretary's alone */
    private void opens(String part, Agent... readers) throws Exception {
        List<String> links = links(visitor.page(readers[0], "/aide"), part);
        for (String link : links) {
            List<Integer> answers = new ArrayList<>();
            for (Agent reader : readers) {
                answers.add(visitor.as(reader, get(URI.create(link))).getStatus());
            }
            assertThat(answers).as(part + " " + link).contains(200);
        }
    }

    private static List<String> links(Document help, String part) {
        Element start = help.getElementById(part);
        assertThat(start).as(part).isNotNull();
        List<String> links = new ArrayList<>(start.select("a[href^=/]").eachAttr("href"));
        if (start.tagName().equals("h2")) {
            for (Element next = start.nextElementSibling();
                    next != null && !next.tagName().equals("h2");
                    next = next.nextElementSibling()) {
                links.addAll(next.select("a[href^=/]").eachAttr("href"));
            }
        }
        return links.stream()
                .filter(link -> !link.startsWith("/camunda/"))
                .distinct()
                .toList();
    }
}
