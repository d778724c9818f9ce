package fr.forment.release.process;

import static fr.forment.assertions.FormentAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.catalogue.Catalogue;
import fr.forment.catalogue.Format;
import fr.forment.engine.OpenTasks;
import fr.forment.engine.ProcessDriver;
import fr.forment.engine.TheCase;
import fr.forment.french.Refusal;
import fr.forment.journal.JournalEntry;
import fr.forment.mail.MailBox;
import fr.forment.mail.MailBundles;
import fr.forment.mail.MailState;
import fr.forment.mail.QueuedMail;
import fr.forment.people.Agent;
import fr.forment.project.need.SchoolOpened;
import fr.forment.release.EntRelease;
import fr.forment.release.MaterialKind;
import fr.forment.release.MaterialService;
import fr.forment.release.NewRelease;
import fr.forment.release.ReleaseService;
import fr.forment.release.ReleaseState;
import fr.forment.release.Releases;
import fr.forment.release.TrainingMaterial;
import fr.forment.session.Enrolment;
import fr.forment.session.SessionCancelled;
import fr.forment.session.SessionClosed;
import fr.forment.session.SessionGround;
import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

@HouseTest
class EntReleasePathTest {

    private static final Map<String, String> TRAINING = Map.of(
            "need",
            "FORMATION",
            "changes",
            "La messagerie change de place",
            "day",
            "2026-10-06",
            "time",
            "13:30",
            "place",
            "https://visio.exemple.invalid/maj",
            "trainer",
            "FOURNISSEUR");
    private static final Map<String, String> TUTORIAL =
            Map.of("need", "TUTORIEL", "changes", "La messagerie change de place");
    private static int number;

    @Autowired
    ProcessDriver driver;

    @Autowired
    TestGround ground;

    @Autowired
    ReleaseService service;

    @Autowired
    MaterialService materials;

    @Autowired
    Releases releases;

    @Autowired
    Catalogue catalogue;

    @Autowired
    Sessions sessions;

    @Autowired
    MailBox mails;

    @Autowired
    MailBundles bundles;

    @Autowired
    OpenTasks tasks;

    @Autowired
    SessionGround some;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationEventPublisher events;

    private Circo circo;
    private TrainingMaterial guide;
    private TrainingMaterial other;

    @BeforeEach
    void ground() {
        circo = ground.circonscription(2);
        ground.as(circo.erun());
        guide = materials.add(circo.uai(), "COMM", "Guide de la messagerie", "https://exemple.invalid/guide");
        other = materials.add(circo.uai(), "PEDA-2", "Diaporama", "Armoire de la circonscription");
    }

