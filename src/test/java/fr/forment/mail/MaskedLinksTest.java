package fr.forment.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.Visitor;
import fr.forment.access.AccountService;
import fr.forment.account.Tokens;
import fr.forment.people.Agent;
import fr.forment.post.Correspondence;
import fr.forment.post.Letter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** Who looks at letters of others read there links that let him answer in their name. */
@HouseTest
@Tag("attack")
class MaskedLinksTest {

    @Autowired
    TestGround ground;

    @Autowired
    Correspondence post;

    @Autowired
    AccountService accounts;

    @Autowired
    Visitor visitor;

    @Autowired
    MailBox box;

    @Autowired
    Outbox outbox;

    @Autowired
    MailBundles bundles;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MockMvc web;

    private final String key = "masked:" + UUID.randomUUID();
    private final String token = Tokens.fresh();
    private Circo circo;
    private Agent keeper;

    @BeforeEach
    void people() {
        circo = ground.circonscription(1);
        keeper = circo.secretary();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/place/", "/evaluation/", "/acces/lien/", "/parents/", "/agenda/formations.ics?cle="})
    void theAdministratorReadsWhereALinkLeadsAndNotWhatOpensIt(String where) throws Exception {
        transaction.executeWithoutResult(
                tx -> post.prepare(circo.teachers().get(0).id(), letter(where), List.of(), login()));
        long id = box.about(key).get(0).id();

        for (String page :
                List.of("/courriels/" + id, "/courriels/" + id + "/html", "/courriels?q=" + keeper.lastName())) {
            assertThat(asAdmin(page)).as(page).doesNotContain(token);
        }
        assertThat(asAdmin("/courriels/" + id)).contains("masqué");
        assertThat(asAdmin("/courriels/" + id + "/html")).contains(where);
        assertThat(visitor.page(keeper, "/moi/courriels/" + id).html())
                .doesNotContain(token)
                .contains("masqué", where);
        assertThat(box.find(id).orElseThrow().bodyText())
                .as("its reader gets it")
                .contains(where + token);
        assertThat(box.find(id).orElseThrow().bodyHtml()).contains(where + token);
    }

    @Test
    void whoReleasesABundleDoesNotReadThemEither() throws Exception {
        long bundle = transaction.execute(tx -> {
            long opened = bundles.open(circo.uai(), "/sessions/" + token.hashCode(), "Ce qui a changé");
            outbox.hold(mail("/place/" + token), opened, null);
            return opened;
        });

        assertThat(visitor.page(keeper, "/envois/" + bundle).html())
                .doesNotContain(token)
                .contains("/place/…", "masqué");
    }

    @Test
    void anAddressWithoutASecretStaysWhole() {
        String text =
                "Voir la session :\nhttps://forment.exemple.invalid/plans/12/ecoles/0350423V/formations.pdf#session-123\n";

        assertThat(PersonalLinks.masked(text)).isEqualTo(text);
        assertThat(PersonalLinks.masked("https://un-nom-de-serveur-fort-long-et-entier.exemple.invalid/moi"))
                .endsWith("-entier.exemple.invalid/moi");
        assertThat(PersonalLinks.masked(null)).isNull();
    }

    private Letter letter(String where) {
        return new Letter("session/attested", key, Map.of("titre", "Présentation", "numero", "1"), where + token, null);
    }

    private Mail mail(String path) {
        return new Mail(
                key,
                "session/attested",
                "personne@exemple.invalid",
                "Camille Essai",
                Map.of(
                        "titre",
                        "Présentation",
                        "numero",
                        "1",
                        "prenom",
                        "Camille",
                        "nom",
                        "Essai",
                        "lien",
                        "http://localhost:8080" + path,
                        "circonscription",
                        "Essai",
                        "racine",
                        "http://localhost:8080"),
                Instant.EPOCH,
                null);
    }

    private String login() {
        return accounts.ofAgent(keeper.id()).orElseThrow().login();
    }

    private String asAdmin(String page) throws Exception {
        return web.perform(get(page).with(user("admin").roles("ADMIN")))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
