package fr.forment.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HouseAddressTest {

    /** One who teaches in two départements would see the one's appointment replace the other's. */
    @Test
    void noTwoInstallationsGiveAnAppointmentTheSameName() {
        assertThat(new HouseAddress("https://forment.exemple.fr/ille-et-vilaine/").uid("session-7"))
                .isEqualTo("session-7@forment.exemple.fr/ille-et-vilaine")
                .isNotEqualTo(new HouseAddress("https://forment.exemple.fr/morbihan").uid("session-7"))
                .isNotEqualTo(new HouseAddress("https://autre.exemple.fr").uid("session-7"));
    }
}