    @Test
    void trainsTheTeamThenReviewsThenTellsTheSchoolsInService() {
        inService(circo.schools().get(0));
        EntRelease release = announced("COMM");
        TheCase theCase = driver.theCase("entRelease", release.id())
                .passed("flagMaterials")
                .waitsAt("qualify");
        assertThat(isStale(guide)).isTrue();
        assertThat(isStale(other)).isFalse();
        assertThat(theCase.candidatesOf("qualify"))
                .containsExactlyInAnyOrder("erun." + circo.uai(), "ien." + circo.uai());
        assertThat(theCase.formOf("qualify"))
                .containsEntry("stale", "1")
                .containsEntry("affected", catalogue.titles().get("COMM"));
        assertThat(written("flagMaterials", release))
                .containsExactly(circo.erun().email());
        assertThat(theCase.refuses("qualify", Map.of())).contains("Dites ce que demande");
        assertThat(theCase.refuses("qualify", Map.of("need", "TUTORIEL"))).contains("ce qui change");
        assertThat(theCase.refuses("qualify", with("day", "2026-10-24"))).contains("n'est pas un jour de classe");
        assertThat(theCase.refuses("qualify", with("time", "midi"))).contains("n'est pas une heure");

        theCase.completes("qualify", TRAINING).passed("openUpdateSession").waitsAt("teamTrained");
        TrainingSession session = sessions.find(
                        releases.find(release.id()).orElseThrow().sessionId())
                .orElseThrow();
        assertThat(session.moduleCode()).isEqualTo("MAJ");
        assertThat(session.startsAt()).isEqualTo(LocalDateTime.of(2026, 10, 6, 13, 30));
        assertThat(session.trainerId()).isEqualTo(circo.supplier().id());
        assertThat(sessions.enrolments(session.id()))
                .extracting(Enrolment::agentId)
                .contains(circo.erun().id(), circo.ien().id());

        events.publishEvent(new SessionClosed(session.id()));
        theCase.passed("declared").waitsAt("reviewMaterials").passed("askReview");
        assertThat(written("askReview", release))
                .containsExactlyInAnyOrder(circo.erun().email(), circo.cpc().email());
        assertThat(theCase.formOf("reviewMaterials").get("materials").toString())
                .isEqualTo("- Usage communication \\: Guide de la messagerie \\(à revoir\\)");
        assertThat(theCase.refuses("reviewMaterials", Map.of("confirmed", true)))
                .contains("Un support reste à revoir");
        ground.as(circo.cpc());
        materials.review(guide.id(), 0, any -> {}, null);
        assertThat(theCase.refuses("reviewMaterials", Map.of("confirmed", false)))
                .contains("Cochez");
        theCase.completes("reviewMaterials", Map.of("confirmed", true))
                .isEnded()
                .passed("cascade");
        assertThat(state(release)).isEqualTo(ReleaseState.DIFFUSEE);
        assertThat(written("cascade", release))
                .containsExactlyInAnyOrder(
                        circo.directors().get(0).email(),
                        circo.teachers().get(0).email(),
                        circo.teachers().get(1).email());
        assertThat(mails.about("entRelease:cascade:" + release.id()))
                .as("to all schools: a person reads them and lets them go")
                .extracting(QueuedMail::state)
                .containsOnly(MailState.HELD);
        assertThat(mails.about("entRelease:lettersReady:" + release.id()))
                .as("who may let them go is told at once")
                .filteredOn(mail -> mail.state() != MailState.HELD)
                .extracting(QueuedMail::toAddress)
                .containsExactly(circo.erun().email());
        assertThat(bundles.madeFor("/versions/" + release.id()))
                .singleElement()
                .satisfies(bundle -> assertThat(bundle.letters()).isEqualTo(3));
        assertThat(mails.about("entRelease:cascade:" + release.id()).get(0))
                .says("La messagerie change de place", "le tutoriel");
        assertThat(releases.history(release.id()))
                .extracting(JournalEntry::after)
                .startsWith("Accompagnement à décider", "À revoir")
                .endsWith("Courriels aux écoles préparés");
        assertThat(driver.incidents()).isEmpty();
    }

    /** A word for a video conference lets nobody in, and a room is no screen. */
    @Test
    void theTeamMeetsInARoomOrUnderAnAddress() {
        EntRelease release = announced("COMM");
        TheCase theCase = driver.theCase("entRelease", release.id());
        for (String nowhere :
                List.of("Visio", "en VISIOCONFÉRENCE", "à distance", "http://visio.exemple.invalid/maj")) {
            assertThat(theCase.refuses("qualify", with("place", nowhere)))
                    .as(nowhere)
                    .contains("https://");
        }
        theCase.completes("qualify", with("place", "Salle des commissions, Redon"))
                .waitsAt("teamTrained");
        assertThat(sessions.find(releases.find(release.id()).orElseThrow().sessionId()))
                .get()
                .satisfies(session -> assertThat(session.format()).isEqualTo(Format.PRESENTIEL));
    }

