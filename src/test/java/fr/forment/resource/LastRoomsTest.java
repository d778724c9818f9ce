package fr.forment.resource;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Two people take the last two rooms of a school off at the same moment: it has none, and everybody knows. */
@HouseTest
@Tag("attack")
class LastRoomsTest {

    private static final int ROUNDS = 8;

    @Autowired
    TestGround ground;

    @Autowired
    RoomService service;

    @Autowired
    Rooms rooms;

    @Test
    void neitherBelievesThatTheOtherRoomIsLeft() throws Exception {
        Circo circo = ground.circonscription(1);
        String school = circo.schools().get(0);
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < ROUNDS; round++) {
                ground.as(circo.ien());
                List<Long> both = List.of(service.add(room(circo, "Préau")), service.add(room(circo, "Atelier")));
                assertThat(rooms.lost(circo.uai())).isEmpty();
                CyclicBarrier together = new CyclicBarrier(2);
                List<Future<?>> done = both.stream()
                        .<Future<?>>map(id -> two.submit(() -> {
                            ground.as(circo.ien());
                            together.await();
                            service.remove(id);
                            return id;
                        }))
                        .toList();
                for (Future<?> each : done) {
                    each.get();
                }
                assertThat(rooms.lost(circo.uai())).extracting(LostPlace::place).containsExactly(school);
            }
        } finally {
            two.shutdownNow();
        }
    }

    private static Room room(Circo circo, String name) {
        return new Room(0, 0, circo.uai(), name, circo.schools().get(0), null, 20, null, null, null, null, null);
    }
}
