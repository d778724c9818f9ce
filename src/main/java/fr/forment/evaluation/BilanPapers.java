package fr.forment.evaluation;

import fr.forment.files.XlsxBook;
import fr.forment.files.XlsxSheet;
import fr.forment.project.Bilan.Topic;
import fr.forment.project.Project;
import fr.forment.project.Vague;
import fr.forment.project.bilan.ToldBilan;
import fr.forment.project.bilan.ToldBilans;
import fr.forment.territory.Circonscription;
import fr.forment.territory.Circonscriptions;
import fr.forment.territory.PlaceClocks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Reads what a bilan on paper shows. Who may have it is for the caller to ask. */
@Component
@RequiredArgsConstructor
public class BilanPapers {

    private final ToldBilans bilans;
    private final Circonscriptions circonscriptions;
    private final PlaceClocks clocks;

    /** @param vague null for the whole project */
    public BilanPaper of(Project project, Vague vague) {
        return new BilanPaper(
                bilans.of(project, vague),
                circonscriptions
                        .find(project.circonscriptionUai())
                        .map(Circonscription::name)
                        .orElse(""),
                clocks.today(project.circonscriptionUai()));
    }

    public byte[] workbook(BilanPaper paper) {
        ToldBilan told = paper.told();
        return XlsxBook.of(
                new XlsxSheet(
                        "Prévu et réalisé",
                        List.of("Quoi", "Prévu", "Réalisé"),
                        told.rows().stream()
                                .map(row -> List.of(row.what(), row.planned(), row.done()))
                                .toList()),
                new XlsxSheet("Constats", List.of("Sujet", "Constat"), said(told)),
                new XlsxSheet(
                        "Écoles",
                        List.of("École", "État", "Formation", "Précisions", "Usages déclarés"),
                        told.schools().stream()
                                .map(each -> List.of(
                                        each.name(),
                                        each.state(),
                                        each.training(),
                                        lines(each.sentence(), each.missing()),
                                        String.join(" ", each.uses())))
                                .toList()),
                new XlsxSheet(
                        "Questions de cadrage",
                        List.of(
                                "Question",
                                "Où elle en est",
                                "Réponse",
                                "Qui",
                                "Date",
                                "Chiffre de la décision",
                                "Chiffre du bilan"),
                        told.framing().stream()
                                .map(each -> Arrays.asList(
                                        each.question(),
                                        each.state(),
                                        each.text(),
                                        each.owner(),
                                        each.dueOn(),
                                        each.figure(),
                                        told.figureNow(each)))
                                .toList()),
                new XlsxSheet(
                        "Décisions",
                        List.of("Date", "Décision", "Où", "Par", "Motif"),
                        told.decisions().stream()
                                .map(each -> Arrays.asList(
                                        each.at()
                                                .atZone(clocks.of(told.project().circonscriptionUai()))
                                                .toLocalDate(),
                                        each.what(),
                                        each.where(),
                                        each.who(),
                                        each.why()))
                                .toList()));
    }

    private static List<List<?>> said(ToldBilan told) {
        List<List<?>> said = new ArrayList<>();
        told.stillOpen().forEach(matter -> said.add(List.of("Encore ouvert", matter)));
        told.questionnaires().forEach(sentence -> said.add(List.of("Questionnaires", sentence)));
        if (told.bilan() != null) {
            told.bilan().findings().forEach(finding -> said.add(List.of("Constats", finding)));
            for (Topic topic : told.bilan().topics()) {
                told.bilan().about(topic).forEach(sentence -> said.add(List.of(topic.label(), sentence)));
            }
        }
        return said;
    }

    private static String lines(String sentence, List<String> more) {
        return more.isEmpty() ? sentence : sentence + "\n" + String.join("\n", more);
    }
}