    @Test
    void theTeamMeetsInASchoolThatExistsWithATrainerThatExists() {
        TheCase theCase = driver.theCase("entRelease", announced("COMM").id());
        assertThat(theCase.refuses("qualify", with("place", "0350999X")))
                .contains("Ce code n'est pas celui d'une école");
        assertThat(theCase.refuses("qualify", with("trainer", "EVIL"))).contains("Dites qui assure la session");
        assertThat(theCase.refuses("qualify", with("day", "31/02/2027"))).contains("n'existe pas");
        assertThat(theCase.refuses("qualify", with("day", ""))).contains("Indiquez le jour");
        theCase.completes("qualify", with("place", circo.schools().get(0))).waitsAt("teamTrained");
    }

    @Test
    void aMomentAtWhichTheWholeTeamIsTakenIsRefused() {
        driver.theCase("entRelease", announced("COMM").id())
                .completes("qualify", TRAINING)
                .waitsAt("teamTrained");
        EntRelease second = announced("COMM");
        TheCase theCase = driver.theCase("entRelease", second.id());
        assertThat(theCase.refuses("qualify", TRAINING)).contains("formateur est déjà pris");
        assertThat(theCase.refuses("qualify", with("trainer", "A_DESIGNER"))).contains("toute l'équipe est déjà prise");
        assertThat(releases.find(second.id()).orElseThrow().sessionId()).isNull();
    }

    /** What is asked about a version bears the name it has now. */
    @Test
    void theTaskBearsTheCorrectedName() {
        EntRelease release = announced("COMM");
        driver.theCase("entRelease", release.id()).waitsAt("qualify");
        String corrected = "Printemps " + ++number;
        service.correct(
                release.id(),
                new NewRelease(
                        circo.uai(),
                        corrected,
                        release.serviceOn(),
                        "La messagerie passe en haut de la page.",
                        Set.of("COMM"),
                        "https://exemple.invalid/tutoriel"));
        assertThat(tasks.in("entRelease", release.id())).singleElement().satisfies(task -> assertThat(task.name())
                .endsWith("– " + corrected));
    }

    @Test
    void asksAgainWhenTheSessionIsNotHeld() {
        EntRelease release = announced("COMM");
        TheCase theCase = driver.theCase("entRelease", release.id())
                .completes("qualify", TRAINING)
                .waitsAt("teamTrained");
        events.publishEvent(
                new SessionCancelled(releases.find(release.id()).orElseThrow().sessionId()));
        theCase.waitsAt("qualify").didNotPass("askReview");
        assertThat(theCase.formOf("qualify").get("earlier").toString()).contains("n'a pas eu lieu");
        theCase.completes("qualify", TUTORIAL).waitsAt("reviewMaterials");
    }

    @Test
    void missesNoEndOfASessionBeforeItListens() {
        EntRelease release = announced();
        TheCase theCase = driver.theCase("entRelease", release.id()).waitsAt("qualify");
        theCase.submits("qualify", TRAINING);
        events.publishEvent(
                new SessionClosed(releases.find(release.id()).orElseThrow().sessionId()));
        theCase.isEnded().passed("isSessionOver", "cascade").didNotPass("teamTrained", "reviewMaterials");
    }

    @Test
    void leavesOutOfTheSessionWhoIsTakenElsewhere() {
        some.enrol(some.session(circo, LocalDateTime.of(2026, 10, 6, 13, 30), 10, 1), circo.erun());
        EntRelease release = announced();
        driver.theCase("entRelease", release.id())
                .completes("qualify", TRAINING)
                .waitsAt("teamTrained");
        assertThat(sessions.enrolments(releases.find(release.id()).orElseThrow().sessionId()))
                .extracting(Enrolment::agentId)
                .contains(circo.ien().id())
                .doesNotContain(circo.erun().id());
    }

    @Test
    void tellsOnlyDirectorsWhenNothingChanges() {
        inService(circo.schools().get(1));
        EntRelease release = announced("COMM");
        driver.theCase("entRelease", release.id())
                .completes("qualify", Map.of("need", "RIEN"))
                .isEnded()
                .passed("announce");
        assertThat(state(release)).isEqualTo(ReleaseState.SANS_EFFET);
        assertThat(written("announce", release))
                .containsExactly(circo.directors().get(1).email());
    }

