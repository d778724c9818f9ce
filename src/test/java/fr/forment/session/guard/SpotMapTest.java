package fr.forment.session.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.catalogue.Format;
import fr.forment.catalogue.TrainerKind;
import fr.forment.french.Refusal;
import fr.forment.plan.calculation.Conditions;
import fr.forment.plan.calculation.Pace;
import fr.forment.plan.calculation.PlanFacts;
import fr.forment.plan.calculation.RoomFacts;
import fr.forment.plan.calculation.SchoolFacts;
import fr.forment.plan.calculation.Whereabouts;
import fr.forment.resource.Room;
import fr.forment.resource.RoomService;
import fr.forment.session.NewSession;
import fr.forment.session.SessionGround;
import fr.forment.session.SessionService;
import fr.forment.session.TrainingSession;
import fr.forment.session.guard.SpotMap.Spot;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sessions count the road as plans do: what a plan allows no session refuses, and the other way round. */
@HouseTest
class SpotMapTest {

    @Autowired
    TestGround ground;

    @Autowired
    SpotMap map;

    @Autowired
    RoomService rooms;

    @Autowired
    SessionService sessions;

    @Autowired
    JdbcClient jdbc;

    private Circo circo;
    private String near;
    private String far;

    @BeforeEach
    void ground() {
        circo = ground.circonscription(2);
        near = circo.schools().get(0);
        far = circo.schools().get(1);
        lies(near, "Bruz", 48.02, -1.75);
        lies(far, "Guichen", 47.97, -1.80);
        ground.as(circo.ien());
        rooms.add(new Room(0, 0, circo.uai(), "Médiathèque", null, "Guichen", 20, null, null, null, 47.99, -1.60));
        rooms.add(new Room(0, 0, circo.uai(), "Préau", null, "Bruz", 20, null, null, null, null, null));
    }

    private void lies(String uai, String commune, double latitude, double longitude) {
        jdbc.sql("UPDATE school SET commune = ?, latitude = ?, longitude = ? WHERE uai = ?")
                .params(commune, latitude, longitude, uai)
                .update();
    }

    @Test
    void isTheMapOfPlans() {
        List<String> places =
                List.of(near, far, "Bruz", "Guichen", "Médiathèque, Guichen", "Préau, Bruz", "Nulle part", "0000000A");
        var plans = new Whereabouts(facts());
        SpotMap.Roads roads = map.of(places.stream().map(this::spot).collect(Collectors.toSet()));
        for (String one : places) {
            for (String other : places) {
                assertThat(roads.minutes(spot(one), spot(other)))
                        .as("%s – %s", one, other)
                        .isEqualTo(plans.minutes(one, other));
            }
        }
        assertThat(roads.minutes(spot(near), spot("Préau, Bruz"))).isZero();
        assertThat(roads.minutes(spot(near), spot("Médiathèque, Guichen"))).isBetween(15, 25);
        assertThat(roads.minutes(spot(near), spot("Nulle part"))).isEqualTo(30);
    }

    @Test
    void aTrainerIsGivenNoSessionHeCannotReach() {
        TrainingSession first =
                sessions.open(at(SessionGround.WEDNESDAY, near, circo.cpc().id()));
        LocalDateTime then = first.endsAt().plusMinutes(5);
        assertThatThrownBy(() -> sessions.open(at(then, far, circo.cpc().id())))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("n'a pas le temps de faire la route")
                .hasMessageContaining("de route, 5 min entre les deux");
        TrainingSession second = sessions.open(at(then, far, null));
        assertThatThrownBy(() -> sessions.entrustTo(second.id(), circo.cpc().id()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("n'a pas le temps de faire la route");
        assertThat(sessions.open(at(
                                first.endsAt().plusMinutes(60), far, circo.cpc().id()))
                        .trainerId())
                .as("an hour is enough")
                .isEqualTo(circo.cpc().id());
    }

    private Spot spot(String place) {
        return new Spot(circo.uai(), place);
    }

    private NewSession at(LocalDateTime start, String place, Long trainer) {
        return new NewSession(
                circo.uai(),
                null,
                "PEDA-1",
                start,
                60,
                place,
                Format.PRESENTIEL,
                5,
                1,
                TrainerKind.EQUIPE_CIRCONSCRIPTION,
                trainer,
                false);
    }

    private PlanFacts facts() {
        List<SchoolFacts> schools = Stream.of(school(near, "Bruz", 48.02, -1.75), school(far, "Guichen", 47.97, -1.80))
                .toList();
        return new PlanFacts(
                        circo.uai(),
                        LocalDate.of(2026, 11, 2),
                        LocalDate.of(2027, 6, 30),
                        "Bruz",
                        day -> true,
                        List.of(),
                        List.of(),
                        schools,
                        List.of(),
                        List.of(),
                        List.of(),
                        new Pace(30, 5, 1, 15),
                        Map.of())
                .with(Conditions.NONE.withRooms(List.of(
                        new RoomFacts("Médiathèque, Guichen", "Guichen", 47.99, -1.60, 20, null, null),
                        new RoomFacts("Préau, Bruz", "Bruz", null, null, 20, null, null))));
    }

    private static SchoolFacts school(String uai, String commune, double latitude, double longitude) {
        return new SchoolFacts(uai, uai, commune, null, latitude, longitude, 5, false, 0);
    }
}
