package fr.forment.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.forment.HouseTest;
import fr.forment.french.Refusal;
import fr.forment.phase.SmallMovesService;
import fr.forment.plan.AmendmentService;
import fr.forment.plan.Plan;
import fr.forment.plan.PlanEditingService;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.SessionChange;
import fr.forment.session.DateAnswer;
import fr.forment.session.SessionDateService;
import fr.forment.session.SessionHandsService;
import fr.forment.session.SessionWords;
import fr.forment.session.TrainingSession;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What a plan holds one after the other stays so by whatever road a session is moved; where it is lost all the same, it
 * stands on the plan, on the vague and on both sessions. Line 1 is what lines 2 (the next module) and 3 (parents) need.
 */
@HouseTest
class BrokenOrderTest extends ToldSession {

    private static final LocalDate SECOND = WEDNESDAY.plusDays(7);
    private static final LocalDate PARENTS = WEDNESDAY.plusDays(8);

    @Autowired
    SessionHandsService hands;

    @Autowired
    SessionDateService fixing;

    @Autowired
    SessionWords words;

    @Autowired
    SmallMovesService small;

    @Autowired
    AmendmentService amendments;

    @Autowired
    PlanEditingService editing;

    @Override
    void furtherLines() {
        line(2, "PEDA-1", SECOND, List.of("ENSEIGNANT"));
        line(3, "PRES-PARENTS", PARENTS, List.of("PARENT"));
        line(4, "PEDA-2", SECOND.plusDays(14), List.of("ENSEIGNANT"));
    }

    private void line(int number, String module, LocalDate day, List<String> profiles) {
        approved.line(
                plan,
                number,
                "VAGUE",
                module,
                day,
                LocalTime.of(14, 0),
                60,
                20,
                null,
                profiles,
                Map.of(circo.schools().get(0), 3));
    }

    @Test
    void whoeverMovesWhatNeedsAnotherReadsTheFirstDayThatDoes() {
        for (var who : List.of(circo.erun(), circo.ien())) {
            ground.as(who);
            assertThatThrownBy(() -> move(2, WEDNESDAY.minusDays(1)))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("La session de son prérequis", "(ligne 1 du plan)")
                    .hasMessageContaining("première date possible : le jeudi 19 novembre 2026");
            assertThatThrownBy(() -> move(3, WEDNESDAY))
                    .hasMessageContaining("Les parents seraient réunis avant la formation de qui leur présente l'ENT");
        }
        ground.as(circo.erun());
        move(2, WEDNESDAY.plusDays(1));
        assertThat(of(2).day()).isEqualTo(WEDNESDAY.plusDays(1));
    }

    @Test
    void whoeverMovesWhatAnotherNeedsReadsWhichOneToMoveFirst() {
        for (var who : List.of(circo.erun(), circo.ien())) {
            ground.as(who);
            assertThatThrownBy(() -> move(1, SECOND))
                    .hasMessageContaining("(ligne 2 du plan) a lieu le mercredi 25 novembre 2026")
                    .hasMessageContaining("déplacez d'abord la session de la ligne 2");
        }
        ground.as(circo.ien());
        move(3, SECOND.plusDays(9));
        move(2, SECOND.plusDays(7));
        move(1, SECOND);
        assertThat(of(1).day()).isEqualTo(SECOND);
    }

    /** Parents need what presents the ENT to them, and not all that their school follows. */
    @Test
    void whatParentsNeedNotMayPassThem() {
        ground.as(circo.ien());
        move(2, PARENTS.plusDays(1));
        assertThat(of(2).day()).isEqualTo(PARENTS.plusDays(1));
    }

    @Test
    void allThatMustMoveFirstAreNamedTogether() {
        ground.as(circo.ien());
        assertThatThrownBy(() -> move(1, SECOND.plusDays(7)))
                .hasMessageContaining("déplacez d'abord les sessions des lignes 2 et 3 du plan");
    }

    @Test
    void sessionsThatCannotChangeAreNamedTogether() {
        jdbc.sql("UPDATE training_session SET state = 'ANNULEE' WHERE plan_line IN (2, 3, 4) AND project_id = ?")
                .param(of(1).projectId())
                .update();
        ground.as(circo.erun());
        assertThat(small.hindrances(
                        plans.find(plan.planId()).orElseThrow(),
                        List.of(moved(2, SECOND), moved(3, SECOND), moved(4, SECOND))))
                .containsExactly(
                        "les sessions des lignes 2 à 4 ne sont pas encore ouvertes, ou ne peuvent plus changer");
    }