    /** Nobody is said to be informed who was not: a school that opens later hears of it then, and once. */
    @Test
    void aSchoolThatOpensLaterHearsOfItWhenItOpens() {
        EntRelease release = announced();
        driver.theCase("entRelease", release.id())
                .completes("qualify", TUTORIAL)
                .isEnded()
                .passed("cascade");
        assertThat(state(release)).isEqualTo(ReleaseState.A_L_OUVERTURE);
        assertThat(written("cascade", release)).isEmpty();

        String school = circo.schools().get(1);
        inService(school);
        for (int told = 0; told < 2; told++) {
            events.publishEvent(new SchoolOpened(1, school));
        }
        assertThat(state(release)).isEqualTo(ReleaseState.DIFFUSEE);
        assertThat(written("cascade", release))
                .containsExactlyInAnyOrder(
                        circo.directors().get(1).email(),
                        circo.teachers().get(2).email(),
                        circo.teachers().get(3).email());

        assertThat(service.correct(
                        release.id(),
                        new NewRelease(
                                circo.uai(),
                                release.label(),
                                LocalDate.of(2026, 10, 19),
                                release.note(),
                                Set.of(),
                                release.tutorial())))
                .as("it is not in service yet")
                .isNotEmpty();
        assertThat(written("cascade", release))
                .as("who was told hears of the other day")
                .hasSize(6);
    }

    @Test
    void aTutorialNeedsItsAddress() {
        EntRelease release = service.declare(new NewRelease(
                circo.uai(), "Version " + ++number, LocalDate.of(2026, 10, 12), "La messagerie.", Set.of(), ""));
        assertThat(driver.theCase("entRelease", release.id()).refuses("qualify", TUTORIAL))
                .contains("Indiquez l'adresse du tutoriel");
        TheCase theCase = driver.theCase("entRelease", release.id());
        assertThat(theCase.formOf("qualify").get("tutorialKnown").toString()).contains("ne donne pas d'adresse");
        assertThat(theCase.refuses("qualify", tutorialAt("exemple"))).contains("commence par https://");
        theCase.completes("qualify", tutorialAt("https://exemple.invalid/tutoriel"))
                .isEnded();
        assertThat(releases.find(release.id()).orElseThrow().tutorial()).isEqualTo("https://exemple.invalid/tutoriel");
    }

    private static Map<String, String> tutorialAt(String address) {
        return Map.of("need", "TUTORIEL", "changes", "La messagerie change de place", "tutorial", address);
    }

    @Test
    void remindsOfTheQualificationAndOfTheReview() {
        EntRelease release = announced("COMM");
        TheCase theCase = driver.theCase("entRelease", release.id());
        assertThat(theCase.dateOf("qualificationLate1")).isEqualTo(LocalDateTime.of(2026, 9, 4, 8, 0));
        theCase.fires("qualificationLate1")
                .fires("qualificationLate2")
                .passed("qualificationReminded1", "qualificationReminded2")
                .waitsAt("qualify");
        assertThat(written("remindQualification", release))
                .containsExactlyInAnyOrder(
                        circo.erun().email(), circo.erun().email(), circo.ien().email());
        theCase.completes("qualify", TUTORIAL)
                .waitsAt("reviewMaterials")
                .fires("reviewLate1")
                .fires("reviewLate2")
                .passed("reviewReminded1", "reviewReminded2")
                .waitsAt("reviewMaterials");
        assertThat(written("remindReview", release))
                .hasSize(5)
                .contains(circo.cpc().email(), circo.ien().email());
    }

