package fr.forment.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.forment.catalogue.Format;
import fr.forment.catalogue.Profile;
import fr.forment.catalogue.TrainerKind;
import fr.forment.paper.GaiaReport.Kind;
import fr.forment.plan.GaiaIdentifiers;
import fr.forment.plan.Phase;
import fr.forment.plan.PlanFollowUp.HeldPlan;
import fr.forment.plan.PlanNames;
import fr.forment.plan.PlannedSession;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GaiaReportTest {

    private static final Map<String, GaiaIdentifiers> KNOWN = Map.of(
            "PEDA-1", new GaiaIdentifiers("26D0350123", "70125"),
            "COMM", new GaiaIdentifiers("26D0350123", ""),
            "PRES-ECOLE", new GaiaIdentifiers("", "70126"));

    private final PlanNames.Of names = new PlanNames.Of(Map.of(), Map.of(), Map.of());

    @ParameterizedTest
    @CsvSource({"45,3", "90,3", "180,3", "195,3", "240,3", "269,3", "270,6", "360,6", "420,6", "720,12"})
    void roundsToTheNearestThreeHoursAndNeverToNone(int minutes, int hours) {
        assertThat(GaiaLine.hours(minutes)).isEqualTo(hours);
    }

    @Test
    void saysEachRoundingLineByLine() {
        GaiaReport report =
                report(session(1, "PEDA-1", 180, Profile.ENSEIGNANT), session(2, "PEDA-1", 90, Profile.ENSEIGNANT));

        assertThat(report.lines()).extracting(GaiaLine::hours).containsExactly(3, 3);
        assertThat(report.notes())
                .extracting(note -> note.session().line(), GaiaReport.Note::kind)
                .containsExactly(tuple(2, Kind.ARRONDI));
        assertThat(report.notes().get(0).text()).startsWith("1 h 30 devient 3 h");
    }

    @Test
    void refusesWhatHasNoNumberAndSaysWhichIsMissing() {
        GaiaReport report = report(
                session(1, "COMM", 180, Profile.ENSEIGNANT),
                session(2, "PRES-ECOLE", 180, Profile.ENSEIGNANT),
                session(3, "ADM-DIR", 180, Profile.DIRECTEUR));

        assertThat(report.lines()).isEmpty();
        assertThat(report.notes()).extracting(GaiaReport.Note::kind).containsOnly(Kind.REFUS);
        assertThat(report.notes())
                .extracting(GaiaReport.Note::text)
                .satisfiesExactly(
                        text -> assertThat(text).contains("« COMM »", "le numéro de module n'est pas connu"),
                        text -> assertThat(text).contains("le numéro de dispositif n'est pas connu"),
                        text -> assertThat(text).contains("ni le numéro de dispositif ni le numéro de module"));
    }

    /** Every public the catalogue has: known to GAIA, or refused and named. */
    @Test
    void refusesAPublicGaiaDoesNotKnow() {
        for (Profile profile : Profile.values()) {
            GaiaReport report = report(session(1, "PEDA-1", 180, profile));
            if (report.lines().isEmpty()) {
                assertThat(report.notes().get(0).text()).contains("ne connaît pas (" + profile.label() + ")");
            } else {
                assertThat(report.lines().get(0).publics()).isEqualTo(profile.label());
            }
        }
        assertThat(report(session(1, "PEDA-1", 180, Profile.PARENT)).lines()).isEmpty();
        assertThat(report(session(1, "PEDA-1", 180, Profile.DSI)).lines()).isEmpty();
        assertThat(report(session(1, "PEDA-1", 180, Profile.ENSEIGNANT)).lines())
                .hasSize(1);
    }

    @Test
    void tellsWhomItLeavesAsideAndWhoIsStillLookedFor() {
        GaiaReport report = report(session(1, "PEDA-1", 180, Profile.ERUN, Profile.DSI));

        assertThat(report.lines().get(0).publics()).isEqualTo("E-RUN");
        assertThat(report.notes())
                .extracting(GaiaReport.Note::kind, GaiaReport.Note::text)
                .contains(
                        tuple(
                                Kind.RESTE,
                                "Public laissé de côté, que GAIA ne connaît pas : DSI de la collectivité. L'effectif (12 personnes) compte tout le monde."));
    }

    @Test
    void numbersTheGroupsOfAModuleByDate() {
        GaiaReport report = report(
                session(9, "PEDA-1", 180, Profile.ENSEIGNANT),
                session(4, "PEDA-1", 180, Profile.ENSEIGNANT),
                session(6, "PEDA-1", 180, Profile.ENSEIGNANT));

        assertThat(report.lines())
                .extracting(line -> line.session().line(), GaiaLine::group)
                .containsExactly(tuple(4, 1), tuple(6, 2), tuple(9, 3));
    }

    private GaiaReport report(PlannedSession... sessions) {
        return GaiaReport.of(new HeldPlan(List.of(sessions), List.of(sessions)), KNOWN, names);
    }

    private static PlannedSession session(int line, String module, int minutes, Profile first, Profile... others) {
        Set<Profile> profiles = EnumSet.of(first, others);
        return new PlannedSession(
                line,
                1,
                line,
                Phase.VAGUE,
                1,
                module,
                LocalDate.of(2026, 11, 4).plusWeeks(line),
                LocalTime.of(13, 30),
                minutes,
                "Bruz",
                Format.PRESENTIEL,
                20,
                TrainerKind.ERUN_DSI,
                7L,
                profiles,
                Map.of(),
                12);
    }
}
