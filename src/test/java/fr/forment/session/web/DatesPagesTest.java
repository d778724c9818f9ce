package fr.forment.session.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.Visitor;
import fr.forment.catalogue.Format;
import fr.forment.catalogue.TrainerKind;
import fr.forment.hours.HoursLedger;
import fr.forment.mail.Dispatcher;
import fr.forment.mail.MailBox;
import fr.forment.mail.QueuedMail;
import fr.forment.people.Agent;
import fr.forment.session.Enrolment;
import fr.forment.session.EnrolmentState;
import fr.forment.session.NewSession;
import fr.forment.session.SessionGround;
import fr.forment.session.SessionService;
import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
import fr.forment.session.halfday.HalfDay;
import fr.forment.session.halfday.SessionHalfDays;
import fr.forment.session.halfday.StandInService;
import java.time.LocalDate;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** One session on several dates: everybody comes to all of them, is free between them, and each has its trainer. */
@HouseTest
@Tag("attack")
class DatesPagesTest {

    private static final LocalDate FIRST = SessionGround.WEDNESDAY.toLocalDate();
    private static final LocalDate SECOND = FIRST.plusWeeks(2);

    @Autowired
    TestGround ground;

    @Autowired
    SessionGround some;

    @Autowired
    SessionService service;

    @Autowired
    Sessions sessions;

    @Autowired
    SessionHalfDays halfDays;

    @Autowired
    StandInService standIns;

    @Autowired
    HoursLedger hours;

    @Autowired
    MailBox mails;

    @Autowired
    Dispatcher dispatcher;

    @Autowired
    Visitor visitor;

    @Autowired
    JdbcClient jdbc;

    private Circo circo;
    private Agent teacher;
    private TrainingSession session;
    private Enrolment seat;
    private String page;

    @BeforeEach
    void oneDate() {
        circo = ground.circonscription(3);
        teacher = circo.teachers().get(0);
        session = some.session(circo, 5, 1);
        seat = some.enrol(session, teacher);
        page = "/sessions/" + session.id() + "/dates";
    }

    @Test
    void severalDatesAreOneSessionAndTheTimeBetweenIsNobodys() throws Exception {
        assertThat(visitor.page(circo.erun(), "/sessions/" + session.id()).select("a[href=" + page + "]"))
                .hasSize(1);
        assertThat(visitor.refused(circo.erun(), dates("", FIRST, SECOND))).contains("Indiquez le motif");
        assertThat(visitor.refused(circo.erun(), dates("Deux temps", SECOND, FIRST)))
                .as("in whatever order")
                .isEmpty();
        TrainingSession now = now();
        assertThat(now.minutes()).isEqualTo(2 * 120);
        assertThat(now.startsAt().toLocalDate()).isEqualTo(FIRST);
        assertThat(now.endsAt().toLocalDate()).isEqualTo(SECOND);
        assertThat(halfDays.of(now))
                .extracting(half -> half.startsAt().toLocalDate())
                .containsExactly(FIRST, SECOND);
        assertThat(hours.entMinutesLeft(teacher.id(), "2026-2027"))
                .as("the hours follow")
                .isEqualTo(360 - 240);
        assertThat(visitor.page(teacher, "/sessions/" + session.id()).text())
                .contains("de 9 h à 11 h", "mercredi 2 décembre 2026, de 9 h à 11 h", "4 h");

        TrainingSession between = some.session(circo, FIRST.plusWeeks(1).atTime(9, 0), 5, 1);
        assertThat(some.enrol(between, circo.teachers().get(1)).state()).isEqualTo(EnrolmentState.INSCRIT);
        assertThat(enrolsElsewhere(FIRST.plusWeeks(1), teacher))
                .as("free between")
                .isEmpty();
        assertThat(enrolsElsewhere(SECOND, teacher)).contains("même moment");
    }

