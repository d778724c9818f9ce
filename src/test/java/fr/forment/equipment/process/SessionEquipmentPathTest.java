package fr.forment.equipment.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.Visitor;
import fr.forment.catalogue.Format;
import fr.forment.catalogue.TrainerKind;
import fr.forment.engine.ProcessDriver;
import fr.forment.engine.TheCase;
import fr.forment.equipment.EquipmentItem;
import fr.forment.equipment.EquipmentKind;
import fr.forment.equipment.EquipmentLine;
import fr.forment.equipment.EquipmentNeedService;
import fr.forment.equipment.EquipmentState;
import fr.forment.equipment.Equipments;
import fr.forment.mail.MailBox;
import fr.forment.mail.QueuedMail;
import fr.forment.people.Agent;
import fr.forment.session.NewSession;
import fr.forment.session.SessionGround;
import fr.forment.session.SessionService;
import fr.forment.session.TrainingSession;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a session needs is asked for, told where it is missing, given back; and the ways through
 * {@code sessionEquipment.bpmn}.
 */
@HouseTest
class SessionEquipmentPathTest {

    private static final String MODULE = "PRES-ECOLE";

    @Autowired
    TestGround ground;

    @Autowired
    SessionGround some;

    @Autowired
    SessionService service;

    @Autowired
    EquipmentNeedService needs;

    @Autowired
    Equipments equipments;

    @Autowired
    MailBox mails;

    @Autowired
    ProcessDriver driver;

    @Autowired
    Visitor visitor;

    @Autowired
    JdbcClient jdbc;

    private Circo circo;

    @BeforeEach
    void aModuleThatNeedsAccounts() {
        circo = ground.circonscription(2);
        needs.need(
                MODULE,
                Set.of(EquipmentKind.ESPACE_ESSAI, EquipmentKind.VIDEOPROJECTEUR),
                needs.shown().sent());
    }

    @AfterEach
    void asBefore() {
        needs.need(MODULE, Set.of(), needs.shown().sent());
    }

    @Test
    void isAskedForBookedMadeReadyAndGivenBack() throws Exception {
        TrainingSession session = some.session(circo, 12, 1);
        some.enrol(session, circo.teachers().get(0));
        TheCase followed = driver.theCase("sessionEquipment", session.id());
        followed.waitsAt("preparationDue");
        assertThat(equipments.ofSession(session.id()))
                .extracting(EquipmentLine::kind, EquipmentLine::wanted, EquipmentLine::state)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(EquipmentKind.ESPACE_ESSAI, 12, EquipmentState.A_RESERVER),
                        org.assertj.core.groups.Tuple.tuple(
                                EquipmentKind.VIDEOPROJECTEUR, 1, EquipmentState.A_RESERVER));
        assertThat(page(circo.erun(), session))
                .contains(
                        "Comptes de l'espace d'essai (bac à sable) : 12",
                        "À réserver",
                        "Circonscription, au plus tard le");

        followed.fires("preparationDue").passed("askPreparation").waitsAt("preparationLate");
        assertThat(told("askPreparation", session)).containsOnly(circo.erun().email());

        EquipmentItem accounts = added("ESPACE_ESSAI", "Espace d'essai", "30", "FOURNISSEUR");
        reserve(EquipmentKind.ESPACE_ESSAI, session, accounts);
        assertThat(line(session, EquipmentKind.ESPACE_ESSAI).state()).isEqualTo(EquipmentState.RESERVE);
        assertThat(mails.about("sessionEquipment:reserved:"
                        + line(session, EquipmentKind.ESPACE_ESSAI).id() + ":"))
                .extracting(QueuedMail::toAddress)
                .containsOnly(circo.supplier().email());

        followed.fires("preparationLate").passed("tellInspector").waitsAt("returnDue");
        assertThat(told("tellInspector", session)).containsOnly(circo.ien().email());

