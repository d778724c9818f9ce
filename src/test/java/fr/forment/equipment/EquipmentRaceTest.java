package fr.forment.equipment;

import static fr.forment.attack.together.AtOnce.together;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.Visitor;
import fr.forment.attack.Attack;
import fr.forment.catalogue.Format;
import fr.forment.catalogue.TrainerKind;
import fr.forment.engine.ProcessDriver;
import fr.forment.people.Agent;
import fr.forment.session.NewSession;
import fr.forment.session.SessionGround;
import fr.forment.session.SessionService;
import fr.forment.session.TrainingSession;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Two sessions never have more of one thing on one half-day than there is, and what people type is only text. */
@HouseTest
@Tag("attack")
class EquipmentRaceTest {

    private static final int ROUNDS = Attack.rounds(4, 40);

    @Autowired
    TestGround ground;

    @Autowired
    SessionGround some;

    @Autowired
    SessionService sessions;

    @Autowired
    EquipmentNeedService needs;

    @Autowired
    EquipmentItemService stock;

    @Autowired
    Equipments equipments;

    @Autowired
    ProcessDriver driver;

    @Autowired
    Visitor visitor;

    @AfterEach
    void asBefore() {
        needs.need("PRES-ECOLE", Set.of(), needs.shown().sent());
    }

    @Test
    void theLastAccountsGoToOneOfTwoSessions() throws Exception {
        needs.need(
                "PRES-ECOLE", Set.of(EquipmentKind.ESPACE_ESSAI), needs.shown().sent());
        for (int round = 0; round < ROUNDS; round++) {
            Circo circo = ground.circonscription(1);
            LocalDateTime start = SessionGround.WEDNESDAY;
            TrainingSession one = session(circo, start, 10);
            TrainingSession other = session(circo, start.plusMinutes(30), 8);
            TrainingSession nextDay = session(circo, start.plusDays(1), 12);
            driver.runDue();
            stock.add(circo.uai(), EquipmentKind.ESPACE_ESSAI, "Comptes", 12, EquipmentProvider.FOURNISSEUR);
            List<String> answers = together(
                    reserve(circo, circo.erun(), one),
                    reserve(circo, circo.cpc(), other),
                    reserve(circo, circo.secretary(), nextDay));
            assertThat(answers)
                    .filteredOn(String::isEmpty)
                    .as("one, and that of another day")
                    .hasSize(2);
            assertThat(answers)
                    .filteredOn(answer -> answer.contains("une autre session a réservé le reste"))
                    .hasSize(1);
            assertThat(equipments.ofSession(one.id()).get(0).state())
                    .isNotEqualTo(equipments.ofSession(other.id()).get(0).state());
        }
    }

    @Test
    void whoBooksWhatHeSawTooLateIsTold() throws Exception {
        needs.need(
                "PRES-ECOLE",
                Set.of(EquipmentKind.VIDEOPROJECTEUR),
                needs.shown().sent());
        Circo circo = ground.circonscription(1);
        TrainingSession session = some.session(circo, 10, 1);
        driver.runDue();
        stock.add(
                circo.uai(), EquipmentKind.VIDEOPROJECTEUR, "<b>Projecteur</b>", 1, EquipmentProvider.CIRCONSCRIPTION);
        assertThat(reserve(circo, circo.erun(), session).call()).isEmpty();
        assertThat(reserve(circo, circo.cpc(), session).call())
                .contains("Quelqu'un vient de changer cette réservation");
        var page = visitor.page(circo.erun(), "/materiel");
        assertThat(page.select("main b")).isEmpty();
        assertThat(page.text()).contains("<b>Projecteur</b>");
    }

    private TrainingSession session(Circo circo, LocalDateTime start, int capacity) {
        return sessions.open(new NewSession(
                circo.uai(),
                null,
                "PRES-ECOLE",
                start,
                90,
                circo.schools().get(0),
                Format.PRESENTIEL,
                capacity,
                1,
                TrainerKind.EQUIPE_CIRCONSCRIPTION,
                null,
                false));
    }

    private Callable<String> reserve(Circo circo, Agent who, TrainingSession session) {
        return () -> {
            EquipmentLine line = equipments.ofSession(session.id()).get(0);
            return visitor.refused(
                    who,
                    post("/materiel/reservations/" + line.id() + "/reserver")
                            .param(
                                    "item",
                                    String.valueOf(
                                            equipments.items(circo.uai()).get(0).id()))
                            .param("vu", "0"));
        };
    }
}
