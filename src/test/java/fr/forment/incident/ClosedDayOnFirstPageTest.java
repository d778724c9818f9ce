package fr.forment.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.forment.HouseTest;
import fr.forment.people.Agent;
import java.time.Duration;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;

/** A school is said to be closed: whoever directs it and the team read it on their first page, with what to do. */
@HouseTest
class ClosedDayOnFirstPageTest extends ToldSession {

    private static final String CLOSED = "[aria-label='Sessions un jour de fermeture']";

    @Test
    void theHostAndTheTeamReadItAtOnceAndOthersDoNot() throws Exception {
        time.startAt(LATE.minus(Duration.ofDays(1)));
        ground.as(circo.cpc());
        closures.close(circo.uai(), circo.schools().get(2), WEDNESDAY, null, "Neige");

        Element host = box(circo.directors().get(2)).first();
        assertThat(host).isNotNull();
        assertThat(host.text())
                .contains(
                        "Votre école est fermée le mercredi 18 novembre 2026 (Neige) : ",
                        ", de 14 h à 15 h 30, doit s'y tenir")
                .contains("On s'en occupe : " + circo.erun().fullName() + ". Un courriel vous dira ce qui change.");
        assertThat(host.select("a").eachAttr("href")).containsExactly("/sessions/" + session.id());

        Element team = box(circo.erun()).first();
        assertThat(team).isNotNull();
        assertThat(team.text())
                .contains("École d'essai 3", "est fermée le mercredi 18 novembre 2026 (Neige)")
                .doesNotContain("On s'en occupe");
        assertThat(team.select("a").eachAttr("href")).contains("/plans/" + plan.planId() + "/evenement");

        assertThat(box(circo.directors().get(0))).as("another school").isEmpty();
        assertThat(box(circo.teachers().get(0))).isEmpty();
        assertThat(box(circo.secretary()).select("a").eachAttr("href"))
                .as("may not change the plan")
                .containsExactly("/sessions/" + session.id());
    }

    @Test
    void aDirectionWhosePeopleAreExpectedElsewhereReadsItToo() throws Exception {
        ground.as(circo.cpc());
        closures.close(circo.uai(), circo.schools().get(0), WEDNESDAY, null, "Grève");
        assertThat(box(circo.directors().get(0)).text())
                .contains("Votre école est fermée", "(Grève) : ses personnels sont attendus à « ");
        assertThat(box(circo.directors().get(2))).isEmpty();
    }

    @Test
    void anAmendmentThatIsPreparedIsSaid() throws Exception {
        ground.as(circo.cpc());
        closures.close(circo.uai(), circo.schools().get(2), WEDNESDAY, null, "Neige");
        String page = "/plans/" + plan.planId() + "/evenement?quoi=SALLE&lieu="
                + circo.schools().get(2) + "&du=" + WEDNESDAY;
        String seen = visitor.page(circo.erun(), page).select("input[name=vu]").attr("value");
        visitor.as(circo.erun(), post(page).param("vu", seen));
        assertThat(box(circo.erun()).text()).contains("On s'en occupe : un avenant au plan est en préparation.");
        assertThat(box(circo.directors().get(2)).text())
                .contains("On s'en occupe : un avenant au plan est en préparation.");
        assertThat(box(circo.erun()).select("a").eachAttr("href")).contains("/plans/" + plan.planId() + "/evenement");
    }

    /** A day that is open again, or gone by, is said no more. */
    @Test
    void whatIsOverIsNotSaid() throws Exception {
        ground.as(circo.cpc());
        closures.close(circo.uai(), null, WEDNESDAY, null, "Neige");
        assertThat(box(circo.directors().get(0))).hasSize(1);
        long id = jdbc.sql("SELECT id FROM school_closure WHERE circonscription_uai = ?")
                .param(circo.uai())
                .query(Long.class)
                .single();
        closures.reopen(id);
        assertThat(box(circo.directors().get(0))).isEmpty();
        closures.close(circo.uai(), null, WEDNESDAY, null, "Neige");
        time.startAt(LATE.plus(Duration.ofDays(1)));
        assertThat(box(circo.directors().get(0))).isEmpty();
    }

    private Elements box(Agent reader) throws Exception {
        return visitor.page(reader, "/").select(CLOSED);
    }
}
