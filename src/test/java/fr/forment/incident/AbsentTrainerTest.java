package fr.forment.incident;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.HouseTest;
import fr.forment.french.French;
import fr.forment.people.Agent;
import fr.forment.resource.GivenWeek;
import fr.forment.resource.TrainerResourceService;
import fr.forment.session.SessionHandsService;
import fr.forment.session.SessionWords;
import fr.forment.session.halfday.StandInService;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A session under somebody who is absent that day: told wherever somebody can act, whichever was written first. */
@HouseTest
@Tag("attack")
class AbsentTrainerTest extends ToldSession {

    @Autowired
    TrainerResourceService resources;

    @Autowired
    StandInService standIns;

    @Autowired
    SessionHandsService hands;

    @Autowired
    SessionWords words;

    @Autowired
    HitSessions hits;

    @Autowired
    RecheckClock recheck;

    @Test
    void anAbsenceToldAfterwardsIsShownAndWrittenToWhoeverCanAct() throws Exception {
        assertThat(alarms(circo.erun())).isEmpty();
        away(circo.cpc(), WEDNESDAY);

        assertThat(alarms(circo.erun()))
                .contains(circo.cpc().fullName() + " a annoncé une absence le " + French.day(WEDNESDAY));
        assertThat(alarms(circo.cpc())).contains("Vous avez annoncé une absence le " + French.day(WEDNESDAY));
        assertThat(alarms(circo.teachers().get(0))).isEmpty();
        assertThat(blocked(circo.erun()))
                .contains("Personne absente", circo.cpc().fullName() + " a une absence enregistrée");
        assertThat(blocked(circo.dsi()))
                .as("who sees no people reads no name")
                .contains("Personne absente")
                .doesNotContain(circo.cpc().lastName());
        assertThat(letters()).contains(circo.erun().email(), circo.ien().email());
        assertThat(letters()).doesNotContain(circo.teachers().get(0).email());
        assertThat(bodies()).isNotEmpty().noneMatch(text -> text.contains("Raison privée"));

        driver.runDue();
        int once = letters().size();
        away(circo.cpc(), WEDNESDAY.plusDays(1));
        assertThat(letters()).as("another day says nothing new").hasSize(once);
    }

    /** Of a week it does not matter who said it, or where: the session falls on a day that is no longer given. */
    @Test
    void daysOfTheWeekThatAreNoLongerGivenAreToldLikeAnAbsence() throws Exception {
        gives(circo.cpc(), "1M", "3A");
        assertThat(alarms(circo.ien())).as("Wednesday afternoon is given").isEmpty();
        assertThat(letters()).isEmpty();
        gives(circo.cpc(), "1M", "3M", "4A");

        assertThat(alarms(circo.erun()))
                .contains(circo.cpc().fullName() + " ne donne pas ce moment de la semaine aux formations, le "
                        + French.day(WEDNESDAY));
        assertThat(alarms(circo.cpc()))
                .contains("Vous ne donnez pas ce moment de la semaine aux formations, le " + French.day(WEDNESDAY));
        assertThat(alarms(circo.teachers().get(0))).isEmpty();
        assertThat(blocked(circo.erun()))
                .contains("Personne indisponible", circo.cpc().fullName() + " ne donne pas ce moment de la semaine");
        assertThat(blocked(circo.dsi()))
                .contains("Personne indisponible")
                .doesNotContain(circo.cpc().lastName());
        assertThat(letters()).contains(circo.erun().email(), circo.ien().email());
        assertThat(bodies())
                .isNotEmpty()
                .allMatch(text -> text.contains("ne donne pas ce moment de la semaine"))
                .noneMatch(text -> text.contains("une absence est enregistrée"));

        gives(circo.cpc(), "3A");
        assertThat(alarms(circo.ien())).isEmpty();
        assertThat(blocked(circo.ien())).doesNotContain("Personne indisponible");
    }

    /** Also of a week that is taken back, which leaves an older one. */
    @Test
    void theSessionIsHitAndTheFewestMovesAreFound() {
        gives(circo.cpc(), "1M");
        recheck.look();
        assertThat(hits.ofSession(session.id()))
                .hasValueSatisfying(hit -> assertThat(hit.why()).contains("n'est pas disponible"));
        gives(circo.cpc(), "3A");
        recheck.look();
        assertThat(hits.ofSession(session.id())).isEmpty();
    }

    private void gives(Agent who, String... moments) {
        ground.as(circo.ien());
        transaction.executeWithoutResult(
                done -> resources.giveWeek(who.id(), LocalDate.now(clock), null, GivenWeek.of(List.of(moments)), null));
        driver.runDue();
    }

