package fr.forment.session.halfday;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.Visitor;
import fr.forment.catalogue.Format;
import fr.forment.catalogue.TrainerKind;
import fr.forment.people.Agent;
import fr.forment.people.StaffService;
import fr.forment.resource.CertificationService;
import fr.forment.resource.TrainerResourceService;
import fr.forment.session.NewSession;
import fr.forment.session.SessionGround;
import fr.forment.session.SessionService;
import fr.forment.session.TrainingSession;
import java.time.LocalDate;
import java.util.List;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whom the team may choose to stand in: who may lead the module first, nobody who cannot come. */
@HouseTest
class StandInChoicesTest {

    private static final LocalDate DAY = SessionGround.WEDNESDAY.toLocalDate();

    @Autowired
    TestGround ground;

    @Autowired
    SessionGround some;

    @Autowired
    SessionService service;

    @Autowired
    CertificationService certifications;

    @Autowired
    TrainerResourceService resources;

    @Autowired
    StaffService staff;

    @Autowired
    Visitor visitor;

    private Circo circo;
    private TrainingSession session;

    @BeforeEach
    void aSession() {
        circo = ground.circonscription(3);
        session = some.session(circo, 10, 1);
        ground.as(circo.ien());
    }

    @Test
    void certifiedPeopleComeFirstAndTheOthersAreSaidToBeWithoutTheRight() throws Exception {
        Agent certified = circo.teachers().get(0);
        certifications.decide(certified.id(), "PRES-ECOLE", true, DAY.minusYears(1), null);
        List<Element> groups = groups();
        assertThat(groups.get(0).attr("label")).isEqualTo("Habilités pour ce module");
        assertThat(people(groups.get(0))).contains(name(certified));
        assertThat(groups.subList(1, groups.size())).isNotEmpty().allSatisfy(group -> assertThat(group.attr("label"))
                .contains("non habilités pour ce module"));
        assertThat(all()).doesNotContain(name(circo.cpc())); // who gives it already
    }

    @Test
    void nobodyIsOfferedWhoIsAwayTakenSeatedGoneOrWithoutLeave() throws Exception {
        Agent away = circo.teachers().get(0);
        Agent taken = circo.directors().get(1);
        Agent seated = circo.teachers().get(1);
        Agent gone = circo.teachers().get(2);
        Agent withdrawn = circo.directors().get(2);
        List.of(away, taken, seated, gone, withdrawn)
                .forEach(agent -> certifications.decide(agent.id(), "PRES-ECOLE", true, DAY.minusYears(2), null));
        assertThat(all()).contains(name(away), name(taken), name(seated), name(gone), name(withdrawn));

        resources.away(away.id(), DAY, null, null, "");
        service.open(new NewSession(
                circo.uai(),
                null,
                "PRES-ECOLE",
                session.startsAt().plusMinutes(30),
                90,
                circo.schools().get(1),
                Format.PRESENTIEL,
                10,
                1,
                TrainerKind.EQUIPE_CIRCONSCRIPTION,
                taken.id(),
                false));
        some.enrol(session, seated);
        staff.leave(gone.id(), DAY.minusDays(1));
        certifications.decide(withdrawn.id(), "PRES-ECOLE", false, DAY.minusYears(1), null);
        assertThat(all()).isNotEmpty().doesNotContain(name(seated), name(gone), name(withdrawn));
        assertThat(people(groups().get(0))).doesNotContain(name(away), name(taken));
        assertThat(groups().get(1).attr("label")).contains("pris ou absents");
        assertThat(groups().get(1).select("option").eachText())
                .anySatisfy(text -> assertThat(text).startsWith(name(away)).endsWith("a dit son absence"))
                .anySatisfy(
                        text -> assertThat(text).startsWith(name(taken)).endsWith("déjà prise par une autre session"));
    }

    @Test
    void nobodyLooksThroughAllTeachers() throws Exception {
        assertThat(all())
                .doesNotContain(
                        name(circo.teachers().get(0)), name(circo.teachers().get(3)));
        assertThat(visitor.page(circo.erun(), "/sessions/" + session.id())
                        .select("#trainer option")
                        .eachText())
                .anySatisfy(text -> assertThat(text).startsWith(name(circo.erun())))
                .noneSatisfy(text ->
                        assertThat(text).startsWith(name(circo.teachers().get(0))));
    }

    private List<Element> groups() throws Exception {
        return visitor.page(circo.erun(), "/sessions/" + session.id() + "/dates")
                .select("#formateur1 optgroup");
    }

    private List<String> all() throws Exception {
        return groups().stream().flatMap(group -> people(group).stream()).toList();
    }

    private static List<String> people(Element group) {
        return group.select("option").eachText().stream()
                .map(text -> text.replaceAll(" – .*", ""))
                .toList();
    }

    private static String name(Agent agent) {
        return agent.lastName() + " " + agent.firstName();
    }
}
