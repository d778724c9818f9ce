package fr.forment.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who brings files for a long time leaves places to everybody else. */
@Tag("attack")
class UploadPlacesTest {

    private final UploadDoor door = new UploadDoor(null);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch sent = new CountDownLatch(1);
    private final AtomicInteger inside = new AtomicInteger();

    @AfterEach
    void stop() {
        sent.countDown();
        threads.shutdownNow();
    }

    private CompletableFuture<Integer> brings(String who, String role) {
        return CompletableFuture.supplyAsync(
                        () -> {
                            var request = new MockHttpServletRequest("POST", "/camunda/api/file");
                            request.setContentType("multipart/form-data; boundary=x");
                            request.setContent(new byte[10]);
                            var response = new MockHttpServletResponse();
                            SecurityContextHolder.getContext()
                                    .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                                            who,
                                            "",
                                            AuthorityUtils.createAuthorityList(
                                                    "ROLE_" + role,
                                                    "GROUP_" + role,
                                                    "GROUP_" + role + "." + who,
                                                    "AGENT_" + who)));
                            try {
                                door.doFilter(request, response, (req, res) -> {
                                    inside.incrementAndGet();
                                    try {
                                        sent.await();
                                    } catch (InterruptedException end) {
                                        Thread.currentThread().interrupt();
                                    }
                                });
                            } catch (Exception e) {
                                throw new IllegalStateException(e);
                            } finally {
                                SecurityContextHolder.clearContext();
                            }
                            return response.getStatus();
                        },
                        threads)
                .orTimeout(30, TimeUnit.SECONDS); // who is let in against the rule would stay for ever
    }

    private void in(int count) {
        await().atMost(Duration.ofSeconds(10)).until(() -> inside.get() == count);
    }

    @Test
    void fourDirectorsLeavePlacesToDirectorsAndAllDirectorsToTheTeam() {
        List<CompletableFuture<Integer>> all = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            all.add(brings("mechant" + i / 2, "DIRECTEUR"));
        }
        in(8);
        assertThat(brings("mechant0", "DIRECTEUR").join())
                .as("two for one person, after a moment")
                .isEqualTo(503);
        for (int i = 0; i < 4; i++) {
            all.add(brings("directrice" + i, "DIRECTEUR"));
        }
        in(12);
        assertThat(brings("directeur", "DIRECTEUR").join()).as("after a moment").isEqualTo(503);
        all.add(brings("secretaire", "SECRETAIRE"));
        in(13);
        CompletableFuture<Integer> waits = brings("directeur", "DIRECTEUR");
        assertThat(waits.isDone()).isFalse();
        sent.countDown();
        all.add(waits);
        assertThat(all.stream().map(CompletableFuture::join))
                .as("who waited too")
                .containsOnly(200);
    }

    @Test
    void aThirdClickOfOnePersonWaitsForTheFirstTwo() {
        List<CompletableFuture<Integer>> all = new ArrayList<>();
        all.add(brings("presse", "ERUN"));
        all.add(brings("presse", "ERUN"));
        in(2);
        CompletableFuture<Integer> third = brings("presse", "ERUN");
        assertThat(third).isNotDone();
        sent.countDown();
        all.add(third);
        assertThat(all.stream().map(CompletableFuture::join)).containsOnly(200);
    }
}