        assertThat(press(circo.supplier(), line(session, EquipmentKind.ESPACE_ESSAI), "pret"))
                .isEmpty();
        assertThat(page(circo.erun(), session)).contains("Prêt");
        driver.travelTo(session.endsAt().plusHours(1));
        assertThat(equipments.ofSession(session.id())).anyMatch(EquipmentLine::isOut);
        followed.fires("returnDue").passed("askReturn").isEnded();
        assertThat(told("askReturn", session)).containsOnly(circo.supplier().email());
        assertThat(press(circo.erun(), line(session, EquipmentKind.ESPACE_ESSAI), "rendre"))
                .isEmpty();
        assertThat(line(session, EquipmentKind.ESPACE_ESSAI).state()).isEqualTo(EquipmentState.RENDU);
    }

    @Test
    void nobodyIsWrittenToAboutWhatIsReady() throws Exception {
        TrainingSession session = some.session(circo, 12, 1);
        TheCase followed = driver.theCase("sessionEquipment", session.id());
        for (var need : List.of(
                added("ESPACE_ESSAI", "Comptes", "30", "CIRCONSCRIPTION"),
                added("VIDEOPROJECTEUR", "Projecteur", "1", "CIRCONSCRIPTION"))) {
            reserve(need.kind(), session, need);
            assertThat(press(circo.erun(), line(session, need.kind()), "pret")).isEmpty();
        }
        followed.fires("preparationDue").fires("preparationLate");
        assertThat(told("askPreparation", session)).isEmpty();
        assertThat(told("tellInspector", session)).isEmpty();
    }

    /** Each body asks for what is its own: one letter of both would hide the other's, and one key would swallow it. */
    @Test
    void twoBodiesThatHaveNobodyAreTwoLettersToWhoStandsInForThem() throws Exception {
        jdbc.sql("UPDATE agent SET left_on = DATE '2026-09-01' WHERE id IN (:gone)")
                .param("gone", List.of(circo.supplier().id(), circo.dsi().id()))
                .update();
        TrainingSession session = some.session(circo, 12, 1);
        TheCase followed = driver.theCase("sessionEquipment", session.id());
        reserve(EquipmentKind.ESPACE_ESSAI, session, added("ESPACE_ESSAI", "Comptes", "30", "FOURNISSEUR"));
        reserve(EquipmentKind.VIDEOPROJECTEUR, session, added("VIDEOPROJECTEUR", "Projecteur", "1", "COLLECTIVITE"));

        followed.fires("preparationDue");
        assertThat(mails.about("sessionEquipment:askPreparation:" + session.id() + ":"))
                .hasSize(2)
                .allMatch(letter -> letter.toAddress().equals(circo.erun().email()))
                .anyMatch(letter -> letter.bodyText().contains("Projecteur"))
                .anyMatch(letter -> letter.bodyText().contains("Comptes"));
    }

    @Test
    void anotherDateOrNoneFreesWhatWasBookedAndSaysSoToWhoPreparedIt() throws Exception {
        TrainingSession session = some.session(circo, 12, 1);
        driver.theCase("sessionEquipment", session.id()).waitsAt("preparationDue");
        EquipmentItem accounts = added("ESPACE_ESSAI", "Espace d'essai", "12", "FOURNISSEUR");
        reserve(EquipmentKind.ESPACE_ESSAI, session, accounts);

        ground.as(circo.ien());
        service.postpone(session.id(), session.startsAt().plusWeeks(1), null, "Salle prise");
        driver.runDue();

        assertThat(line(session, EquipmentKind.ESPACE_ESSAI).state()).isEqualTo(EquipmentState.A_RESERVER);
        assertThat(page(circo.erun(), session)).contains("La date de la session a changé : à réserver de nouveau.");
        assertThat(mails.about("sessionEquipment:freed:" + session.id() + ":"))
                .extracting(QueuedMail::toAddress)
                .containsOnly(circo.supplier().email());
        TrainingSession other = some.session(circo, session.startsAt(), 12, 1);
        driver.runDue();
        reserve(EquipmentKind.ESPACE_ESSAI, other, accounts);

        service.cancel(other.id(), "Grève");
        driver.runDue();
        TrainingSession third = some.session(circo, session.startsAt(), 12, 1);
        driver.runDue();
        reserve(EquipmentKind.ESPACE_ESSAI, third, accounts);
    }

    @Test
    void theNumberFollowsThePlacesAndIsBookedAnewWhereThereIsNotEnough() throws Exception {
        TrainingSession session = some.session(circo, 12, 1);
        driver.theCase("sessionEquipment", session.id()).waitsAt("preparationDue");
        EquipmentItem accounts = added("ESPACE_ESSAI", "Espace d'essai", "30", "FOURNISSEUR");
        reserve(EquipmentKind.ESPACE_ESSAI, session, accounts);

        places(session, 20);
        assertThat(line(session, EquipmentKind.ESPACE_ESSAI))
                .extracting(EquipmentLine::wanted, EquipmentLine::state)
                .containsExactly(20, EquipmentState.RESERVE);
        assertThat(line(session, EquipmentKind.VIDEOPROJECTEUR).wanted())
                .as("one for the session, whatever its places")
                .isEqualTo(1);
        assertThat(resized(session))
                .singleElement()
                .satisfies(letter -> assertThat(letter.bodyText()).contains("20", "au lieu de 12", "vaut toujours"))
                .extracting(QueuedMail::toAddress)
                .isEqualTo(circo.supplier().email());

        places(session, 31);
        assertThat(line(session, EquipmentKind.ESPACE_ESSAI))
                .extracting(EquipmentLine::wanted, EquipmentLine::state)
                .containsExactly(31, EquipmentState.A_RESERVER);
        assertThat(resized(session))
                .filteredOn(letter -> letter.bodyText().contains("à réserver de nouveau"))
                .extracting(QueuedMail::toAddress)
                .containsExactlyInAnyOrder(
                        circo.supplier().email(), circo.erun().email());
    }

    @Test
    void fewerThanAreBookedNamesTheSessionsToWhoBooks() throws Exception {
        TrainingSession one = some.session(circo, 12, 1);
        TrainingSession same = service.open(new NewSession(
                circo.uai(),
                null,
                MODULE,
                one.startsAt().plusMinutes(30),
                90,
                circo.schools().get(1),
                Format.PRESENTIEL,
                12,
                1,
                TrainerKind.FOURNISSEUR,
                circo.supplier().id(),
                false));
        TrainingSession later = some.session(circo, one.startsAt().plusWeeks(1), 12, 1);
        driver.runDue();
        EquipmentItem accounts = added("ESPACE_ESSAI", "Espace d'essai", "30", "CIRCONSCRIPTION");
        for (TrainingSession each : List.of(one, same, later)) {
            reserve(EquipmentKind.ESPACE_ESSAI, each, accounts);
        }
        assertThat(visitor.refused(
                        circo.erun(),
                        post("/materiel/" + accounts.id())
                                .param("quantite", "20")
                                .param("vu", "0")))
                .isEmpty();
        assertThat(mails.about("sessionEquipment:tooFew:" + accounts.id() + ":"))
                .singleElement()
                .satisfies(letter -> {
                    assertThat(letter.toAddress()).isEqualTo(circo.erun().email());
                    assertThat(letter.bodyText())
                            .contains("mercredi 18 novembre 2026 (12)", "Rien n'est annulé")
                            .doesNotContain("25 novembre");
                });
        assertThat(line(one, EquipmentKind.ESPACE_ESSAI).state()).isEqualTo(EquipmentState.RESERVE);
        assertThat(line(same, EquipmentKind.ESPACE_ESSAI).state()).isEqualTo(EquipmentState.RESERVE);
    }

    @Test
    void whatIsMissingStandsOnTheListOfTheSession() throws Exception {
        TrainingSession session = some.session(circo, 12, 1);
        driver.runDue();
        assertThat(page(circo.erun(), session))
                .contains(
                        "À régler avant les convocations",
                        "Matériel, Comptes de l'espace d'essai (bac à sable) : 12",
                        "Matériel, Vidéoprojecteur : 1");
    }

    @Test
    void ofTwoWhoSayAtOnceWhatAModuleNeedsTheSecondIsTold() throws Exception {
        String seen = visitor.page(circo.ien(), "/materiel")
                .select("form[action$=/materiel/modules] input[name=vu]")
                .val();
        assertThat(visitor.refused(circo.ien(), need(seen, "TABLETTES"))).isEmpty();
        assertThat(visitor.refused(circo.ien(), need(seen, "ORDINATEURS")))
                .contains("Quelqu'un a changé cela", "tablettes");
        assertThat(equipments.needs().get(MODULE)).containsExactly(EquipmentKind.TABLETTES);
        assertThat(visitor.refused(circo.ien(), post("/materiel/modules").param("module", MODULE)))
                .contains("rechargez-la");
    }

    private static org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder need(
            String seen, String kind) {
        return post("/materiel/modules")
                .param("module", MODULE)
                .param("genre", kind)
                .param("vu", seen);
    }

    private List<QueuedMail> resized(TrainingSession session) {
        return mails.about("sessionEquipment:resized:"
                + line(session, EquipmentKind.ESPACE_ESSAI).id() + ":");
    }

    private void places(TrainingSession session, int places) throws Exception {
        String seen = visitor.page(circo.erun(), "/sessions/" + session.id())
                .select("form[action$=/places] input[name=vu]")
                .val();
        assertThat(visitor.refused(
                        circo.erun(),
                        post("/sessions/" + session.id() + "/places")
                                .param("vu", seen)
                                .param("capacity", String.valueOf(places))
                                .param("minimum", "1")
                                .param("limite", "")))
                .isEmpty();
    }

    private void reserve(EquipmentKind kind, TrainingSession session, EquipmentItem item) throws Exception {
        EquipmentLine line = line(session, kind);
        assertThat(visitor.refused(
                        circo.erun(),
                        post("/materiel/reservations/" + line.id() + "/reserver")
                                .param("item", String.valueOf(item.id()))
                                .param("vu", String.valueOf(line.version()))))
                .isEmpty();
        assertThat(line(session, kind).state()).isEqualTo(EquipmentState.RESERVE);
    }

    private String press(Agent who, EquipmentLine line, String what) throws Exception {
        return visitor.refused(
                who,
                post("/materiel/reservations/" + line.id() + "/" + what).param("vu", String.valueOf(line.version())));
    }

    private EquipmentItem added(String kind, String name, String quantity, String provider) throws Exception {
        assertThat(visitor.refused(
                        circo.erun(),
                        post("/materiel")
                                .param("circonscription", circo.uai())
                                .param("genre", kind)
                                .param("nom", name)
                                .param("quantite", quantity)
                                .param("fourni", provider)))
                .isEmpty();
        return equipments.items(circo.uai()).stream()
                .filter(item -> item.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private EquipmentLine line(TrainingSession session, EquipmentKind kind) {
        return equipments.ofSession(session.id()).stream()
                .filter(line -> line.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private List<String> told(String step, TrainingSession session) {
        return mails.about("sessionEquipment:" + step + ":" + session.id()).stream()
                .map(QueuedMail::toAddress)
                .toList();
    }

    private String page(Agent who, TrainingSession session) throws Exception {
        return visitor.page(who, "/sessions/" + session.id())
                .text()
                .replace('’', '\'')
                .replace(' ', ' ');
    }
}
