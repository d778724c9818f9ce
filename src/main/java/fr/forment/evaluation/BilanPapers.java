package fr.forment.evaluation;

import fr.forment.account.Role;
import fr.forment.account.Signatures;
import fr.forment.account.SignedIn;
import fr.forment.files.XlsxBook;
import fr.forment.files.XlsxSheet;
import fr.forment.journal.Journal;
import fr.forment.project.Bilan.Topic;
import fr.forment.project.BilanService;
import fr.forment.project.PlaceState;
import fr.forment.project.Project;
import fr.forment.project.ProjectEvent;
import fr.forment.project.Projects;
import fr.forment.project.Vague;
import fr.forment.territory.Circonscription;
import fr.forment.territory.Circonscriptions;
import fr.forment.territory.PlaceClocks;
import fr.forment.territory.PlainTexts;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Reads what a bilan on paper shows. Who may have it is for the caller to ask. */
@Component
@RequiredArgsConstructor
public class BilanPapers {

    private final BilanService bilans;
    private final Projects projects;
    private final Journal journal;
    private final Signatures signatures;
    private final PlainTexts texts;
    private final Circonscriptions circonscriptions;
    private final PlaceClocks clocks;
    private final SignedIn me;

    /** @param vague null for the whole project */
    public BilanPaper of(Project project, Vague vague) {
        Long vagueId = vague == null ? null : vague.id();
        ZoneId clock = clocks.of(project.circonscriptionUai());
        return new BilanPaper(
                project,
                circonscriptions
                        .find(project.circonscriptionUai())
                        .map(Circonscription::name)
                        .orElse(""),
                vague,
                bilans.find(project.id(), vagueId)
                        .map(all -> me.has(Role.IEN, project.circonscriptionUai()) ? all : all.forTeam())
                        .orElse(null),
                bilans.compiledAt(project.id(), vagueId)
                        .map(at -> at.withZoneSameInstant(clock).toLocalDate())
                        .orElse(null),
                clocks.today(project.circonscriptionUai()),
                schools(project, vague),
                texts.told(signatures.named(journal.of(ProjectEvent.JOURNAL, project.id()))).stream()
                        .map(ProjectEvent::of)
                        .filter(event -> event.what().isDecision()
                                && (vague == null || vague.id().equals(event.vagueId())))
                        .map(event -> new BilanPaper.Decision(
                                event.at().atZone(clock).toLocalDate(),
                                event.what().label(),
                                event.actor(),
                                event.why()))
                        .toList());
    }

    /**
     * As the page counts them: a school that was postponed was meant to open in that vague, and in the project once.
     */
    private int schools(Project project, Vague vague) {
        List<Long> vagues = vague == null
                ? projects.vagues(project.id()).stream().map(Vague::id).toList()
                : List.of(vague.id());
        return (int) projects.schoolsOf(vagues).values().stream()
                .flatMap(List::stream)
                .filter(place -> vague != null && place.state() == PlaceState.REPORTEE
                        || !place.state().isGone())
                .count();
    }

    public byte[] workbook(BilanPaper paper) {
        List<List<?>> said = new ArrayList<>();
        if (paper.bilan() != null) {
            paper.bilan().findings().forEach(finding -> said.add(List.of("Constats", finding)));
            for (Topic topic : paper.bilan().topics()) {
                paper.bilan().about(topic).forEach(sentence -> said.add(List.of(topic.label(), sentence)));
            }
        }
        return XlsxBook.of(
                new XlsxSheet(
                        "Prévu et réalisé",
                        List.of("Quoi", "Prévu", "Réalisé"),
                        paper.rows().stream()
                                .map(row -> List.of(row.what(), row.planned(), row.done()))
                                .toList()),
                new XlsxSheet("Constats", List.of("Sujet", "Constat"), said),
                new XlsxSheet(
                        "Décisions",
                        List.of("Date", "Décision", "Par", "Motif"),
                        paper.decisions().stream()
                                .map(each -> Arrays.asList(each.on(), each.what(), each.by(), each.why()))
                                .toList()));
    }
}
