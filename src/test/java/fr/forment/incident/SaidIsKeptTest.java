package fr.forment.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.forment.HouseTest;
import fr.forment.account.AgentFunction;
import fr.forment.french.French;
import fr.forment.people.Agent;
import fr.forment.people.NewAgent;
import fr.forment.plan.AmendmentService;
import fr.forment.plan.ComputedPlanService;
import fr.forment.plan.Plan;
import fr.forment.plan.calculation.Absence;
import fr.forment.plan.calculation.EarliestStart;
import fr.forment.plan.calculation.PlanFacts;
import fr.forment.resource.Closures;
import fr.forment.resource.Room;
import fr.forment.resource.RoomService;
import fr.forment.resource.TrainerResources;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.util.UriUtils;

/** What somebody says that happened is kept, whoever keeps the record and whatever is open; what is near is said. */
@HouseTest
@Tag("attack")
class SaidIsKeptTest extends ToldSession {

    private static final LocalDate NEXT = WEDNESDAY.plusDays(28);

    @Autowired
    ComputedPlanService computed;

    @Autowired
    AmendmentService amendments;

    @Autowired
    TrainerResources resources;

    @Autowired
    Closures closed;

    @Autowired
    RoomService rooms;

    @Autowired
    RecheckClock recheck;

    @Autowired
    HitSessions hits;

    private Agent adviser;

    @Override
    void furtherLines() {
        adviser = ground.agent(NewAgent.inDepartement(
                "Vallée" + letters(circo.uai()), "Aïcha", circo.uai() + "@exemple.invalid", AgentFunction.CPD, "035"));
        jdbc.sql("""
                INSERT INTO trainer_certification (agent_id, module_code, granted, from_day, decided_by, decided_on)
                VALUES (?, 'PRES-ECOLE', TRUE, DATE '2026-01-01', 'ien', DATE '2026-09-01')""").param(adviser.id()).update();
        approved.line(
                plan,
                2,
                "VAGUE",
                "PRES-ECOLE",
                NEXT,
                LocalTime.of(14, 0),
                90,
                20,
                adviser.id(),
                List.of("DIRECTEUR", "ENSEIGNANT"),
                Map.of(circo.schools().get(1), 3));
        jdbc.sql("UPDATE planned_session SET place = ? WHERE plan_id = ? AND line = 2")
                .params(circo.schools().get(1), plan.planId())
                .update();
    }

    @Test
    void theAbsenceOfSomebodyOfTheDepartementStaysInThePlansOfTheCirconscriptionAndNowhereElse() throws Exception {
        String told = answered(absence());
        Plan amendment = plans.latest(plan.projectId()).orElseThrow();
        assertThat(amendment.isAmendment()).isTrue();
        assertThat(told).contains("est notée pour les plans de la circonscription", "mission numérique");
        Absence away = Absence.wholeDays(adviser.id(), NEXT.minusDays(2), NEXT.plusDays(2));
        for (long version : List.of(plan.planId(), amendment.id())) {
            assertThat(computed.basis(version).facts().conditions().absences())
                    .as("whoever looks for a better version knows")
                    .contains(away);
        }
        recheck.look();
        assertThat(hits.of(plan.planId()))
                .as("and what the resources say hits the version in force")
                .extracting(HitSessions.Hit::line)
                .contains(2);
        assertThat(resources.absences(List.of(adviser.id()), LocalDate.MIN))
                .as("other circonscriptions hear it from whoever keeps his days")
                .isEmpty();

        String page = "/ressources/formateurs/" + adviser.id();
        Document mine = visitor.page(circo.erun(), page);
        assertThat(mine.text()).contains("noté par une circonscription pour ses seuls plans");
        var other = ground.circonscription(1);
        assertThat(visitor.page(other.erun(), page).text()).doesNotContain("noté par une circonscription");
        String back = mine.select("form[action*=/absences/][action$=/retirer]").attr("action");
        assertThat(visitor.refused(other.erun(), post(back))).isNotNull();
        assertThat(rows()).isEqualTo(1);
        visitor.as(circo.erun(), post(back));
        assertThat(rows()).isZero();
        assertThat(computed.basis(amendment.id()).facts().conditions().absences())
                .doesNotContain(away);
    }

