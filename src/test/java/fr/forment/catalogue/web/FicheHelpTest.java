package fr.forment.catalogue.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** The help shown with the catalogue holds every success factor and every question of the fiche. */
class FicheHelpTest {

    @Test
    void holdsTheFiveFactors() throws IOException {
        assertThat(page().select("#facteurs li").eachText())
                .containsExactly(
                        "Prévoir les besoins de formation et le planning prévisionnel en amont de chaque vague de déploiement.",
                        "Appuyer les efforts sur la formation des personnes ressources dans les écoles, regroupées par zones géographiques ou autres.",
                        "Mettre en place des formations disciplinaires ou transversales utilisant le numérique.",
                        "Mettre en place des formations spécifiques pour les corps d'inspection et les directeurs d'école.",
                        "Mettre en place des formations spécifiques pour les formateurs.");
    }

    @Test
    void holdsTheEightQuestions() throws IOException {
        assertThat(page().select("#questions li").eachText())
                .containsExactly(
                        "Quelles sont les populations à former en priorité ?",
                        "Comment les formations ENT s'articulent avec le Plan Académique de Formation ?",
                        "Comment assurer l'homogénéité des formations sur toutes les zones géographiques ?",
                        "Quelles sont les procédures de mise à jour des supports de formation à mettre en place ?",
                        "Comment gérer la montée en charge des besoins de formations continues et spécifiques ?",
                        "Faut-il prévoir dans le marché d'ENT, un environnement de formation pour effectuer des démonstrations de l'outil ?",
                        "Faut-il prévoir un environnement de formation qui sera utilisé par l'académie pour les formations pédagogiques des enseignants"
                                + " (tout au long de l'année) ?",
                        "Comment sensibiliser les parents aux différents outils disponibles ?");
    }

    @Test
    void holdsTheSplitOfResponsibilities() throws IOException {
        assertThat(page().select("#responsabilites li").eachText())
                .hasSize(2)
                .anySatisfy(line -> assertThat(line)
                        .contains("administrateurs", "formateurs", "profils spécialisés", "collectivité"))
                .anySatisfy(line -> assertThat(line).contains("usagers finaux", "parents", "Éducation nationale"));
    }

    private static Document page() throws IOException {
        return Jsoup.parse(new ClassPathResource("templates/catalogue/fiche.html").getInputStream(), "UTF-8", "");
    }
}
