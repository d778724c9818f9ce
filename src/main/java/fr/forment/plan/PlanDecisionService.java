package fr.forment.plan;

import fr.forment.account.Role;
import fr.forment.account.SignedIn;
import fr.forment.catalogue.Catalogue;
import fr.forment.french.French;
import fr.forment.french.Refusal;
import fr.forment.french.Typed;
import fr.forment.journal.Journal;
import fr.forment.plan.words.AskedOfPlan;
import fr.forment.plan.words.LineRemarks;
import fr.forment.project.ProjectService;
import fr.forment.project.Projects;
import java.util.List;
import java.util.regex.Pattern;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people answer in their tasks: remarks, decisions, corrections done. A refusal leaves them the task. */
@Service
@Transactional
@RequiredArgsConstructor
public class PlanDecisionService {

    /** « ligne 12 », « n° 12 », « session 12 » */
    private static final Pattern NUMBERED = Pattern.compile(
            "^(?:(?:sessions?|lignes?)\\s*)?(?:n\\s*[°ºo.]|num[ée]ro)?\\s*(\\d{1,6})$", Pattern.CASE_INSENSITIVE);

    private static final int REMARK_MAX = 2000;
    private static final int DECISION_MAX = 3000;
    private static final int NOTE_MAX = 1000;

    private final PlanRepository plans;
    private final PlanContents contents;
    private final PlanFindings findings;
    private final PlanLines lines;
    private final PlanOpinions opinions;
    private final Journal journal;
    private final PlanMails mails;
    private final ProjectService projects;
    private final Projects known;
    private final SignedIn signedIn;
    private final PlanTerms terms;
    private final Catalogue catalogue;

    /**
     * @param about number of a session or code of a module; blank: the whole plan
     * @return whether the consultation is over
     */
    public boolean comment(long rootId, String about, String text, String choice) {
        Plan plan = current(rootId);
        boolean over = "soumettre".equals(choice);
        if (!over && !"ouvert".equals(choice)) {
            throw new Refusal("Dites si la concertation reste ouverte ou si le plan peut être soumis.", "choice");
        }
        String where = known.find(plan.projectId()).orElseThrow().circonscriptionUai();
        boolean edits = signedIn.has(Role.CPC, where) || signedIn.has(Role.ERUN, where);
        if (over && !edits && signedIn.has(Role.DSI, where)) {
            throw new Refusal(
                    "La concertation est close par l'équipe qui fait le plan (CPC, E-RUN). Choisissez « Laisser la concertation ouverte » : votre remarque est enregistrée.",
                    "choice");
        }
        if (text.isBlank() && !over) {
            throw new Refusal("Écrivez une remarque, ou choisissez de soumettre le plan.", "remark");
        }
        if (!text.isBlank()) {
            refuseLonger(text, REMARK_MAX, "remark");
            remark(plan, NUMBERED.matcher(about.strip()).replaceFirst("$1"), text.strip());
            journal.add(plan.told("Remarque écrite").because(text));
        }
        if (over) {
            journal.add(plan.told("Concertation terminée"));
        }
        return over;
    }

    private void remark(Plan plan, String about, String text) {
        if (about.isEmpty()) {
            LineRemarks read = readLines(plan, text, "remark");
            if (!read.general().isEmpty()) {
                opinions.remark(plan.id(), null, null, read.general());
            }
            read.lines().forEach((line, said) -> opinions.remark(plan.id(), line, null, said));
        } else if (about.matches("\\d{1,6}")
                && lines.find(plan.id(), Integer.parseInt(about)).isPresent()) {
            opinions.remark(plan.id(), Integer.valueOf(about), null, text);
        } else if (catalogue.find(about.toUpperCase()).isPresent()) {
            opinions.remark(plan.id(), null, about.toUpperCase(), text);
        } else {
            throw new Refusal(
                    Typed.quoted(about)
                            + " n'est ni le numéro d'une ligne de ce plan ni le code d'un module. Laissez vide pour le plan entier.",
                    "about");
        }
    }

    private LineRemarks readLines(Plan plan, String text, String field) {
        LineRemarks read = LineRemarks.read(
                text, lines.of(plan.id()).stream().map(PlannedSession::line).toList(), field);
        read.lines().forEach((line, said) -> {
            if (said.length() > REMARK_MAX) {
                throw new Refusal(
                        "La remarque sur la session de la ligne " + line + " dépasse " + French.number(REMARK_MAX)
                                + " caractères.",
                        field);
            }
        });
        return read;
    }

