package fr.forment.benchmark;

import fr.forment.SmtpSink;
import fr.forment.catalogue.Format;
import fr.forment.catalogue.TrainerKind;
import fr.forment.convocation.SummonsPaper;
import fr.forment.mail.Dispatcher;
import fr.forment.paper.Printer;
import fr.forment.session.Convocation;
import fr.forment.session.NewSession;
import fr.forment.session.SessionPreparationService;
import fr.forment.session.SessionService;
import fr.forment.session.Sessions;
import fr.forment.session.told.SentSummons;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.javamail.MimeMessageHelper;

/**
 * S3, {@code h2|pg sessions}, to be started with {@code -Xmx512m}: 160 sessions of 25 are convoked, and 4,000 letters
 * leave with the paper and the appointment of each person, next to papers made and sent one at a time over one
 * connection.
 */
public final class SummonsBenchmark {

    private static final int SESSIONS = 160;
    private static final int EACH = 25;
    private static final int ALONE = 300;
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);

    private final BenchmarkHouse house;
    private final SmtpSink sink;

    private SummonsBenchmark(BenchmarkHouse house, SmtpSink sink) {
        this.house = house;
        this.sink = sink;
    }

    public static void main(String[] args) throws Exception {
        String db = args.length > 0 ? args[0] : "h2";
        int howMany = args.length > 1 ? Integer.parseInt(args[1]) : SESSIONS;
        try (SmtpSink sink = new SmtpSink()) {
            System.setProperty("spring.mail.host", "127.0.0.1");
            System.setProperty("spring.mail.port", String.valueOf(sink.port()));
            try (BenchmarkHouse house = new BenchmarkHouse(db, 140)) {
                house.jdbc()
                        .update("UPDATE agent SET email = 'personne' || id || '@exemple.invalid' WHERE email IS NULL");
                var benchmark = new SummonsBenchmark(house, sink);
                benchmark.round("warm-up", 0, 20);
                List<Long> sessions = benchmark.round("measured", 20, howMany);
                benchmark.alone(sessions);
            }
        }
        System.exit(0);
    }

    private List<Long> round(String name, int from, int howMany) throws Exception {
        List<Long> sessions = new ArrayList<>();
        for (int i = from; i < from + howMany; i++) {
            sessions.add(session(i));
        }
        house.jdbc().update("DELETE FROM outbox_mail");
        sink.newLedger();
        var preparation = house.bean(SessionPreparationService.class);
        long start = System.nanoTime();
        double cpu = cpu();
        sessions.forEach(preparation::convoke);
        double cpuConvoked = cpu() - cpu;
        double convoked = (System.nanoTime() - start) / 1e9;
        house.jdbc().update("DELETE FROM outbox_mail WHERE template <> 'session/convoked'");
        house.jdbc().update("UPDATE outbox_mail SET not_before = queued_at");
        int letters = house.jdbc().queryForObject("SELECT COUNT(*) FROM outbox_mail", Integer.class);
        start = System.nanoTime();
        cpu = cpu();
        house.bean(Dispatcher.class).run();
        double cpuSent = cpu() - cpu;
        double sent = (System.nanoTime() - start) / 1e9;
        Figures.say(
                "  S3 %s, %s: %d letters, written in %.1f s, sent in %.1f s with %d connections: %.0f/s in all, %.0f/s sent; CPU %.1f ms a letter to write, %.1f ms to make and send; %d accepted; heap of %d MB at most, %d MB used; load %s",
                name,
                house.database(),
                letters,
                convoked,
                sent,
                sink.connections(),
                letters / (convoked + sent),
                letters / sent,
                1000 * cpuConvoked / letters,
                1000 * cpuSent / letters,
                sink.accepted(),
                Runtime.getRuntime().maxMemory() >> 20,
                (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20,
                Files.readString(Path.of("/proc/loadavg")).split(" ")[0]);
        return sessions;
    }

    private static double cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos() / 1e9;
    }

    private void alone(List<Long> sessions) throws Exception {
        List<Convocation> papers = sessions.stream()
                .limit(ALONE / EACH)
                .flatMap(id -> house
                        .bean(SentSummons.class)
                        .of(
                                house.bean(Sessions.class).find(id).orElseThrow(),
                                house.bean(Sessions.class).enrolments(id))
                        .stream())
                .map(SentSummons.Copy::paper)
                .toList();
        var session = Session.getInstance(new Properties());
        long start = System.nanoTime();
        double cpu = cpu();
        for (Convocation paper : papers) {
            byte[] file = house.bean(Printer.class).print(SummonsPaper.TEMPLATE, SummonsPaper.said(List.of(paper)));
            var helper = new MimeMessageHelper(new MimeMessage(session), true, "UTF-8");
            helper.setFrom("ne-pas-repondre@forment.invalid");
            helper.setTo("personne@exemple.invalid");
            helper.setSubject("Convocation");
            helper.setText("Vous êtes convoqué(e).", "<p>Vous êtes convoqué(e).</p>");
            helper.addAttachment("convocation.pdf", new ByteArrayResource(file));
            try (Transport transport = session.getTransport("smtp")) {
                transport.connect("127.0.0.1", sink.port(), null, null);
                helper.getMimeMessage().saveChanges();
                transport.sendMessage(
                        helper.getMimeMessage(), helper.getMimeMessage().getAllRecipients());
            }
        }
        Figures.say(
                "  S3 one at a time: %.0f/s on %d", papers.size() / ((System.nanoTime() - start) / 1e9), papers.size());
    }

    private long session(int number) {
        int circonscription = number % 2;
        long id = house.bean(SessionService.class)
                .open(new NewSession(
                        BenchmarkPeople.circonscription(circonscription),
                        null,
                        "PRES-ECOLE",
                        MONDAY.plusDays(number % 5).plusWeeks(number / 5 % 5).atTime(9 + number / 25 % 8, 0),
                        90,
                        BenchmarkPeople.school(circonscription * BenchmarkPeople.SCHOOLS_TOGETHER),
                        Format.PRESENTIEL,
                        EACH,
                        1,
                        TrainerKind.EQUIPE_CIRCONSCRIPTION,
                        null,
                        false))
                .id();
        house.jdbc().update("UPDATE training_session SET state = 'CONFIRMEE', booked = ? WHERE id = ?", EACH, id);
        house.jdbc().update("""
                INSERT INTO enrolment (version, session_id, agent_id, active_agent_id, school_uai, state)
                SELECT 0, ?, a.id, a.id, a.school_uai, 'INSCRIT' FROM agent a JOIN school s ON s.uai = a.school_uai
                 WHERE s.circonscription_uai = ? AND a.email IS NOT NULL ORDER BY a.id OFFSET ? ROWS FETCH FIRST ? ROWS ONLY""", id, BenchmarkPeople.circonscription(circonscription), number % 6 * EACH, EACH);
        return id;
    }
}
