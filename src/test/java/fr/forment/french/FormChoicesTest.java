package fr.forment.french;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FormChoicesTest {

    @Test
    void signsOfTheListAreNoPartOfALabel() {
        assertThat(FormChoices.of(List.of(1, 2), each -> each, each -> each == 1 ? "Salle A;B=C" : null))
                .isEqualTo("1=Salle A B C;2=");
        assertThat(FormChoices.of(List.<Integer>of(), each -> each, String::valueOf))
                .isEmpty();
    }

    /** Two hundred rooms, of which the last would not fit. */
    @Test
    void aLongListEndsWithAWholeEntry() {
        List<Integer> rooms = IntStream.range(0, 200).boxed().toList();
        String listed = FormChoices.of(rooms, each -> 1000 + each, each -> "Salle des fêtes de la commune " + each);
        assertThat(listed.length()).isBetween(3900, 4000);
        assertThat(listed.split(";"))
                .allSatisfy(entry -> assertThat(entry).matches("1\\d{3}=Salle des fêtes de la commune \\d+"));
    }
}
