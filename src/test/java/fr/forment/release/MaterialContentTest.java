package fr.forment.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.forment.french.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Addresses as people type or paste them: written so that a link opens them, or refused with what is wrong. */
class MaterialContentTest {

    private static String kept(String typed) {
        return MaterialContent.of(typed, "", new byte[0]).place();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "https://exemple.fr/a%20b?c=d&e=f#g https://exemple.fr/a%20b?c=d&e=f#g",
                "https://é.fr/à https://xn--9ca.fr/%C3%A0",
                "HTTPS://Exemple.FR/Guide https://Exemple.FR/Guide",
                "https://exemple.fr:8443/[1]|{2}?q=\"é\" https://exemple.fr:8443/%5B1%5D%7C%7B2%7D?q=%22%C3%A9%22",
                "https://exemple.fr/100%/a#b#c https://exemple.fr/100%25/a#b%23c",
                "http://192.168.1.10/dossier http://192.168.1.10/dossier",
            })
    void writesAnAddressSoThatALinkOpensIt(String typed, String kept) {
        assertThat(kept(typed)).isEqualTo(kept);
        assertThat(Links.isWeb(kept)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://a b|contient un espace",
                "https://exemple.fr/mon guide|contient un espace",
                "https:///guide|nom du site",
                "https://mon_site.fr/x|nom du site",
                "https://-a-.fr|nom du site",
                "https:exemple.fr|https://",
                "javascript:alert(1)|commence par https://",
                "data:text/html,x|commence par https://"
            })
    void saysWhatIsWrongWithAnAddress(String typed, String why) {
        assertThatThrownBy(() -> kept(typed)).isInstanceOf(Refusal.class).hasMessageContaining(why);
    }

    @Test
    void saysThatAFileIsEmptyOrNoArchive() {
        assertThatThrownBy(() -> MaterialContent.of("", "Guide.pdf", new byte[0]))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("vide");
        byte[] begun = Arrays.copyOf(new byte[] {'P', 'K', 3, 4}, 54);
        assertThatThrownBy(() -> MaterialContent.of("", "Guide.docx", begun))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("contenu");
    }

    @Test
    void takesAnArchiveThatIsWhole() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var archive = new ZipOutputStream(bytes)) {
            archive.putNextEntry(new ZipEntry("[Content_Types].xml"));
            archive.write('x');
        }
        assertThat(MaterialContent.of("", "Guide.docx", bytes.toByteArray()).place())
                .isEqualTo("Guide.docx");
    }

    @ParameterizedTest
    @CsvSource({"Armoire bleue", "'Serveur, dossier 2'"})
    void leavesAPlaceAsItIs(String place) {
        assertThat(kept(place)).isEqualTo(place);
        assertThat(Links.isWeb(place)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "https://xn--9ca.fr/x, é.fr",
        "https://exemple.fr/x, exemple.fr",
        "https://xn--80ak6aa92e.com/x, xn--80ak6aa92e.com"
    })
    void showsAHostAsPeopleReadItUnlessItsLettersAreOfAnotherScript(String address, String shown) {
        assertThat(Links.host(address)).isEqualTo(shown);
    }
}