    @Test
    void aSchoolClosedOnOneOfTheDatesIsTold() throws Exception {
        assertThat(visitor.refused(circo.erun(), dates("Deux temps", FIRST, SECOND)))
                .isEmpty();
        jdbc.sql(
                        "INSERT INTO school_closure (circonscription_uai, school_uai, from_day, until_day, reason) VALUES (?, ?, ?, ?, 'Travaux')")
                .params(circo.uai(), teacher.schoolUai(), SECOND, SECOND)
                .update();
        assertThat(visitor.page(circo.erun(), "/sessions/" + session.id()).text())
                .contains("école attendue est fermée le mercredi 2 décembre 2026");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-11", "2026-11-22", "2026-12-23", "2027-05-06"})
    void aSessionIsNotMovedToAHolidayAndNothingIsLost(String day) throws Exception {
        String form = "/sessions/" + session.id();
        String seen = visitor.page(circo.erun(), form)
                .select("form[action$=/reporter] input[name=vu]")
                .val();
        int letters = lettersOf(teacher).size();
        var typed = post(form + "/reporter")
                .param("vu", seen)
                .param("day", day)
                .param("time", "14h30")
                .param("motive", "La salle n'est pas libre");
        assertThat(visitor.refused(circo.erun(), typed)).contains("n'est pas un jour de classe");
        assertThat(now().startsAt()).isEqualTo(session.startsAt());
        assertThat(lettersOf(teacher)).hasSize(letters);
    }

    @Test
    void whatCannotBeIsRefusedAndWhatWasTypedStays() throws Exception {
        assertThat(visitor.refused(circo.erun(), dates("Motif", FIRST, LocalDate.of(2026, 11, 11))))
                .contains("n'est pas un jour de classe");
        assertThat(visitor.refused(circo.erun(), dates("Motif", FIRST, FIRST))).contains("se chevauchent");
        assertThat(visitor.refused(circo.erun(), line(dates("Motif", FIRST), SECOND, "11:00", "9:00", "")))
                .contains("finit avant");
        assertThat(visitor.refused(circo.erun(), line(dates("Motif", FIRST), SECOND, "5:00", "8:00", "")))
                .contains("après 7 h");
        assertThat(visitor.refused(circo.erun(), line(dates("Motif", FIRST), SECOND, "tantôt", "8:00", "")))
                .contains("mercredi 2 décembre");
        assertThat(visitor.refused(circo.erun(), line(dates("Motif"), SECOND, "9,5", "12:00", "")))
                .as("alone on its page, it was cut at the comma and read as nine o'clock")
                .contains("mercredi 2 décembre");
        assertThat(visitor.refused(
                        circo.erun(),
                        dates("Motif")
                                .param("jour", "02/12/2026")
                                .param("debut", "11:00")
                                .param("fin", "9:00")
                                .param("formateur", "")))
                .as("a day as people write it is read")
                .contains("finit avant");
        assertThat(visitor.refused(
                        circo.erun(),
                        post(page).param("vu", seen()).param("jour", "").param("motive", "M")))
                .contains("Gardez au moins une demi-journée");
        assertThat(visitor.refused(circo.erun(), dates("Motif", FIRST, LocalDate.of(9999, 12, 1))))
                .contains("trop lointaine");
        for (String endless : new String[] {"+999999999-12-31", "20262-12-02"}) {
            assertThat(visitor.refused(
                            circo.erun(),
                            dates("Motif", FIRST)
                                    .param("jour", endless)
                                    .param("debut", "9:00")
                                    .param("fin", "12:00")
                                    .param("formateur", "")))
                    .as(endless)
                    .isNotBlank();
        }
        assertThat(visitor.refused(
                        circo.erun(),
                        post("/sessions/" + session.id() + "/reporter")
                                .param("vu", seen())
                                .param("day", "-99999999-01-04")
                                .param("time", "9:00")
                                .param("motive", "M")))
                .contains("date à venir");

        some.session(circo, SECOND.atTime(10, 0), 5, 1);
        assertThat(visitor.refused(circo.erun(), dates("Motif", FIRST, SECOND)))
                .as("the trainer has another session then")
                .contains("déjà pris");
        assertThat(visitor.refused(
                        circo.erun(),
                        line(
                                dates("Motif", FIRST),
                                SECOND,
                                "9:00",
                                "11:00",
                                String.valueOf(circo.erun().id()))))
                .as("and the room as well")
                .contains("une autre session a lieu au même endroit");
        jdbc.sql("""
                INSERT INTO school_closure (circonscription_uai, school_uai, from_day, until_day, reason)
                VALUES (?, ?, ?, ?, 'Travaux')""")
                .params(circo.uai(), session.place(), SECOND.plusWeeks(1), SECOND.plusWeeks(1))
                .update();
        assertThat(visitor.refused(circo.erun(), dates("Motif", FIRST, SECOND.plusWeeks(1))))
                .contains("est fermée");
        assertThat(now().isOnSeveralDays()).isFalse();
        assertThat(now().startsAt()).isEqualTo(session.startsAt());
    }

    @Test
    void aHalfDayHasATrainerOfItsOwnWhoMovesAlong() throws Exception {
        Agent standIn = circo.erun();
        assertThat(visitor.refused(
                        circo.secretary(),
                        line(dates("Deux temps", FIRST), SECOND, "9:00", "11:00", String.valueOf(standIn.id()))))
                .isEmpty();
        assertThat(templates(standIn)).contains("session/halfDayEntrusted");
        assertThat(some.session(circo, SECOND.atTime(9, 0).plusDays(0), 5, 1).id())
                .as("the session's own trainer is free on that date: elsewhere he may train")
                .isNotNull();
        assertThat(trainers()).containsExactly(null, standIn.id());
        assertThat(visitor.page(circo.secretary(), "/sessions/" + session.id()).text())
                .as("each date names its own")
                .contains("Formateur ", ", " + standIn.fullName() + " (");

        service.postpone(session.id(), SessionGround.WEDNESDAY.plusWeeks(1).withHour(9), null, "Neige");
        assertThat(halfDays.of(now()))
                .extracting(HalfDay::startsAt)
                .containsExactly(
                        FIRST.plusWeeks(1).atTime(9, 0), SECOND.plusWeeks(1).atTime(9, 0));
        assertThat(trainers()).as("stand-ins survive the move").containsExactly(null, standIn.id());
        assertThat(lettersOf(standIn)).as("and hear of it").anySatisfy(letter -> assertThat(letter.bodyText())
                .contains("9 décembre"));
    }

    @Test
    void aStandInOfOneDateMovesAlongToo() {
        TrainingSession whole = service.open(new NewSession(
                circo.uai(),
                null,
                "PRES-ECOLE",
                FIRST.plusWeeks(1).atTime(9, 0),
                300,
                circo.schools().get(1),
                Format.PRESENTIEL,
                10,
                1,
                TrainerKind.FOURNISSEUR,
                circo.supplier().id(),
                false));
        ground.as(circo.secretary());
        standIns.entrust(whole.id(), 2, circo.erun().id());
        service.postpone(whole.id(), FIRST.plusWeeks(2).atTime(9, 0), null, "Neige");
        assertThat(halfDays.of(sessions.find(whole.id()).orElseThrow()))
                .extracting(HalfDay::trainerId)
                .containsExactly(null, circo.erun().id());
    }

    @Test
    void twoHandsAtOnceAreTold() throws Exception {
        String seen = seen();
        assertThat(visitor.refused(circo.erun(), dates("Une", FIRST, SECOND))).isEmpty();
        assertThat(visitor.refused(circo.secretary(), dates(seen, "Autre", FIRST, SECOND.plusWeeks(1))))
                .as("the page was read before")
                .isNotEmpty();
        assertThat(now().endsAt().toLocalDate()).isEqualTo(SECOND);
    }

    @Test
    void aTrainerOfOneDateNamedMeanwhileIsNotOverwritten() throws Exception {
        assertThat(visitor.refused(circo.erun(), dates("Deux temps", FIRST, SECOND)))
                .isEmpty();
        String seen = seen();
        String standIn = String.valueOf(circo.erun().id());
        assertThat(visitor.refused(circo.erun(), line(dates(seen, "", FIRST), SECOND, "9:00", "11:00", standIn)))
                .isEmpty();
        assertThat(visitor.refused(circo.secretary(), dates(seen, "Autre", FIRST, SECOND.plusWeeks(1))))
                .as("other dates, from a page read before")
                .contains("Quelqu'un a changé cela", circo.erun().fullName());
        assertThat(visitor.refused(
                        circo.secretary(),
                        line(line(dates(seen, ""), FIRST, "9:00", "11:00", standIn), SECOND, "9:00", "11:00", "")))
                .as("another trainer, from a page read before")
                .contains("Quelqu'un a changé cela");
        assertThat(trainers()).containsExactly(null, circo.erun().id());
        assertThat(now().endsAt().toLocalDate()).isEqualTo(SECOND);
    }

    @Test
    void halfDaysAreEntrustedAllOrNone() throws Exception {
        assertThat(visitor.refused(circo.erun(), dates("Deux temps", FIRST, SECOND)))
                .isEmpty();
        assertThat(visitor.refused(
                        circo.erun(),
                        line(
                                line(
                                        dates(""),
                                        FIRST,
                                        "9:00",
                                        "11:00",
                                        String.valueOf(circo.erun().id())),
                                SECOND,
                                "9:00",
                                "11:00",
                                String.valueOf(teacher.id()))))
                .contains("est inscrite à la session");
        assertThat(trainers()).containsExactly(null, null);
        assertThat(templates(circo.erun())).doesNotContain("session/halfDayEntrusted");
    }

    /** Whoever is to give the session is asked for on each of its dates, not on the first alone. */
    @Test
    void whoTakesASessionOverIsFreeOnEachOfItsDates() throws Exception {
        assertThat(visitor.refused(circo.erun(), dates("Deux temps", FIRST, SECOND)))
                .isEmpty();
        TrainingSession taken = service.open(new NewSession(
                circo.uai(),
                null,
                "SENS-CHGT",
                SECOND.atTime(9, 30),
                60,
                "Mairie de Redon",
                Format.PRESENTIEL,
                5,
                1,
                TrainerKind.FOURNISSEUR,
                circo.supplier().id(),
                false));
        ground.as(circo.secretary());
        assertThatThrownBy(
                        () -> service.entrustTo(session.id(), circo.supplier().id()))
                .hasMessageContaining("déjà pris par une autre session");
        assertThat(taken.trainerId()).isEqualTo(circo.supplier().id());
    }

    @Test
    void whoLeavesStandsInNoMore() throws Exception {
        assertThat(visitor.refused(
                        circo.secretary(),
                        line(
                                dates("Deux temps", FIRST),
                                SECOND,
                                "9:00",
                                "11:00",
                                String.valueOf(circo.erun().id()))))
                .isEmpty();
        ground.as(circo.secretary());
        standIns.leave(session.id(), circo.erun().id(), SECOND.plusDays(1));
        assertThat(trainers())
                .as("that day he is still here")
                .containsExactly(null, circo.erun().id());
        standIns.leave(session.id(), circo.erun().id(), SECOND);
        assertThat(trainers()).containsExactly(null, null);
    }

    private String enrolsElsewhere(LocalDate day, Agent who) throws Exception {
        TrainingSession other = service.open(new NewSession(
                circo.uai(),
                null,
                "SENS-CHGT",
                day.atTime(9, 30),
                60,
                "Mairie de " + day,
                Format.PRESENTIEL,
                5,
                1,
                TrainerKind.FOURNISSEUR,
                circo.supplier().id(),
                false));
        return visitor.refused(
                circo.erun(), post("/sessions/" + other.id() + "/inscrire").param("agent", String.valueOf(who.id())));
    }

    private List<Long> trainers() {
        return halfDays.of(now()).stream().map(HalfDay::trainerId).toList();
    }

    private TrainingSession now() {
        return sessions.find(session.id()).orElseThrow();
    }

    private String seen() throws Exception {
        Document shown = visitor.page(circo.erun(), page);
        return shown.select("input[name=vu]").attr("value");
    }

    private List<QueuedMail> lettersOf(Agent reader) {
        return mails.about("").stream()
                .filter(mail -> mail.toAddress().equals(reader.email()))
                .toList();
    }

    /** What stays where it was is not put off, and more needs no reason. */
    @Test
    void aDateThatIsOnlyAddedIsSaidSoAndNeedsNoMotive() throws Exception {
        dispatcher.run();
        assertThat(visitor.refused(
                        circo.erun(),
                        line(
                                line(post(page).param("vu", seen()), FIRST, "14:00", "15:30", ""),
                                SECOND,
                                "9 h",
                                "11 h",
                                "")))
                .isEmpty();
        assertThat(now().isOnSeveralDays()).isTrue();
        assertThat(letterOfDates(teacher)).satisfies(mail -> {
            assertThat(mail.subject()).contains("Une date a été ajoutée").doesNotContain("reportée");
            assertThat(mail.bodyText())
                    .contains("est maintenue et une date a été ajoutée", "Toutes les dates")
                    .doesNotContain("reportée", "Motif");
        });
        assertThat(visitor.refused(circo.erun(), dates("Salle prise", SECOND, SECOND.plusWeeks(1))))
                .isEmpty();
        assertThat(letterOfDates(teacher).subject()).contains("Session reportée");
    }

    private QueuedMail letterOfDates(Agent reader) {
        return lettersOf(reader).stream()
                .filter(mail -> mail.template().equals("session/postponed"))
                .reduce((one, later) -> later)
                .orElseThrow();
    }

    private List<String> templates(Agent reader) {
        return lettersOf(reader).stream().map(QueuedMail::template).toList();
    }

    private MockHttpServletRequestBuilder dates(String motive, LocalDate... days) throws Exception {
        return dates(seen(), motive, days);
    }

    private MockHttpServletRequestBuilder dates(String seen, String motive, LocalDate... days) {
        MockHttpServletRequestBuilder request =
                post(page).param("motive", motive).param("vu", seen);
        for (LocalDate day : days) {
            line(request, day, "9 h", "11h00", "");
        }
        return request;
    }

    private static MockHttpServletRequestBuilder line(
            MockHttpServletRequestBuilder request, LocalDate day, String start, String end, String trainer) {
        return request.param("jour", day.toString())
                .param("debut", start)
                .param("fin", end)
                .param("formateur", trainer);
    }
}
