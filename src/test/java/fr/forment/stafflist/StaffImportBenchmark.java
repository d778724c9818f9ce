package fr.forment.stafflist;

import com.sun.management.OperatingSystemMXBean;
import fr.forment.FormentApplication;
import fr.forment.access.AccountService;
import fr.forment.account.Account;
import fr.forment.account.AgentFunction;
import fr.forment.demonstration.SyntheticStaff;
import fr.forment.people.ArrivalKind;
import fr.forment.people.HeapWatch;
import fr.forment.people.NewAgent;
import fr.forment.stafflist.AcceptanceService.Answer;
import fr.forment.territory.Circonscription;
import fr.forment.territory.Circonscriptions;
import fr.forment.territory.ImportChoices;
import fr.forment.territory.ImportReach;
import fr.forment.territory.Schools;
import fr.forment.territory.TerritoryImportService;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TimeZone;
import java.util.UUID;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * How long a large list takes, on the whole application, and how much memory: {@code StaffImportBenchmark <h2|postgres>
 * <lines|occitanie>}. "lines": 100,000 people of the 4,104 public schools of Occitanie. "occitanie": about 30,000 of
 * them as a first list, then the list of the next September, which changes one person in five, then that one undone.
 * How to run it: docs/exploitation.md.
 */
final class StaffImportBenchmark {

    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final ConfigurableApplicationContext app;
    private final Path directory;
    private final HeapWatch heap = new HeapWatch();
    private long lastCpu;

    private StaffImportBenchmark(ConfigurableApplicationContext app, Path directory) {
        this.app = app;
        this.directory = directory;
    }

    public static void main(String[] arguments) throws Exception {
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/Paris"));
        Path directory = Files.createTempDirectory("forment-benchmark");
        boolean h2 = arguments.length == 0 || arguments[0].equals("h2");
        EmbeddedPostgres server = h2 ? null : EmbeddedPostgres.start();
        String url = h2
                ? "jdbc:h2:file:" + directory.resolve("forment") + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE"
                : server.getJdbcUrl("postgres", "postgres") + "&reWriteBatchedInserts=true";
        try (var app = SpringApplication.run(
                FormentApplication.class,
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--forment.admin-password=" + UUID.randomUUID() + "Aa1!",
                "--spring.datasource.url=" + url,
                "--spring.profiles.active=test",
                "--spring.datasource.username=" + (h2 ? "sa" : "postgres"),
                "--logging.level.root=WARN")) {
            StaffImportBenchmark benchmark = new StaffImportBenchmark(app, directory);
            benchmark.ground();
            if (arguments.length > 1 && arguments[1].equals("occitanie")) {
                benchmark.occitanie();
            } else {
                int lines = arguments.length > 1 && !arguments[1].equals("lines")
                        ? Integer.parseInt(arguments[1])
                        : 100_000;
                Path file = benchmark.manyLines(lines);
                benchmark.importList(
                        lines + " new people",
                        arguments.length > 2 ? benchmark.workbook(file) : file,
                        ArrivalKind.ALREADY_THERE);
            }
        } finally {
            if (server != null) {
                server.close();
            }
        }
    }

