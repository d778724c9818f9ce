package fr.forment.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.Visitor;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;

/** What a team supposes is kept with its history, and nobody overwrites what he did not see. */
@HouseTest
class ForecastPagesTest {

    @Autowired
    TestGround ground;

    @Autowired
    Visitor visitor;

    private Circo circo;
    private String path;

    @BeforeEach
    void somewhere() {
        circo = ground.circonscription(3);
        path = "/previsions?circonscription=" + circo.uai();
    }

    private Map<String, String> form() throws Exception {
        Map<String, String> form = new HashMap<>();
        for (Element field : visitor.page(circo.erun(), path).select("main form[method=post] input[name]")) {
            form.put(field.attr("name"), field.val());
        }
        return form;
    }

    private MockHttpServletResponse send(Map<String, String> form) throws Exception {
        var sending = post("/previsions/" + circo.uai()).with(csrf());
        form.forEach(sending::param);
        return visitor.as(circo.erun(), sending);
    }

    @Test
    void whatIsTypedIsKeptWithItsHistory() throws Exception {
        Map<String, String> form = form();
        form.put("TURNOVER.CENTRAL", "12,5 %");
        form.put("TURNOVER.HIGH", "20%");
        assertThat(send(form).getStatus()).isEqualTo(302);

        Document page = visitor.page(circo.ien(), path);
        assertThat(page.select("input[name=TURNOVER.CENTRAL]").val()).isEqualTo("12,5 %");
        assertThat(page.select("td[data-label=Après]").eachText()).containsExactly("8 – 12,5 – 20 %");
        assertThat(page.text()).contains("saisi par l'équipe");
        assertThat(page.select("svg.band text")).isNotEmpty();
    }

    @Test
    void nobodyOverwritesWhatHeDidNotSee() throws Exception {
        Map<String, String> mine = form();
        Map<String, String> theirs = form();
        theirs.put("REPLACED.HIGH", "80 %");
        theirs.put("GROUP.LOW", "17");
        assertThat(send(theirs).getStatus()).isEqualTo(302);
        mine.put("REPLACED.HIGH", "70 %");
        MockHttpServletResponse refused = send(mine);
        assertThat(refused.getStatus()).isEqualTo(200);
        String text = refused.getContentAsString(StandardCharsets.UTF_8);
        assertThat(text).contains("Quelqu").contains("70 %");
        assertThat(Jsoup.parse(text).select("input[name=GROUP.LOW]").val())
                .as("a field that only the other changed")
                .isEqualTo("17");
        assertThat(visitor.page(circo.erun(), path)
                        .select("input[name=REPLACED.HIGH]")
                        .val())
                .isEqualTo("80 %");
    }

    @Test
    void whatCannotBeReadIsSaidAndStays() throws Exception {
        Map<String, String> form = form();
        form.put("GROUP.LOW", "douze");
        form.put("TURNOVER.CENTRAL", "11 %");
        String text = send(form).getContentAsString(StandardCharsets.UTF_8);
        assertThat(text).contains("Personnes par session").contains("douze").contains("11 %");
    }

    @Test
    void theExportSumsToWhatThePageShows() throws Exception {
        Document page = visitor.page(circo.erun(), path);
        List<String> sheet = visitor.as(circo.erun(), get(URI.create("/previsions.csv?circonscription=" + circo.uai())))
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(sheet).hasSize(13);
        for (Element row : page.select("section[aria-labelledby=charge] tbody tr")) {
            assertThat(sheet).anySatisfy(line -> assertThat(line)
                    .endsWith(row.select("th").text() + ";"
                            + row.select("td").eachText().get(0) + ";"
                            + String.join(";", row.select("td.num").eachText())));
        }
    }

    @Test
    void isOfThoseWhoSeeThePeopleOnly() throws Exception {
        Circo elsewhere = ground.circonscription(1);
        assertThat(visitor.as(elsewhere.erun(), get(URI.create(path))).getStatus())
                .isEqualTo(404);
        assertThat(visitor.as(circo.teachers().get(0), get(URI.create(path))).getStatus())
                .isEqualTo(403);
        assertThat(visitor.as(
                                circo.secretary(),
                                post("/previsions/" + circo.uai()).with(csrf()))
                        .getStatus())
                .isEqualTo(403);
    }
}
