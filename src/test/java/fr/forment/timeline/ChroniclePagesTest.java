package fr.forment.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.Visitor;
import fr.forment.journal.Journal;
import fr.forment.journal.JournalEntry;
import fr.forment.people.Agent;
import fr.forment.plan.PlanningGround;
import fr.forment.project.Milestone;
import fr.forment.project.ProjectEvent;
import fr.forment.session.SessionGround;
import fr.forment.session.TrainingSession;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One order for what the journal, letters and papers tell; the figure, the list and the export agree. */
@HouseTest
class ChroniclePagesTest {

    @Autowired
    PlanningGround planning;

    @Autowired
    TestGround ground;

    @Autowired
    SessionGround some;

    @Autowired
    Journal journal;

    @Autowired
    Visitor visitor;

    @Autowired
    JdbcClient jdbc;

    private Circo circo;
    private TrainingSession session;
    private String path;

    @BeforeEach
    void aSession() {
        circo = ground.circonscription(1);
        session = some.session(circo, 10, 1);
        some.enrol(session, circo.teachers().get(0));
        path = "/sessions/" + session.id() + "/chronologie";
    }

    private void notes(int count) {
        List<JournalEntry> lines = new ArrayList<>();
        for (int n = 1; n <= count; n++) {
            lines.add(JournalEntry.of(TrainingSession.JOURNAL, session.id())
                    .what("Note n°" + n)
                    .because(n % 10 == 0 ? "Été pluvieux" : null));
        }
        journal.addAll(lines);
    }

    @Test
    void showsEveryLineOnceThroughItsPagesAlthoughManyBearOneMoment() throws Exception {
        notes(120);
        List<String> seen = new ArrayList<>();
        String address = path;
        while (address != null) {
            Document page = visitor.page(circo.erun(), address);
            assertThat(page.select("tbody tr").size()).isLessThanOrEqualTo(Chronicles.PAGE);
            seen.addAll(page.select("td[data-label=Quoi]").eachText());
            // a line written meanwhile stands before the first page and moves nobody's
            journal.add(JournalEntry.of(TrainingSession.JOURNAL, session.id()).what("Écrit entre deux pages"));
            address = page.select("a[rel=next]").attr("href");
            address = address.isEmpty() ? null : address;
        }
        assertThat(seen.stream().filter(what -> what.startsWith("Note n°")))
                .hasSize(120)
                .doesNotHaveDuplicates();
    }

    @Test
    void figureListAndExportAgreeWhateverIsLookedFor() throws Exception {
        notes(120);
        for (String asked : List.of(
                "",
                "?mots=ete+PLUVIEUX",
                "?nature=ETAPE",
                "?nature=DECISION",
                "?nature=DOCUMENT",
                "?du=01/01/2000&au=02/01/2000")) {
            Document page = visitor.page(circo.erun(), path + asked);
            List<String> sheet = visitor.as(circo.erun(), get(URI.create(path + ".csv" + asked)))
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            String caption = page.select("caption").text();
            int figure = caption.isEmpty() ? 0 : Integer.parseInt(caption.replaceAll("\\D.*", ""));
            assertThat(sheet).as(asked).hasSize(figure + 1);
            if (figure <= Chronicles.PAGE) {
                assertThat(page.select("tbody tr")).as(asked).hasSize(figure);
            }
        }
        assertThat(visitor.page(circo.erun(), path + "?mots=ete+PLUVIEUX").select("tbody tr"))
                .hasSize(12);
    }

    @Test
    void aDayThatCannotBeReadIsSaidAndLosesNothing() throws Exception {
        Document page = visitor.page(circo.erun(), path + "?du=hier&mots=abc");
        assertThat(page.select("[role=alert]").text()).contains("« Du »").contains("24/11/2026");
        assertThat(page.select("#du").val()).isEqualTo("hier");
        assertThat(page.select("#mots").val()).isEqualTo("abc");
    }

    @Test
    void masksLinks() throws Exception {
        journal.add(JournalEntry.of(TrainingSession.JOURNAL, session.id())
                .change("salle", "https://visio.exemple.fr/secret-1 dans la salle")
                .because("voir visio.exemple.fr/secret-2"));
        Document page = visitor.page(circo.erun(), path);
        assertThat(page.text()).contains("(lien masqué) dans la salle").doesNotContain("secret-");
        assertThat(visitor.as(circo.erun(), get(URI.create(path + ".csv"))).getContentAsString())
                .doesNotContain("secret-");
    }

    @Test
    void isSeenByThoseWhoMaySeeTheThingOnly() throws Exception {
        Circo elsewhere = ground.circonscription(1);
        Agent teacher = circo.teachers().get(0);
        String person = "/personnels/" + teacher.id() + "/chronologie";
        for (String each : List.of(path, path + ".csv", person, person + ".csv")) {
            assertThat(visitor.as(elsewhere.erun(), get(URI.create(each))).getStatus())
                    .as(each)
                    .isEqualTo(404);
        }
        assertThat(visitor.page(teacher, person).select("tbody tr")).isNotEmpty();
        assertThat(visitor.as(elsewhere.teachers().get(0), get(URI.create(person)))
                        .getStatus())
                .isIn(403, 404);
        // who is in a session reads its page, not what happened to others in it
        assertThat(visitor.as(teacher, get(URI.create(path))).getStatus()).isIn(403, 404);
    }

    @Test
    void lettersAreCountedAndNobodyIsNamed() throws Exception {
        for (int n = 0; n < 3; n++) {
            jdbc.sql(
                            "INSERT INTO outbox_mail (mail_key, template, to_address, to_name, about, subject, state, queued_at, not_before) "
                                    + "VALUES (?, 'session/convoked', ?, 'Nom Caché', ?, 'Votre convocation', 'SENT', CURRENT_TIMESTAMP, CURRENT_TIMESTAMP)")
                    .params(
                            "chronicle:" + session.id() + ":" + n,
                            "cache" + n + "@exemple.fr",
                            "/sessions/" + session.id())
                    .update();
        }
        Document page = visitor.page(circo.erun(), path + "?nature=COURRIEL&mots=convocation");
        assertThat(page.select("tbody tr")).singleElement().satisfies(row -> assertThat(row.text())
                .contains("Votre convocation")
                .contains("3 courriels"));
        assertThat(page.text()).doesNotContain("Nom Caché").doesNotContain("exemple.fr");
    }

    /** Why is said among those who organise; a partner reads what was done. */
    @Test
    void aPartnerReadsWhatWasDoneAndNotWhy() throws Exception {
        PlanningGround.Case made = planning.project();
        journal.add(JournalEntry.of(ProjectEvent.JOURNAL, made.number())
                .what("SCHOOL_RETIRED")
                .because("Motif dit entre nous"));
        String project = "/projets/" + made.number() + "/chronologie";
        assertThat(visitor.page(made.circo().ien(), project).text()).contains("Motif dit entre nous");
        for (Agent partner : List.of(made.circo().dsi(), made.circo().supplier())) {
            assertThat(visitor.page(partner, project).text())
                    .contains(Milestone.SCHOOL_RETIRED.label())
                    .doesNotContain("Motif dit");
            assertThat(visitor.page(partner, project + "?mots=entre+nous").select("tbody tr"))
                    .as("nor is it found by what it says")
                    .isEmpty();
            assertThat(visitor.as(partner, get(URI.create(project + ".csv")))
                            .getContentAsString(StandardCharsets.UTF_8))
                    .doesNotContain("Motif dit");
        }
    }
}