    private void ground() {
        Account admin = app.getBean(AccountService.class).withLogin("admin").orElseThrow();
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        admin.login(), null, AuthorityUtils.createAuthorityList(admin.authorities())));
        long start = System.nanoTime();
        app.getBean(TerritoryImportService.class)
                .apply(
                        new ClassPathResource("territory/ecoles-publiques-occitanie-2024-11.csv"),
                        "occitanie.csv",
                        null,
                        new ImportChoices(true, false),
                        "admin",
                        ImportReach.EVERYWHERE);
        report("schools", schools().size(), start);
    }

    private void occitanie() throws IOException {
        List<NewAgent> people = new ArrayList<>();
        long seed = 1;
        for (Circonscription where : app.getBean(Circonscriptions.class).all()) {
            SyntheticStaff.of(
                            where,
                            app.getBean(Schools.class).inCirconscription(where.uai()),
                            LocalDate.of(2025, 9, 1),
                            seed++)
                    .stream()
                    .filter(who -> who.schoolUai() != null || who.circonscriptionUai() != null)
                    .forEach(people::add);
        }
        importList("first list", file("first.csv", people, -1), ArrivalKind.ALREADY_THERE);
        long september = importList("next September", file("september.csv", people, 7), ArrivalKind.NEWCOMER);
        long start = System.nanoTime();
        app.getBean(UndoService.class).undo(september);
        report("undone", people.size(), start);
    }

    /** Deposits, waits, answers, accepts, waits. */
    private long importList(String name, Path file, ArrivalKind arrival) {
        System.out.println("== " + name);
        heap.reset();
        long start = System.nanoTime();
        long id = app.getBean(StaffDepositService.class)
                .deposit(new FileSystemResource(file), file.getFileName().toString());
        PreviewService previews = app.getBean(PreviewService.class);
        int lines = previews.find(id).orElseThrow().lineCount();
        start = report("deposit", lines, start);
        await(id);
        start = report("analysis", lines, start);
        System.out.println(previews.overview(previews.find(id).orElseThrow()).parts());
        for (ListQuestion question : ListQuestion.values()) {
            for (var answer : question.common()) {
                app.getBean(AnswerService.class).answerAll(id, question, answer.code());
            }
        }
        start = report(
                "answers", previews.overview(previews.find(id).orElseThrow()).count(Outcome.DOUBTFUL), start);
        AcceptanceService acceptance = app.getBean(AcceptanceService.class);
        Answer answer = acceptance.accept(id, previews.find(id).orElseThrow().revision(), arrival, true);
        if (answer == Answer.HELD) {
            answer = acceptance.confirm(id, previews.find(id).orElseThrow().revision(), "la mesure le demande");
        }
        System.out.println(answer);
        await(id);
        report("writing", lines, start);
        System.out.println(previews.find(id).orElseThrow().figures() + ", "
                + previews.find(id).orElseThrow().state() + ", "
                + previews.find(id).orElseThrow().problem());
        System.out.printf(
                "peak heap %d MB, %d MB just after a collection, of -Xmx%dm%n",
                heap.peak() >> 20,
                heap.peakAfterCollection() >> 20,
                Runtime.getRuntime().maxMemory() >> 20);
        return id;
    }

    private void await(long id) {
        PreviewService previews = app.getBean(PreviewService.class);
        while (previews.find(id).orElseThrow().state().isBusy()) {
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private Path manyLines(int lines) throws IOException {
        List<String> schools = schools();
        Path file = directory.resolve("lines.csv");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(ListDesk.HEADER);
            for (int i = 0; i < lines; i++) {
                String email = i % 10 == 0 ? "" : "personne" + i + "@exemple.invalid";
                out.write(String.join(
                                ";",
                                schools.get(i % schools.size()),
                                "Nom" + letters(i),
                                "Prénom" + letters(i % 997),
                                email,
                                i < schools.size() ? "directeur" : "adjoint",
                                "100",
                                "01/09/2025",
                                "",
                                "non",
                                "")
                        + "\n");
            }
        }
        return file;
    }

    /** The same as an .xlsx. */
    private Path workbook(Path csv) throws IOException {
        Path file = directory.resolve("lines.xlsx");
        try (Workbook book = new Workbook(Files.newOutputStream(file), "FormENT", "1.0");
                BufferedReader lines = Files.newBufferedReader(csv)) {
            Worksheet sheet = book.newWorksheet("Personnels");
            int row = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split(";");
                for (int column = 0; column < cells.length; column++) {
                    sheet.value(row, column, cells[column]);
                }
                if (++row % 1000 == 0) {
                    sheet.flush();
                }
            }
        }
        return file;
    }

    /** @param seed -1 for the people as they are; otherwise one in five changes: moved, gone, changed, new */
    private Path file(String name, List<NewAgent> people, long seed) throws IOException {
        Random random = new Random(seed);
        List<String> schools = schools();
        Path file = directory.resolve(name);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(ListDesk.HEADER);
            int number = 0;
            for (NewAgent who : people) {
                int fate = seed < 0 ? 99 : random.nextInt(100);
                boolean teaches = who.schoolUai() != null && who.function() == AgentFunction.ADJOINT;
                if (fate < 6 && teaches) {
                    number++;
                    write(
                            out,
                            NewAgent.inSchool(
                                    "Nouveau" + letters(number),
                                    "Prénom" + letters(number % 31),
                                    "nouveau" + number + "@exemple.invalid",
                                    AgentFunction.ADJOINT,
                                    who.schoolUai()),
                            who.schoolUai());
                } else if (fate < 14 && teaches) {
                    write(out, who, schools.get(random.nextInt(schools.size())));
                } else {
                    write(
                            out,
                            fate < 20 ? who.working(who.quotity() == 100 ? 80 : 100, who.constellation()) : who,
                            who.schoolUai() == null ? who.circonscriptionUai() : who.schoolUai());
                }
            }
        }
        return file;
    }

    private static void write(BufferedWriter out, NewAgent who, String uai) throws IOException {
        out.write(String.join(
                        ";",
                        uai,
                        who.lastName(),
                        who.firstName(),
                        who.email(),
                        who.function().name().toLowerCase(),
                        String.valueOf(who.quotity()),
                        who.arrivedOn() == null ? "" : who.arrivedOn().toString(),
                        "",
                        who.constellation() ? "oui" : "non",
                        "")
                + "\n");
    }

    private List<String> schools() {
        return app.getBean(Circonscriptions.class).all().stream()
                .flatMap(where -> app.getBean(Schools.class).inCirconscription(where.uai()).stream())
                .map(school -> school.uai())
                .toList();
    }

    private static String letters(int number) {
        StringBuilder text = new StringBuilder();
        for (int rest = number + 26; rest > 0; rest /= 26) {
            text.append((char) ('a' + rest % 26));
        }
        return text.toString();
    }

    /**
     * Seconds of the clock, and of processor in this process: on a machine that is shared only the latter can be
     * compared.
     */
    private long report(String what, int count, long start) {
        double seconds = (System.nanoTime() - start) / 1e9;
        long cpu = PROCESS.getProcessCpuTime();
        System.out.printf(
                "%-9s %7d in %6.1f s, %7.0f/s; processor %6.1f s%n",
                what, count, seconds, count / seconds, (cpu - lastCpu) / 1e9);
        lastCpu = cpu;
        return System.nanoTime();
    }
}
