package fr.forment.stafflist.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import fr.forment.account.AgentFunction;
import fr.forment.files.Books;
import fr.forment.files.CsvSheet;
import fr.forment.files.UnreadableFile;
import fr.forment.files.XlsxBook;
import fr.forment.files.XlsxSheet;
import fr.forment.french.Names;
import fr.forment.territory.Uai;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Generated files, from a fixed list of seeds: what is written is read again, and no bytes at all do more harm than a
 * refusal.
 */
class StaffFilePropertiesTest {

    private static final String LETTERS = "aàâäbcçdeéèêëfghiîïjklmnñoôöœpqrstuùûüvwxyÿz'’- \tÀÉŒ";
    private static final AgentFunction[] FUNCTIONS = {
        AgentFunction.DIRECTEUR,
        AgentFunction.ADJOINT,
        AgentFunction.TR,
        AgentFunction.AESH,
        AgentFunction.ERUN,
        AgentFunction.CPC
    };
    private static final int[] QUOTITIES = {100, 80, 75, 50};

    static Stream<Integer> seeds() {
        return IntStream.range(0, 60).map(i -> 20_260_901 + 7919 * i).boxed();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsWrittenIsReadAgain(int seed) {
        Random random = new Random(seed);
        List<StaffLine> people = IntStream.range(0, 1 + random.nextInt(60))
                .mapToObj(i -> person(random, i + 2))
                .toList();
        List<List<String>> cells =
                people.stream().map(StaffFilePropertiesTest::cells).toList();

        byte[] csv = CsvSheet.of(StaffTemplate.COLUMNS, cells);
        assertThat(Samples.read(Samples.bytes(csv)).lines()).isEqualTo(people);
        String text = new String(csv, StandardCharsets.UTF_8).substring(1);
        for (String charset : new String[] {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-16"}) {
            assertThat(Samples.read(Samples.text(text, Charset.forName(charset)))
                            .lines())
                    .as(charset)
                    .isEqualTo(people);
        }
        assertThat(Samples.read(Samples.bytes(XlsxBook.of(new XlsxSheet("Personnels", StaffTemplate.COLUMNS, cells))))
                        .lines())
                .isEqualTo(people);
        assertThat(Samples.read(Samples.bytes(XlsxBook.of(new XlsxSheet(
                                "Typé",
                                StaffTemplate.COLUMNS,
                                people.stream()
                                        .map(StaffFilePropertiesTest::typed)
                                        .toList()))))
                        .lines())
                .isEqualTo(people);
        for (Books format : Books.values()) {
            for (List<? extends List<?>> rows : List.of(
                    cells, people.stream().map(StaffFilePropertiesTest::typed).toList())) {
                var all = Stream.concat(
                                Stream.of(StaffTemplate.COLUMNS),
                                rows.stream().map(StaffFilePropertiesTest::typedByAPerson))
                        .toList();
                assertThat(Samples.read(Samples.bytes(format.of(Books.Sheet.of("Personnels", all))))
                                .lines())
                        .as(format.name())
                        .isEqualTo(people);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anyBytesAreLinesOrARefusal(int seed) {
        Random random = new Random(seed);
        byte[] noise = new byte[random.nextInt(20_000)];
        random.nextBytes(noise);
        survives(noise);
        byte[] letters = new byte[random.nextInt(20_000)];
        for (int i = 0; i < letters.length; i++) {
            letters[i] = (byte) "uai;nom\n\r\",\t=;;\u00e9\0".charAt(random.nextInt(random.nextInt(10) == 0 ? 17 : 16));
        }
        survives(letters);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void spoiltFilesAreLinesOrARefusal(int seed) throws IOException {
        Random random = new Random(seed);
        for (String name :
                new String[] {"recommande.csv", "onde-enseignants.csv", "ent-enseignants.csv", "tableau-secretaire.xlsx"
                }) {
            byte[] bytes = Samples.file(name).getInputStream().readAllBytes();
            byte[] cut = Arrays.copyOf(bytes, random.nextInt(bytes.length));
            survives(cut);
            for (int i = 0; i < 3; i++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            survives(bytes);
        }
        var parts = Samples.workbook();
        List<String> names = new ArrayList<>(parts.keySet());
        byte[] part = parts.get(names.get(random.nextInt(names.size())));
        for (int i = 0; i < 3; i++) {
            part[random.nextInt(part.length)] = (byte) random.nextInt(256);
        }
        survives(Samples.zip(parts));
    }

    private static void survives(byte[] bytes) {
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            try {
                assertThat(Samples.read(Samples.bytes(bytes), "0350122T").kind())
                        .isNotNull();
            } catch (UnreadableFile no) {
                assertThat(no.getMessage()).isNotBlank();
            }
        });
    }

    private static StaffLine person(Random random, long line) {
        LocalDate arrival =
                random.nextBoolean() ? null : LocalDate.of(2026, 9, 1).plusDays(random.nextInt(300));
        LocalDate departure = arrival == null || random.nextBoolean() ? null : arrival.plusDays(random.nextInt(300));
        String uai = Uai.ofNumber("0" + (350_000 + random.nextInt(9_999)))
                .orElseThrow()
                .value();
        return new StaffLine(
                line,
                uai,
                name(random),
                name(random),
                random.nextInt(3) == 0 ? null : "p" + random.nextInt(9_999) + "@exemple.invalid",
                FUNCTIONS[random.nextInt(FUNCTIONS.length)],
                random.nextInt(4) == 0 ? null : QUOTITIES[random.nextInt(4)],
                random.nextInt(3) == 0 ? null : random.nextBoolean(),
                arrival,
                departure);
    }

    /** A name as it would be after cleaning, sometimes one that a spreadsheet would run. */
    private static String name(Random random) {
        StringBuilder name = new StringBuilder(random.nextInt(12) == 0 ? "-" : "");
        name.append((char) ('A' + random.nextInt(26)));
        for (int i = random.nextInt(20); i > 0; i--) {
            name.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return Names.clean(name.toString());
    }

    private static List<String> cells(StaffLine line) {
        return typed(line).stream()
                .map(cell -> cell == null ? "" : cell.toString())
                .toList();
    }

    /** An apostrophe makes a spreadsheet take "-Martin" as text. */
    private static List<Object> typedByAPerson(List<?> cells) {
        List<Object> typed = new ArrayList<>();
        cells.forEach(cell -> typed.add(cell instanceof String text && text.startsWith("-") ? "'" + text : cell));
        return typed;
    }

    private static List<Object> typed(StaffLine line) {
        List<Object> cells = new ArrayList<>();
        cells.add(line.uai());
        cells.add(line.lastName());
        cells.add(line.firstName());
        cells.add(line.email());
        cells.add(line.function().name().toLowerCase());
        cells.add(line.quotity());
        cells.add(line.arrivesOn());
        cells.add(line.leavesOn());
        cells.add(line.constellation() == null ? null : line.constellation() ? "oui" : "non");
        cells.add("remarque");
        return cells;
    }
}
