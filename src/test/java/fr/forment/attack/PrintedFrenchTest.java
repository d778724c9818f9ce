package fr.forment.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import fr.forment.HouseTest;
import fr.forment.PlainPages;
import fr.forment.TestGround;
import fr.forment.Visitor;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What people get is set as print sets it; what they typed goes back into its field as they typed it. */
@HouseTest
@Tag("attack")
class PrintedFrenchTest {

    /** A straight apostrophe between letters, or a plain space before a sign that French keeps with its word. */
    private static final Pattern UNSET = Pattern.compile("\\p{L}'\\p{L}| [:;?!»%](?!=)|« ");

    @Autowired
    Visitor visitor;

    @Autowired
    TestGround ground;

    @ParameterizedTest
    @ValueSource(strings = {"/aide", "/", "/sessions", "/personnels", "/catalogue", "/projets"})
    void pagesAreSet(String path) throws Exception {
        Document page = printed(path);
        page.select("script, style, pre, textarea, code").remove();
        assertThat(page.wholeText()).doesNotContainPattern(UNSET).contains("’");
        assertThat(page.select("[aria-label]").eachAttr("aria-label")).noneMatch(UNSET.asPredicate());
    }

    @Test
    void whatWasTypedComesBackAsItWasTyped() throws Exception {
        Document page = printed("/personnels?q=L'Hostis ; d'or !");
        assertThat(page.select("input[name=q]").attr("value")).isEqualTo("L'Hostis ; d'or !");
    }

    private Document printed(String path) throws Exception {
        var circo = ground.circonscription(1);
        return Jsoup.parse(new String(
                visitor.as(
                                circo.ien(),
                                get(path.split("\\?")[0])
                                        .header(PlainPages.AS_PRINTED, "yes")
                                        .param("q", path.contains("?q=") ? path.substring(path.indexOf('=') + 1) : ""))
                        .getContentAsByteArray(),
                StandardCharsets.UTF_8));
    }
}
