package fr.forment.session;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.engine.ProcessDriver;
import fr.forment.french.Refusal;
import fr.forment.hours.HoursAccount;
import fr.forment.hours.HoursLedger;
import fr.forment.hours.HoursLine;
import fr.forment.hours.HoursLines;
import fr.forment.hours.HoursState;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.people.StaffService;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Sessions are filled, left, put off to another school year, cancelled, and people leave: the ledger always says what
 * the enrolments say. The seeds are fixed: a failure can be run again.
 */
@HouseTest
class HoursFaultsTest {

    private static final List<String> YEARS = List.of("2026-2027", "2027-2028");
    private static final List<LocalDateTime> DATES = List.of(
            LocalDateTime.of(2026, 11, 18, 14, 0),
            LocalDateTime.of(2026, 11, 25, 14, 0),
            LocalDateTime.of(2026, 12, 2, 14, 0),
            LocalDateTime.of(2027, 9, 15, 14, 0),
            LocalDateTime.of(2027, 9, 22, 14, 0));

    @Autowired
    EnrolmentService enrolments;

    @Autowired
    SessionService service;

    @Autowired
    Sessions sessions;

    @Autowired
    SessionGround some;

    @Autowired
    TestGround ground;

    @Autowired
    ProcessDriver driver;

    @Autowired
    HoursLedger hours;

    @Autowired
    HoursLines lines;

    @Autowired
    StaffService staff;

    @Autowired
    Agents agents;

    private Random chance;
    private Circo circo;
    private List<Long> open;

    @ParameterizedTest
    @ValueSource(longs = {7, 77, 777})
    void theLedgerSaysWhatTheEnrolmentsSay(long seed) {
        chance = new Random(seed);
        circo = ground.circonscription(3);
        open = new ArrayList<>();
        for (LocalDateTime date : DATES) {
            open.add(service.open(new NewSession(
                            circo.uai(),
                            null,
                            "PRES-ECOLE",
                            date,
                            90,
                            circo.schools().get(0),
                            some.of(circo, date, 3, 1, false).format(),
                            3,
                            1,
                            some.of(circo, date, 3, 1, false).trainerKind(),
                            null,
                            false))
                    .id());
        }
        int done = 0;
        for (int step = 0; step < 60; step++) {
            try {
                fault();
                done++;
            } catch (Refusal no) {
                assertThat(no.getMessage()).as("a refusal is a French sentence").endsWith(".");
            }
            circo.teachers().forEach(this::check);
        }
        assertThat(done).as("enough happened to prove something").isGreaterThan(15);
    }

    private void fault() {
        long session = open.get(chance.nextInt(open.size()));
        Agent agent = circo.teachers().get(chance.nextInt(circo.teachers().size()));
        switch (chance.nextInt(12)) {
            case 0, 1, 2, 3, 4, 5 -> enrolments.enrol(session, agent.id(), "Volontaire");
            case 6 -> row(session, agent).ifPresent(row -> enrolments.decline(row.id(), agent.id()));
            case 7 -> row(session, agent).ifPresent(row -> enrolments.remove(row.id(), "Erreur de saisie"));
            case 8, 9 -> {
                service.postpone(
                        session, DATES.get(chance.nextInt(DATES.size())).plusDays(7), null, "Salle prise");
                driver.runDue();
            }
            case 10 -> {
                service.cancel(session, "Formateur absent");
                driver.runDue();
            }
            default ->
                staff.leave(agent.id(), LocalDateTime.of(2027, 6, 1, 0, 0).toLocalDate());
        }
    }

    private Optional<Enrolment> row(long session, Agent agent) {
        return sessions.enrolments(session).stream()
                .filter(row -> row.agentId() == agent.id() && row.state().isActive())
                .findFirst();
    }

    private void check(Agent agent) {
        Agent now = agents.find(agent.id()).orElseThrow();
        for (String year : YEARS) {
            HoursAccount account = hours.account(now, year);
            int planned = sessions.enrolmentsOf(agent.id()).stream()
                    .filter(row -> row.state().isExpected())
                    .map(row -> sessions.find(row.sessionId()).orElseThrow())
                    .filter(session -> year.equals(yearOf(session)))
                    .mapToInt(TrainingSession::minutes)
                    .sum();
            assertThat(account.planned()).isEqualTo(planned);
            assertThat(account.left() + account.taken()).isEqualTo(account.share());
            List<HoursLine> read = lines.of(agent.id(), year);
            assertThat(read).allSatisfy(line -> assertThat(line.label()).startsWith("Présentation de l'ENT"));
            assertThat(read).allSatisfy(line -> assertThat(line.day() != null || !line.counts())
                    .as("a line that counts has a date")
                    .isTrue());
            assertThat(read).filteredOn(line -> line.day() != null).allSatisfy(line -> assertThat(
                            yearOf(line.day().atStartOfDay()))
                    .isEqualTo(year));
            assertThat(read.isEmpty() ? 0 : read.get(read.size() - 1).runningTotal())
                    .isEqualTo(account.taken());
        }
    }

    @Test
    void aLineNamesItsSessionWithItsPresentDateAndWhatBecameOfIt() {
        circo = ground.circonscription(1);
        TrainingSession session = some.session(circo, 5, 1);
        Agent agent = circo.teachers().get(0);
        Enrolment row = some.enrol(session, agent);
        service.postpone(session.id(), DATES.get(3), null, "Salle prise");
        assertThat(lines.of(agent.id(), "2026-2027")).isEmpty();
        assertThat(lines.of(agent.id(), "2027-2028")).singleElement().satisfies(line -> {
            assertThat(line.day()).isEqualTo(DATES.get(3).toLocalDate());
            assertThat(line.path()).isEqualTo("/sessions/" + session.id());
            assertThat(line.state()).isEqualTo(HoursState.PLANNED);
        });
        enrolments.decline(row.id(), agent.id());
        assertThat(lines.of(agent.id(), "2027-2028")).singleElement().satisfies(line -> {
            assertThat(line.state()).isEqualTo(HoursState.EXCUSED);
            assertThat(line.remark()).isEqualTo("Empêchement signalé");
            assertThat(line.minutes()).isEqualTo(90);
            assertThat(line.runningTotal()).isZero();
        });
    }

    private static String yearOf(TrainingSession session) {
        return yearOf(session.startsAt());
    }

    private static String yearOf(LocalDateTime time) {
        int start = time.getMonthValue() >= 8 ? time.getYear() : time.getYear() - 1;
        return start + "-" + (start + 1);
    }
}