    /** The task "Fixer la date" knows no tolerance, but the order. */
    @Test
    void aDateThatIsSoughtKeepsTheOrderToo() {
        jdbc.sql("UPDATE training_session SET state = 'DATE_A_FIXER' WHERE id = ?")
                .param(of(1).id())
                .update();
        ground.as(circo.erun());
        assertThatThrownBy(() -> fixing.record(
                        of(1).id(), new DateAnswer("REPORTER", SECOND.toString(), "14:00", "Neige", null, null, null)))
                .hasMessageContaining("déplacez d'abord la session de la ligne 2");
    }

    @Test
    void sessionsThatMoveTogetherAreJudgedTogether() {
        Plan inForce = plans.find(plan.planId()).orElseThrow();
        ground.as(circo.erun());
        assertThat(small.hindrances(inForce, List.of(moved(1, SECOND))))
                .anyMatch(text -> text.contains("déplacez d'abord la session de la ligne 2"));
        assertThat(small.hindrances(
                        inForce, List.of(moved(1, SECOND), moved(2, SECOND.plusDays(1)), moved(3, SECOND.plusDays(2)))))
                .isEmpty();
    }

    private SmallMovesService.Move moved(int line, LocalDate day) {
        PlannedSession before = line(plan.planId(), line);
        return new SmallMovesService.Move(
                before,
                new SessionChange(day, before.start(), before.place(), before.trainerAgentId(), before.capacity())
                        .on(before));
    }

    @Test
    void anOrderThatIsLostIsSaidOnEveryPageAndLeadsToTheDates() throws Exception {
        assertThat(visitor.page(circo.erun(), "/plans/" + plan.planId()).text()).doesNotContain("prérequis, ");
        lose(1, SECOND.plusDays(1));

        Document page = visitor.page(circo.erun(), "/plans/" + plan.planId());
        assertThat(page.select("section[aria-labelledby=alertes]").text())
                .contains(
                        "session de son prérequis",
                        "La session de la ligne 2, « ",
                        "», a lieu le mercredi 25 novembre 2026",
                        "les parents seraient");
        assertThat(visitor.page(circo.erun(), "/sessions/" + of(1).id()).text())
                .contains("La session de la ligne 2 du plan ne peut venir qu'après celle-ci");
        assertThat(visitor.page(circo.erun(), "/sessions/" + of(2).id()).text())
                .contains("La session de son prérequis");
        Document blocked = visitor.page(circo.erun(), "/projets/" + plan.projectId() + "/vagues/1/blocages");
        Element line = blocked.select("main tbody tr").stream()
                .filter(row -> row.text().contains("prérequis"))
                .findFirst()
                .orElseThrow();
        assertThat(line.text()).contains("Équipe de circonscription");
        assertThat(line.select("a").attr("href")).isEqualTo("/sessions/" + of(2).id() + "/dates");

        lose(1, WEDNESDAY);
        assertThat(visitor.page(circo.erun(), "/plans/" + plan.planId()).text())
                .doesNotContain("session de son prérequis");
    }

    /** An amendment copies what was approved: a session moved by hand since then is elsewhere. */
    @Test
    void anAmendmentIsJudgedByWhereTheOthersNowAre() {
        lose(2, SECOND.plusDays(7));
        ground.as(circo.cpc());
        long amendment = amendments.prepare(plan.planId(), "Autre jour").id();
        assertThat(plans.warnings(amendment)).noneMatch(each -> each.text().contains("session de son prérequis"));
        PlannedSession last = line(amendment, 4);
        assertThatThrownBy(() -> editing.change(
                        amendment,
                        4,
                        new SessionChange(
                                SECOND.plusDays(7), last.start(), last.place(), last.trainerAgentId(), last.capacity()),
                        now -> {}))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("(ligne 2) n'aura pas encore eu lieu");
        assertThat(line(amendment, 4)).isEqualTo(last);
    }

    private PlannedSession line(long version, int number) {
        return plans.sessions(version).stream()
                .filter(each -> each.line() == number)
                .findFirst()
                .orElseThrow();
    }

    private void lose(int line, LocalDate day) {
        jdbc.sql("UPDATE training_session SET starts_at = ?, ends_at = ? WHERE id = ?")
                .params(day.atTime(14, 0), day.atTime(15, 0), of(line).id())
                .update();
    }

    private void move(int line, LocalDate day) {
        TrainingSession now = of(line);
        hands.postpone(now.id(), words.shown(now).sent(), day.atTime(14, 0), null, "Neige", true);
    }

    private TrainingSession of(int line) {
        return sessions.ofVague(plan.vagueId()).stream()
                .filter(each -> each.planLine() == line)
                .findFirst()
                .orElseThrow();
    }
}