    /**
     * Recorded once per version: whoever comes second is told so.
     *
     * @param code of a verdict, or {@link Verdict#APPROVED_WITH_OVERRUN}
     */
    public Verdict decide(long rootId, String code, String remarks) {
        boolean overrunAccepted = Verdict.APPROVED_WITH_OVERRUN.equals(code);
        Verdict verdict = Verdict.of(overrunAccepted ? Verdict.APPROUVER.code() : code)
                .orElseThrow(
                        () -> new Refusal("Choisissez une décision : approuver, renvoyer ou rejeter.", "decision"));
        Plan plan = current(rootId);
        if (plan.state() != PlanState.SOUMIS) {
            throw new Refusal("Ce plan a déjà fait l'objet d'une décision. Rechargez la page pour la lire.");
        }
        if (verdict != Verdict.APPROUVER && remarks.isBlank()) {
            throw new Refusal("Indiquez vos remarques : sans elles, personne ne saurait quoi corriger.", "remarks");
        }
        refuseLonger(remarks, DECISION_MAX, "remarks");
        LineRemarks said = readLines(plan, remarks, "remarks");
        long over = findings.loads(plan.id()).stream().filter(Load::isOver).count();
        if (verdict == Verdict.APPROUVER && over > 0) {
            if (!overrunAccepted) {
                throw new Refusal(
                        "Avec ce plan, "
                                + French.count(
                                        over,
                                        "personne dépasse ses heures disponibles",
                                        "personnes dépassent leurs heures disponibles")
                                + " : la page du plan dit lesquelles. Choisissez « Approuver, dépassements d'heures compris », ou renvoyez le plan.",
                        "decision");
            }
            journal.add(plan.told("Dépassements d'heures acceptés").change(null, French.count(over, "personne")));
        }
        plan.decide(verdict, terms.today());
        plans.save(plan);
        opinions.decide(plan.id(), verdict, remarks.isBlank() ? null : remarks.strip());
        journal.add(
                plan.told("Décision : " + French.inSentence(verdict.label())).because(remarks));
        said.lines().forEach((line, text) -> opinions.remark(plan.id(), line, null, text));
        if (plan.isAmendment() && verdict != Verdict.RENVOYER) {
            projects.amendmentDecided(
                    plan.projectId(),
                    verdict == Verdict.APPROUVER,
                    plan.reason() + (remarks.isBlank() ? "" : ". " + remarks.strip()));
        }
        if (verdict == Verdict.APPROUVER && plan.isAmendment()) {
            replaceBase(plan);
        }
        if (verdict == Verdict.RENVOYER) {
            Plan next = plans.save(plan.next(terms.today()));
            contents.copy(plan, next);
            journal.add(next.told("Version ouverte à la révision"));
            projects.planSentBack(plan.projectId(), remarks.strip());
            mails.sentBack(plan, next, remarks.strip());
        }
        return verdict;
    }

    private void replaceBase(Plan plan) {
        Plan base = plans.findById(plan.basePlanId()).orElseThrow();
        base.replaced();
        plans.save(base);
        journal.add(base.told("Remplacé par un avenant"));
    }

    /** The corrections are done: the version is checked again and may be submitted. */
    public void finishRevision(long rootId, String note) {
        Plan plan = current(rootId);
        refuseLonger(note, NOTE_MAX, "note");
        contents.check(plan);
        List<Warning> blocking = findings.warnings(plan.id()).stream()
                .filter(warning -> warning.weight() == Warning.Weight.BLOQUANT)
                .toList();
        if (!blocking.isEmpty()) {
            Warning first = blocking.get(0);
            throw new Refusal("Il reste " + French.count(blocking.size(), "point", "points") + " à corriger. Ligne "
                    + first.line() + " : " + first.text());
        }
        plan.calculated();
        plans.save(plan);
        journal.add(plan.told(AskedOfPlan.REVISED).because(note));
    }

    private static void refuseLonger(String text, int max, String field) {
        if (text.length() > max) {
            throw new Refusal("Ce texte dépasse " + French.number(max) + " caractères : raccourcissez-le.", field);
        }
    }

    private Plan current(long rootId) {
        var chain = plans.chain(rootId);
        return chain.get(chain.size() - 1);
    }
}
