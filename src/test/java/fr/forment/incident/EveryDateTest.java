package fr.forment.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import fr.forment.HouseTest;
import fr.forment.french.French;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A session on several dates: whatever shows or exports it shows each of them. */
@HouseTest
class EveryDateTest extends ToldSession {

    private static final LocalDate SECOND = WEDNESDAY.plusWeeks(8);

    @BeforeEach
    void spread() throws Exception {
        String page = "/sessions/" + session.id() + "/dates";
        var form = post(page)
                .param(
                        "vu",
                        visitor.page(circo.ien(), page).select("input[name=vu]").attr("value"))
                .param("motive", "Deux temps")
                .param("shortNotice", "true");
        for (LocalDate day : List.of(WEDNESDAY, SECOND)) {
            form.param("jour", day.toString()).param("debut", "14:00").param("fin", "14:45");
        }
        assertThat(visitor.refused(
                        circo.ien(),
                        form.param("formateur", "", String.valueOf(circo.erun().id()))))
                .isEmpty();
        driver.runDue();
    }

    @Test
    void theWeeksAndTheHoursOfEachPeriodHoldBoth() throws Exception {
        var page = visitor.page(circo.ien(), path("/calendrier"));
        assertThat(page.select("table.weeks a").eachText()).containsExactly("ligne 1", "ligne 1");
        assertThat(page.select("table.weeks").text())
                .contains("14 h à 14 h 45", circo.cpc().fullName(), circo.erun().fullName());
        assertThat(page.select("#plot-desc").text()).contains("45 min").doesNotContain("1 h 30");
    }

    @Test
    void thePageAndTheSheetsSayAllOfThem() throws Exception {
        String both = French.day(WEDNESDAY) + ", de 14 h à 14 h 45 ; " + French.day(SECOND) + ", de 14 h à 14 h 45";
        assertThat(visitor.page(circo.ien(), path("")).select("main").text()).contains("Plusieurs dates : " + both);
        assertThat(visitor.page(circo.directors().get(0), path(""))
                        .select("main")
                        .text())
                .contains("Plusieurs dates : " + both);
        assertThat(text("/sessions.csv")).contains(both);
        assertThat(text("/gaia-rapport.csv")).isNotEmpty();
        try (var book = new ReadableWorkbook(new java.io.ByteArrayInputStream(file("/plan.xlsx")))) {
            assertThat(book.getFirstSheet().read().get(1).getCellText(16)).isEqualTo(both);
        }
    }

    @Test
    void thePapersHoldARowForEach() throws Exception {
        for (String paper : List.of("/plan.pdf", "/ecoles/" + circo.schools().get(0) + "/formations.pdf")) {
            try (var document = Loader.loadPDF(file(paper))) {
                assertThat(new PDFTextStripper().getText(document))
                        .as(paper)
                        .contains(French.numeric(WEDNESDAY), French.numeric(SECOND));
            }
        }
    }

    @Test
    void anAgendaHoldsAnAppointmentForEachWithTheNamesTheSessionGivesThem() throws Exception {
        List<VEvent> events = Biweekly.parse(text("/sessions.ics")).first().getEvents();
        assertThat(events)
                .extracting(event -> event.getDateStart()
                        .getValue()
                        .toInstant()
                        .atZone(ZoneId.of("Europe/Paris"))
                        .toLocalDate())
                .containsExactly(WEDNESDAY, SECOND);
        assertThat(events.get(1).getUid().getValue())
                .isEqualTo(events.get(0).getUid().getValue().replace("session-1@", "session-1.2@"));
        String own = new String(
                visitor.as(circo.erun(), get(path("/mes-sessions.ics"))).getContentAsByteArray(),
                StandardCharsets.UTF_8);
        assertThat(Biweekly.parse(own).first().getEvents())
                .as("the one who stands in")
                .hasSize(1);
    }

    private String path(String what) {
        return "/plans/" + plan.planId() + what;
    }

    private String text(String what) throws Exception {
        return new String(file(what), StandardCharsets.UTF_8);
    }

    private byte[] file(String what) throws Exception {
        var answer = visitor.as(circo.ien(), get(path(what)));
        assertThat(answer.getStatus()).as(what).isEqualTo(200);
        return answer.getContentAsByteArray();
    }
}
