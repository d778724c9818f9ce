package fr.forment.session.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.catalogue.Format;
import fr.forment.catalogue.TrainerKind;
import fr.forment.session.NewSession;
import fr.forment.session.SessionGround;
import fr.forment.session.SessionService;
import fr.forment.session.TrainingSession;
import fr.forment.session.web.ListedSessions.Sight;
import fr.forment.territory.Clocks;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Lists of sessions are chosen, counted and cut by the database. */
@HouseTest
class ListedSessionsTest {

    @Autowired
    ListedSessions listed;

    @Autowired
    TestGround ground;

    @Autowired
    SessionGround some;

    @Autowired
    SessionService sessions;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Clock clock;

    @Test
    void cutsWhatComesAndWhatIsOverEachByItself() {
        Circo circo = ground.circonscription(1);
        List<Long> made = IntStream.range(0, 55)
                .mapToObj(i -> sessions.open(withoutTrainer(circo)).id())
                .toList();
        jdbc.update("UPDATE training_session SET state = 'ANNULEE' WHERE id = ?", made.get(3));
        jdbc.update(
                "UPDATE training_session SET starts_at = TIMESTAMP '2020-01-08 14:00:00', ends_at = TIMESTAMP '2020-01-08 15:30:00' WHERE id = ?",
                made.get(9));
        var first = listed.of(sight(circo, Set.of(), Set.of(), "", ""), 1, 1);
        assertThat(first.coming().total()).isEqualTo(53);
        assertThat(first.coming().rows())
                .hasSize(50)
                .extracting(TrainingSession::id)
                .startsWith(made.get(0));
        assertThat(first.past().rows()).extracting(TrainingSession::id).containsExactly(made.get(3), made.get(9));
        assertThat(listed.of(sight(circo, Set.of(), Set.of(), "", ""), 2, 7)
                        .coming()
                        .rows())
                .extracting(TrainingSession::id)
                .containsExactly(made.get(52), made.get(53), made.get(54));
    }

    @Test
    void showsOwnPeopleAndOwnSessionsOfOtherPlacesAndOneModuleOnly() {
        Circo circo = ground.circonscription(1);
        Circo other = ground.circonscription(1);
        var here = some.session(circo, 10, 1);
        var there = some.session(other, 10, 1);
        some.enrol(there, other.teachers().get(0));
        Long person = other.teachers().get(0).id();
        assertThat(coming(new Sight(Set.of(), Set.of(person), Set.of(), "", "")))
                .containsExactly(there.id());
        assertThat(coming(sight(circo, Set.of(person), Set.of(), "", ""))).contains(here.id(), there.id());
        assertThat(coming(sight(circo, Set.of(person), Set.of(), circo.uai(), "")))
                .containsExactly(here.id());
        assertThat(coming(sight(circo, Set.of(), Set.of(), "", "CLASSE-1"))).isEmpty();
        assertThat(coming(new Sight(Set.of(), Set.of(), Set.of(), "", ""))).isEmpty();
        var mine = new Sight(Set.of(circo.uai()), Set.of(person), Set.of(here.id()), "", "");
        assertThat(coming(mine)).as("the reader's own stand elsewhere").containsExactly(there.id());
        jdbc.update("UPDATE training_session SET state = 'CLOTUREE' WHERE id = ?", here.id());
        assertThat(listed.of(mine, 1, 1).past().rows())
                .as("once over they stand with the others")
                .extracting(TrainingSession::id)
                .containsExactly(here.id());
    }

    @Test
    void isOverAtTheClockOfItsPlace() {
        Circo far = ground.circonscription(1);
        jdbc.update(
                "INSERT INTO departement (code, name, academie) SELECT '988', 'Nouvelle-Calédonie', academie FROM departement WHERE code = '035' AND NOT EXISTS (SELECT 1 FROM departement WHERE code = '988')");
        jdbc.update("UPDATE circonscription SET departement_code = '988' WHERE uai = ?", far.uai());
        var session = some.session(far, 10, 1);
        LocalDateTime paris = LocalDateTime.ofInstant(clock.instant(), Clocks.of("035"));
        jdbc.update(
                "UPDATE training_session SET starts_at = ?, ends_at = ? WHERE id = ?",
                paris.plusHours(2),
                paris.plusHours(3),
                session.id());
        assertThat(listed.of(sight(far, Set.of(), Set.of(), "", ""), 1, 1)
                        .past()
                        .rows())
                .as("in Nouméa it is nine or ten hours later than in Paris")
                .extracting(TrainingSession::id)
                .containsExactly(session.id());
    }

    @AfterEach
    void theGroundAsItWas() {
        jdbc.update("UPDATE circonscription SET departement_code = '035' WHERE departement_code = '988'");
        jdbc.update("DELETE FROM departement WHERE code = '988'");
    }

    private static NewSession withoutTrainer(Circo circo) {
        return new NewSession(
                circo.uai(),
                null,
                "PRES-ECOLE",
                SessionGround.WEDNESDAY,
                90,
                circo.schools().get(0),
                Format.PRESENTIEL,
                10,
                1,
                TrainerKind.EQUIPE_CIRCONSCRIPTION,
                null,
                false);
    }

    private List<Long> coming(Sight sight) {
        return listed.of(sight, 1, 1).coming().rows().stream()
                .map(TrainingSession::id)
                .toList();
    }

    private static Sight sight(Circo circo, Set<Long> people, Set<Long> own, String circonscription, String module) {
        return new Sight(Set.of(circo.uai()), people, own, circonscription, module);
    }
}
