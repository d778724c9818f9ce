package fr.forment.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrenchLinesTest {

    @Test
    void partsNeitherAnElisionNorACode() {
        assertThat(parts("Présentation de l’équipe")).containsExactly("Présentation ", "de ", "l’équipe");
        assertThat(parts("E-RUN, PRES-ECOLE")).containsExactly("E-RUN, ", "PRES-ECOLE");
    }

    @Test
    void partsLongNamesOfCommunes() {
        assertThat(parts("Saint-Jacques-de-la-Lande")).hasSizeGreaterThan(1);
    }

    @Test
    void partsNoHourAndNoFigure() {
        assertThat(parts("à 13\u00a0h\u00a030")).containsExactly("à ", "13\u00a0h\u00a030");
    }

    private static List<String> parts(String text) {
        var lines = new FrenchLines();
        lines.setText(text);
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int end = lines.next(); end > 0; end = lines.next()) {
            parts.add(text.substring(from, end));
            from = end;
        }
        return parts;
    }
}
