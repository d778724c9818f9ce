package fr.forment.hours;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.account.AgentFunction;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is owed and what is left, case by case. Minutes. */
class HoursAccountTest {

    private static final HoursRules RULES = new HoursRules(1080, 360, 360);
    private static final HoursScale PRORATA = new HoursScale(RULES, Map.of());

    private static HoursAccount account(
            AgentFunction function, int quotity, boolean constellation, HoursScale scale, HoursSums sums) {
        return HoursAccount.of(new YearOfService(function, quotity, constellation, "0350060A"), scale, sums);
    }

    @ParameterizedTest
    @CsvSource({
        // function, quotité, constellation; planned, done, excused, outside; due, share, left
        "ADJOINT,     100, false,   0,   0,   0,   0,  1080, 360,  360",
        "ADJOINT,      80, false,   0,   0,   0,   0,   864, 288,  288",
        "ADJOINT,      75, false,   0,   0,   0,   0,   810, 270,  270",
        "ADJOINT,      50, false,   0,   0,   0,   0,   540, 180,  180",
        "ADJOINT,      60, false,   0,   0,   0,   0,   648, 216,  216",
        "ADJOINT,      99, false,   0,   0,   0,   0,  1069, 356,  356",
        "PES,          50, false,   0,   0,   0,   0,   360, 120,  120",
        "PES,         100, false,   0,   0,   0,   0,  1080, 360,  360",
        "DIRECTEUR,   100, false,  90,  60, 180,  30,  1080, 360,  180",
        "TR,          100, false, 360,   0,   0,   0,  1080, 360,    0",
        "CONTRACTUEL, 100, false, 180, 180,   0,  30,  1080, 360,  -30",
        "ADJOINT,     100, true,    0,   0,   0,   0,  1080,   0,    0",
        "ADJOINT,     100, true,   90,   0,   0,   0,  1080,   0,  -90",
        "AESH,        100, false,  90,  90,   0,   0,     0,   0,    0",
        "ERUN,        100, false, 300, 900,   0,   0,     0,   0,    0",
        "CPC,         100, true,    0,   0,   0,   0,     0,   0,    0"
    })
    void byTheProrata(
            AgentFunction function,
            int quotity,
            boolean constellation,
            int planned,
            int done,
            int excused,
            int outside,
            int due,
            int share,
            int left) {
        HoursAccount account =
                account(function, quotity, constellation, PRORATA, new HoursSums(planned, done, excused, outside));

        assertThat(account.due()).isEqualTo(due);
        assertThat(account.share()).isEqualTo(share);
        assertThat(account.left()).isEqualTo(left);
        assertThat(account.isExceeded()).isEqualTo(left < 0);
        if (account.owes()) {
            assertThat(account.left() + account.taken())
                    .as("left and taken make the share")
                    .isEqualTo(account.share());
        }
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // the table at 75 %: due, share; what comes of it
                "900,   -,  900, 270",
                "900, 300,  900, 300",
                "-,   120,  810, 120",
                "200,   -,  200, 200",
                "0,     -,    0,   0"
            })
    void theCirconscriptionsTableGoesBeforeTheProrataAndTheShareStaysWithinWhatIsDue(
            Integer due, Integer share, int owed, int left) {
        HoursScale scale = new HoursScale(RULES, Map.of(ServiceTime.TROIS_QUARTS, new HoursScale.Row(due, share)));
        HoursAccount account = account(AgentFunction.ADJOINT, 75, false, scale, HoursSums.NONE);

        assertThat(account.due()).isEqualTo(owed);
        assertThat(account.left()).isEqualTo(left);
        assertThat(account(AgentFunction.ADJOINT, 80, false, scale, HoursSums.NONE)
                        .due())
                .as("other lines keep the prorata")
                .isEqualTo(864);
    }

    @Test
    void whoOwesNoneMayBeInvitedToAnything() {
        assertThat(account(AgentFunction.ERUN, 100, false, PRORATA, HoursSums.NONE)
                        .allows(600))
                .isTrue();
        assertThat(account(AgentFunction.ADJOINT, 100, false, PRORATA, HoursSums.NONE)
                        .allows(360))
                .isTrue();
        assertThat(account(AgentFunction.ADJOINT, 100, false, PRORATA, HoursSums.NONE)
                        .allows(361))
                .isFalse();
    }
}