    /** Two who say it leave one row. */
    @Test
    void saidTwiceItIsKeptOnce() throws Exception {
        String page = absence();
        String seen = visitor.page(circo.erun(), page).select("input[name=vu]").attr("value");
        answered(page);
        visitor.as(circo.cpc(), post(page).param("vu", seen));
        answered(page);
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void whileAnAmendmentIsOpenThePageLeadsToItAndNotesWhatHappened() throws Exception {
        ground.as(circo.erun());
        long open = amendments.prepare(plan.planId(), "Une salle de plus").id();
        String snow = "/plans/" + plan.planId() + "/evenement?quoi=FERMETURE&ecoles=toutes&motif=Neige&du=" + NEXT;
        Document page = visitor.page(circo.cpc(), snow);
        assertThat(page.select("section[aria-labelledby=decider] button").eachText())
                .contains("Noter, et continuer dans l'avenant")
                .doesNotContain("Préparer l'avenant");
        assertThat(page.select("main a[href='/plans/" + open + "']")).isNotEmpty();
        String seen = page.select("input[name=vu]").attr("value");
        var answer = visitor.as(circo.cpc(), post(snow).param("vu", seen));
        assertThat(answer.getRedirectedUrl()).isEqualTo("/plans/" + open + "/evenement");
        assertThat(closed.of(circo.uai())).hasSize(1);
        assertThat(visitor.page(circo.cpc(), "/plans/" + open + "/evenement")
                        .select("section[aria-labelledby=touchees]")
                        .text())
                .contains("ligne 2");
        assertThat(plans.ofProject(plan.projectId())).hasSize(2);
    }

    /** The amendment was prepared while the page was being read: what happened is noted all the same. */
    @Test
    void anAmendmentThatSomebodyPreparedMeanwhileLosesNothing() throws Exception {
        String snow = "/plans/" + plan.planId() + "/evenement?quoi=FERMETURE&ecoles=toutes&motif=Neige&du=" + NEXT;
        String seen = visitor.page(circo.cpc(), snow).select("input[name=vu]").attr("value");
        ground.as(circo.erun());
        long open = amendments.prepare(plan.planId(), "Une salle de plus").id();
        var answer = visitor.as(circo.cpc(), post(snow).param("vu", seen));
        assertThat(answer.getRedirectedUrl()).isEqualTo("/plans/" + open + "/evenement");
        assertThat(closed.of(circo.uai())).hasSize(1);
    }

    @Test
    void aPlanThatWasReplacedLeadsToTheOneInForce() throws Exception {
        long now = approved.amended(plan).planId();
        Document page = visitor.page(
                circo.cpc(), "/plans/" + plan.planId() + "/evenement?quoi=FERMETURE&ecoles=toutes&du=" + NEXT);
        assertThat(page.select("section[aria-labelledby=decider] button")).isEmpty();
        assertThat(page.select("main").text()).contains("n'est plus en vigueur");
        assertThat(page.select("main a[href^='/plans/" + now + "/evenement?quoi=FERMETURE']"))
                .isNotEmpty();
    }

    @Test
    void theRoomLostOnTheEvePressesThoughTheDateStays() throws Exception {
        String lost = "Médiathèque, Redon";
        jdbc.sql("UPDATE training_session SET place = ? WHERE id = ?")
                .params(lost, session.id())
                .update();
        jdbc.sql("UPDATE planned_session SET place = 'Redon' WHERE plan_id = ? AND line = 1")
                .param(plan.planId())
                .update();
        ground.as(circo.ien());
        for (String name : List.of("Médiathèque", "Mairie")) {
            rooms.add(new Room(0, 0, circo.uai(), name, null, "Redon", 30, null, null, null, null, null));
        }
        time.startAt(LATE.minus(Duration.ofDays(1)));
        Document page = visitor.page(
                circo.ien(),
                "/plans/" + plan.planId() + "/evenement?quoi=SALLE&du=" + WEDNESDAY + "&lieu="
                        + UriUtils.encode(lost, StandardCharsets.UTF_8));
        assertThat(page.select("section[aria-labelledby=changements]").text())
                .contains("Médiathèque, Redon →")
                .doesNotContain("salle à réserver →");
        assertThat(page.select("section[aria-labelledby=decider]").text())
                .contains("Cela presse", "Ligne 1 : mercredi 18 novembre 2026");
    }

    @Test
    void nobodyIsSentToANewProjectWhereASchoolMayEnterThisOne() throws Exception {
        String text = visitor.page(circo.ien(), "/plans/" + plan.planId() + "/evenement?quoi=ARRIVEE")
                .text();
        Document page = visitor.page(circo.ien(), "/plans/" + plan.planId() + "/evenement?quoi=ARRIVEE");
        assertThat(text).doesNotContain("se choisissent à sa création", "un nouveau projet");
        assertThat(page.select("main a[href='/projets/" + plan.projectId() + "/entree']"))
                .isNotEmpty();
    }

    /** As whoever looks for other dates counts: a vague that has not begun waits for its trainers. */
    @Test
    void aSchoolThatEntersIsToldTheDayAfterTheTrainersAreTrained() throws Exception {
        LocalDate trained = WEDNESDAY.plusDays(1);
        approved.line(
                plan,
                9,
                "FORMATEURS",
                "PRES-CADRES",
                trained,
                LocalTime.of(9, 0),
                180,
                20,
                circo.supplier().id(),
                List.of("ERUN", "CPC"),
                Map.of());
        jdbc.sql("UPDATE vague SET state = 'PREPARATION' WHERE id = ?")
                .param(plan.vagueId())
                .update();
        PlanFacts facts = computed.basis(plan.planId()).facts();
        LocalDate first = EarliestStart.ofVague(facts, facts.vague(1).orElseThrow(), trained)
                .day();
        assertThat(first).isAfter(facts.from());
        assertThat(visitor.page(circo.ien(), "/projets/" + plan.projectId() + "/entree")
                        .text())
                .contains(French.day(first), "la fin de la formation des formateurs", "même quinzaine");
    }

    /** Somebody away for a month leads two sessions, one of which must follow the other: both say that he is away. */
    @Test
    void whoIsHitHimselfSaysSoThoughHeAlsoFollowsAnother() throws Exception {
        approved.line(
                plan,
                3,
                "VAGUE",
                "PEDA-1",
                WEDNESDAY.plusDays(7),
                LocalTime.of(14, 0),
                60,
                20,
                circo.cpc().id(),
                List.of("ENSEIGNANT"),
                Map.of(circo.schools().get(0), 3));
        jdbc.sql("UPDATE planned_session SET place = ? WHERE plan_id = ? AND line = 3")
                .params(circo.schools().get(2), plan.planId())
                .update();
        for (Agent other : List.of(circo.erun(), circo.ien(), circo.supplier(), circo.dsi(), adviser)) {
            jdbc.sql(
                            "INSERT INTO trainer_absence (agent_id, from_day, until_day) VALUES (?, DATE '2026-09-01', DATE '2027-08-31')")
                    .param(other.id())
                    .update();
        }
        Document page = visitor.page(
                circo.erun(),
                "/plans/" + plan.planId() + "/evenement?quoi=ABSENCE&qui="
                        + circo.cpc().id() + "&du=" + WEDNESDAY.minusDays(1) + "&au=" + WEDNESDAY.plusDays(20));
        assertThat(page.select("section[aria-labelledby=touchees] tbody tr").eachText())
                .filteredOn(row -> row.startsWith("ligne 1 ") || row.startsWith("ligne 3 "))
                .hasSize(2)
                .allMatch(row -> row.contains("n'est pas disponible"), "the one who leads it is away");
    }

    /** What each line costs and what all of them cost is one account, also where people come and go. */
    @Test
    void whatEachLineCostsAddsUpWhenASchoolLeaves() throws Exception {
        for (int at = 0; at < 3; at++) {
            jdbc.sql("UPDATE school SET latitude = ?, longitude = -1.9 WHERE uai = ?")
                    .params(47.6 + at * 0.05, circo.schools().get(at))
                    .update();
        }
        for (int line : List.of(3, 4)) {
            approved.line(
                    plan,
                    line,
                    "VAGUE",
                    line == 3 ? "PEDA-1" : "PEDA-2",
                    WEDNESDAY.plusDays(7L * line),
                    LocalTime.of(14, 0),
                    60,
                    20,
                    circo.cpc().id(),
                    List.of("ENSEIGNANT"),
                    Map.of(circo.schools().get(0), 3, circo.schools().get(1), 2));
            jdbc.sql("UPDATE planned_session SET place = ? WHERE plan_id = ? AND line = ?")
                    .params(circo.schools().get(2), plan.planId(), line)
                    .update();
        }
        Document page = visitor.page(
                circo.ien(),
                "/plans/" + plan.planId() + "/evenement?quoi=DEPART&ecole="
                        + circo.schools().get(0));
        List<String> lines = page.select("section[aria-labelledby=changements] details")
                .first()
                .select("li")
                .eachText();
        assertThat(lines).hasSizeGreaterThan(1).allMatch(line -> line.contains("Coût : "));
        int total = kilometres(
                page.select("section[aria-labelledby=changements] > p").text());
        assertThat(total).isNegative();
        assertThat(lines.stream().mapToInt(SaidIsKeptTest::kilometres).sum()).isEqualTo(total);
    }

    private static int kilometres(String told) {
        Matcher found =
                Pattern.compile("(\\d+) personnes?-kilomètres? de (plus|moins)").matcher(told);
        return found.find() ? Integer.parseInt(found.group(1)) * (found.group(2).equals("plus") ? 1 : -1) : 0;
    }

    /** A name of its own in each test: people's names hold no figures. */
    private static String letters(String uai) {
        return uai.toLowerCase(Locale.ROOT)
                .chars()
                .mapToObj(each -> String.valueOf((char) (Character.isDigit(each) ? 'a' + each - '0' : each)))
                .collect(Collectors.joining());
    }

    private String absence() {
        return "/plans/" + plan.planId() + "/evenement?quoi=ABSENCE&qui=" + adviser.id() + "&du=" + NEXT.minusDays(2)
                + "&au=" + NEXT.plusDays(2);
    }

    private String answered(String page) throws Exception {
        String seen = visitor.page(circo.erun(), page).select("input[name=vu]").attr("value");
        return String.valueOf(visitor.result(circo.erun(), post(page).param("vu", seen))
                .getFlashMap()
                .get("done"));
    }

    private int rows() {
        return jdbc.sql("SELECT COUNT(*) FROM trainer_absence WHERE agent_id = ?")
                .param(adviser.id())
                .query(Integer.class)
                .single();
    }
}