    @Test
    void theAbsenceOfWhoStandsInCountsAndThatOfTheReplacedDoesNot() throws Exception {
        ground.as(circo.ien());
        standIns.entrust(session.id(), 1, circo.erun().id());
        driver.runDue();
        away(circo.cpc(), WEDNESDAY);
        assertThat(alarms(circo.ien())).isEmpty();
        away(circo.erun(), WEDNESDAY);
        assertThat(alarms(circo.ien())).contains(circo.erun().fullName());
        assertThat(blocked(circo.ien()))
                .contains(circo.erun().fullName() + " a une absence enregistrée")
                .doesNotContain(circo.cpc().fullName() + " a une absence enregistrée");
    }

    @Test
    void somebodyElseEndsTheAlarmAndIsTheOneWhoIsNamed() throws Exception {
        away(circo.cpc(), WEDNESDAY);
        assertThat(blocked(circo.ien())).contains(circo.cpc().fullName());
        ground.as(circo.ien());
        hands.entrustTo(
                session.id(),
                words.shown(sessions.find(session.id()).orElseThrow()).sent(),
                circo.erun().id());
        driver.runDue();
        assertThat(alarms(circo.ien())).isEmpty();
        assertThat(blocked(circo.ien()))
                .as("the session's trainer, not the plan's")
                .contains(circo.erun().fullName())
                .doesNotContain(circo.cpc().fullName())
                .doesNotContain("Personne absente");
    }

    /** The plan's trainer is written down as absent before the session is given to him again. */
    @Test
    void aSessionEntrustedToSomebodyAbsentSaysSoToo() throws Exception {
        away(circo.erun(), WEDNESDAY);
        assertThat(alarms(circo.ien())).isEmpty();
        ground.as(circo.ien());
        hands.entrustTo(
                session.id(),
                words.shown(sessions.find(session.id()).orElseThrow()).sent(),
                circo.erun().id(),
                "Sera peut-être revenu");
        driver.runDue();
        assertThat(alarms(circo.ien())).contains(circo.erun().fullName());
        assertThat(letters()).isNotEmpty();
    }

    /** Its people are not summoned: it is held back, and both what it lacks and the date are asked for. */
    @Test
    void whatIsMissingAtItsVeryHourIsLate() throws Exception {
        place("Commune-1");
        assertThat(blocked(circo.erun())).contains("Salle à réserver").doesNotContain("Session à compléter");
        driver.travelTo(WEDNESDAY.atTime(13, 59));
        assertThat(blocked(circo.erun()))
                .contains("Session à compléter ou à dater", "Salle à réserver", "rien en retard");
        driver.travelTo(WEDNESDAY.atTime(14, 0));
        assertThat(blocked(circo.erun()))
                .contains("Session à compléter ou à dater", "Salle à réserver", "en retard")
                .doesNotContain("rien en retard");
        place("Mairie, Rennes");
        assertThat(blocked(circo.erun()))
                .as("only a date is to be found")
                .contains("Session sans date possible")
                .doesNotContain("Salle à réserver", "Session à compléter");
    }

    @Test
    void aSessionAtADistanceWithoutItsAddressIsSaidToWaitForIt() throws Exception {
        jdbc.sql("UPDATE training_session SET format = 'DISTANCE' WHERE id = ?")
                .param(session.id())
                .update();
        place("À distance");
        assertThat(blocked(circo.erun())).contains("Adresse de la visioconférence à indiquer", "Indiquer l'adresse");
        place("https://visio.example/salle");
        assertThat(blocked(circo.erun())).contains("Session à venir").doesNotContain("visioconférence à indiquer");
    }

    private void place(String where) {
        jdbc.sql("UPDATE training_session SET place = ? WHERE id = ?")
                .params(where, session.id())
                .update();
    }

    private void away(Agent who, LocalDate day) {
        ground.as(circo.ien());
        transaction.executeWithoutResult(done -> resources.away(who.id(), day, day, null, "Raison privée"));
    }

    private String alarms(Agent who) throws Exception {
        return visitor.page(who, "/")
                .select("[aria-label='Personnes absentes']")
                .text();
    }

    private String blocked(Agent who) throws Exception {
        return visitor.page(who, "/projets/" + plan.projectId() + "/vagues/1/blocages")
                .select("main")
                .text();
    }

    private List<String> letters() {
        return of("to_address");
    }

    private List<String> bodies() {
        return of("body_text");
    }

    private List<String> of(String column) {
        return jdbc.sql("SELECT " + column + " FROM outbox_mail WHERE about = ? AND template = 'session/trainerAbsent'")
                .param("/sessions/" + session.id())
                .query(String.class)
                .list();
    }
}