    @Test
    void whoAnswersForAMaterialReadsOfItsReviewAndNobodyTwice() {
        materials.describe(
                other.id(),
                any -> {},
                MaterialKind.SUPPORT,
                "Diaporama",
                circo.ien().id(),
                false);
        materials.describe(
                guide.id(),
                any -> {},
                MaterialKind.NOTICE,
                "Guide",
                circo.erun().id(),
                false);
        EntRelease release = announced("COMM", "PEDA-2");
        TheCase theCase = driver.theCase("entRelease", release.id()).completes("qualify", TUTORIAL);
        assertThat(written("askReview", release))
                .containsExactlyInAnyOrder(
                        circo.erun().email(), circo.cpc().email(), circo.ien().email());
        assertThat(letter("askReview", release, circo.ien()))
                .contains("dont vous êtes responsable", "Diaporama")
                .doesNotContain("Guide");
        assertThat(letter("askReview", release, circo.cpc()))
                .contains("Diaporama", "Guide")
                .doesNotContain("dont vous");
        TrainingMaterial stale = releases.material(guide.id()).orElseThrow();
        assertThat(stale.staleRelease()).isEqualTo(release.id());
        assertThat(stale.staleBecause()).isEqualTo("Version " + release.label());
        materials.review(guide.id(), 0, any -> {}, null);
        materials.review(other.id(), 0, any -> {}, null);
        theCase.fires("reviewLate1").waitsAt("reviewMaterials");
        assertThat(letter("remindReview", release, circo.cpc()))
                .as("all is reviewed, and nobody has said so")
                .contains("il reste à le confirmer");
    }

    private String letter(String step, EntRelease release, Agent reader) {
        return mails.about("entRelease:" + step + ":" + release.id()).stream()
                .filter(mail -> mail.toAddress().equals(reader.email()))
                .map(QueuedMail::bodyText)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void isAnnouncedOncePerCirconscription() {
        EntRelease release = announced("COMM");
        assertThatThrownBy(() -> service.declare(
                        new NewRelease(circo.uai(), release.label(), LocalDate.of(2026, 10, 1), "Note", Set.of(), "")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("déjà annoncée");
        assertThatThrownBy(() -> announced("INCONNU"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("catalogue");
    }

    private EntRelease announced(String... modules) {
        return service.declare(new NewRelease(
                circo.uai(),
                "Version " + ++number,
                LocalDate.of(2026, 10, 12),
                "La messagerie passe en haut de la page.",
                Set.of(modules),
                "https://exemple.invalid/tutoriel"));
    }

    private static Map<String, String> with(String key, String value) {
        Map<String, String> form = new java.util.HashMap<>(TRAINING);
        form.put(key, value);
        return form;
    }

    private void inService(String uai) {
        jdbc.sql("""
                INSERT INTO project (version, title, circonscription_uai, school_year, state, created_on, response_threshold, teacher_threshold,
                                     convention_signed, training_environment)
                VALUES (0, 'Essai', ?, '2026-2027', 'VAGUES', '2026-09-01', 80, 60, TRUE, FALSE)""").param(circo.uai()).update();
        Long project = jdbc.sql("SELECT MAX(id) FROM project").query(Long.class).single();
        jdbc.sql(
                        "INSERT INTO vague (version, project_id, rank, title, opens_on, state) VALUES (0, ?, 1, 'Vague 1', '2026-09-01', 'STABILISATION')")
                .param(project)
                .update();
        Long vague = jdbc.sql("SELECT MAX(id) FROM vague").query(Long.class).single();
        jdbc.sql(
                        "INSERT INTO vague_school (version, vague_id, school_uai, state, opened_on) VALUES (0, ?, ?, 'EN_SERVICE', '2026-09-01')")
                .params(vague, uai)
                .update();
    }

    private boolean isStale(TrainingMaterial material) {
        return releases.material(material.id()).orElseThrow().isStale();
    }

    private ReleaseState state(EntRelease release) {
        return releases.find(release.id()).orElseThrow().state();
    }

    private List<String> written(String step, EntRelease release) {
        driver.runDue();
        return mails.about("entRelease:" + step + ":" + release.id() + ":").stream()
                .map(QueuedMail::toAddress)
                .toList();
    }
}
