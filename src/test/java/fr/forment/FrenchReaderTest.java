package fr.forment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A reader who finds nothing would be worth nothing: one planted fault of each kind, and what is no fault. */
class FrenchReaderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "one and many|Vous avez 1 tâches.",
                "one and many|0 écoles n'ont pas répondu.",
                "first of a month|Le 1 septembre.",
                "missing elision|Bienvenue dans l'école de Arcueil.",
                "missing elision|Il faut que elle réponde.",
                "doubled word|Pour la la vague.",
                "doubled level|Usage pédagogique, niveau 1, niveau 1",
                "doubled level|Usage pédagogique, niveau 1 niveau 1",
                "code|État : EN_COURS",
                "code|Fonction : DIRECTEUR",
                "code of a module|Vous suivez PEDA-1.",
                "code of a module|Vous suivez COMM, puis CHARTE.",
                "initials in small letters|Ce plan est soumis à l'ien.",
                "sum of nothing|Total : 0,00 €",
                "sum of nothing|Places : 0 / 0",
                "date of a machine|À compter du 2026-09-01.",
                "hour of a machine|Rendez-vous à 13:30.",
                "sentence without a capital|Tout est prêt. vous pouvez venir.",
                "English|Please répondez au plus vite, user.",
                "plural in brackets|Voici 3 ligne(s)."
            })
    void findsWhatIsWrong(String fault, String text) {
        assertThat(FrenchReader.ofMail("Objet", text))
                .anySatisfy(found -> assertThat(found).startsWith(fault));
        assertThat(FrenchReader.ofPage("<main><p>" + text + "</p></main>"))
                .anySatisfy(found -> assertThat(found).startsWith(fault));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>L'école</p>",
                "<p>Prêt ?</p>",
                "<p>« Les Lilas »</p>",
                "<h1>sessions</h1>",
                "<table><tr><th>nom</th></tr></table>"
            })
    void findsWhatPrintWouldNotDo(String html) {
        assertThat(FrenchReader.ofPage(html)).isNotEmpty();
    }

    @Test
    void aSubjectBeginsWithACapital() {
        assertThat(FrenchReader.ofMail("enquête à remplir", "Bonjour")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 école sur 12, 2 écoles, 0 école",
                "Le 1er septembre 2026 à 9 h 05, 1 h 30, 1 fois, 1 mois",
                "1re vague, niveau 1 puis niveau 2",
                "Nous nous formons ; vous vous inscrivez.",
                "De onze à douze heures",
                "Année 2026-2027, référence S1-12",
                "Séance 3.1 suivie",
                "https://exemple.fr/the?user=de+A"
            })
    void leavesAloneWhatIsRight(String text) {
        assertThat(FrenchReader.ofMail("Objet", text)).isEmpty();
    }
}
