package fr.forment.evaluation;

import fr.forment.engine.Shown;
import fr.forment.french.Refusal;
import fr.forment.french.Typed;
import fr.forment.journal.Journal;
import fr.forment.journal.JournalEntry;
import fr.forment.territory.PlaceClocks;
import java.sql.Date;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes the next version of a circonscription's questionnaire: a draft, one question at a time, until it is put in
 * force. Every change says what its page showed of this very draft ({@link Shown}), so the second of two who write at
 * once is told, and nobody puts in force what he did not read.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class QuestionnaireService {

    private final JdbcClient jdbc;
    private final QuestionnaireVersions versions;
    private final Journal journal;
    private final PlaceClocks clocks;

    /**
     * One question as a form sends it.
     *
     * @param code blank for one more
     * @param kind counts for one more only: a question never changes its kind
     * @param sameMeaning other words for the same thing: answers to both are compared
     */
    public record TypedQuestion(
            String code, String kind, String label, String lowest, String highest, boolean sameMeaning) {

        /** A question of the draft says this already: the form came twice. */
        boolean isAs(AskedQuestion its) {
            return (!code.isBlank() || its.kind().name().equals(kind))
                    && its.label().equals(Typed.text(label))
                    && (!its.kind().hasScale()
                            || its.lowest().equals(Typed.text(lowest))
                                    && its.highest().equals(Typed.text(highest)));
        }
    }

    /** A draft with the questions that hold today. Of two who begin at once, one does. */
    public void begin(String circonscriptionUai, QuestionnaireKind kind) {
        List<QuestionnaireVersion> all = versions.all(circonscriptionUai);
        if (QuestionnaireVersions.draft(kind, all).isPresent()) {
            throw new Refusal("Une nouvelle version est déjà en préparation : elle est sur cette page.");
        }
        int edition = all.stream()
                        .filter(each -> each.kind() == kind) // the house's too: what it follows has the number before
                        .mapToInt(QuestionnaireVersion::edition)
                        .max()
                        .orElse(0)
                + 1;
        jdbc.sql("INSERT INTO evaluation_version (circonscription_uai, kind, edition) VALUES (?, ?, ?)")
                .params(circonscriptionUai, kind.name(), edition)
                .update();
        long id = jdbc.sql(
                        "SELECT id FROM evaluation_version WHERE circonscription_uai = ? AND kind = ? AND edition = ?")
                .params(circonscriptionUai, kind.name(), edition)
                .query(Long.class)
                .single();
        write(id, QuestionnaireVersions.inForce(kind, all).questions());
    }

    /**
     * @param seen what the page showed: of one question only that one, so two people may each write another
     * @return whether answers to the question as it was are compared with those to come
     */
    public boolean save(String circonscriptionUai, QuestionnaireKind kind, String seen, TypedQuestion typed) {
        QuestionnaireVersion draft = hold(circonscriptionUai, kind);
        boolean isNew = typed.code().isBlank();
        (isNew ? draft.shown() : draft.shown(typed.code()))
                .refuseUnlessSeen(seen, draft.questions().stream().anyMatch(typed::isAs));
        List<AskedQuestion> questions = new ArrayList<>(draft.questions());
        AskedQuestion was = isNew ? null : question(draft, typed.code());
        QuestionKind itsKind = isNew
                ? Typed.code(QuestionKind.class, typed.kind())
                        .orElseThrow(() -> new Refusal("Choisissez de quelle sorte est la question ajoutée."))
                : was.kind();
        String label = Typed.required(
                typed.label(),
                QuestionnaireRules.LONGEST,
                "Écrivez la question : personne ne peut répondre à une ligne vide.");
        String lowest = end(itsKind, typed.lowest());
        String highest = end(itsKind, typed.highest());
        boolean isSame = !isNew
                && label.equals(was.label())
                && Objects.equals(lowest, was.lowest())
                && Objects.equals(highest, was.highest());
        boolean isCompared = !isNew && (isSame || typed.sameMeaning());
        if (!isNew && !isCompared && QuestionnaireRules.isCountedOn(kind, was.code())) {
            throw new Refusal(
                    "Les bilans comptent sur cette question : son sens ne peut pas changer. Cochez « Le sens reste le même », ou ajoutez une autre question.");
        }
        AskedQuestion now = new AskedQuestion(
                isCompared ? was.code() : "q" + UUID.randomUUID().toString().substring(0, 8),
                itsKind,
                0,
                label,
                lowest,
                highest,
                isNew ? slot(draft, itsKind) : was.slot());
        if (isNew) {
            questions.add(now);
        } else {
            questions.set(questions.indexOf(was), now);
        }
        keep(draft, questions);
        return isCompared;
    }

    /** @param by −1: one place up, 1: one place down */
    public void move(String circonscriptionUai, QuestionnaireKind kind, String seen, String code, int by) {
        QuestionnaireVersion draft = hold(circonscriptionUai, kind);
        draft.shown().refuseUnlessSeen(seen);
        List<AskedQuestion> questions = new ArrayList<>(draft.questions());
        int from = questions.indexOf(question(draft, code));
        int to = from + by;
        if (to < 0 || to >= questions.size()) {
            throw new Refusal("Cette question est déjà à cette extrémité du questionnaire.");
        }
        Collections.swap(questions, from, to);
        keep(draft, questions);
    }

    public void remove(String circonscriptionUai, QuestionnaireKind kind, String seen, String code) {
        QuestionnaireVersion draft = hold(circonscriptionUai, kind);
        draft.shown().refuseUnlessSeen(seen);
        List<AskedQuestion> questions = new ArrayList<>(draft.questions());
        questions.remove(question(draft, code));
        keep(draft, questions);
    }

    /** From now on whoever is asked is asked this; those who hold a link answer what it showed. */
    public QuestionnaireVersion publish(String circonscriptionUai, QuestionnaireKind kind, String seen) {
        QuestionnaireVersion draft = hold(circonscriptionUai, kind);
        draft.shown().refuseUnlessSeen(seen);
        QuestionnaireRules.check(draft);
        QuestionnaireVersion before = versions.inForce(kind, circonscriptionUai);
        if (before.questions().equals(draft.questions())) {
            throw new Refusal(
                    "Rien n'a changé depuis la version en vigueur : modifiez une question, ou abandonnez ce brouillon.");
        }
        jdbc.sql("UPDATE evaluation_version SET in_force_on = ? WHERE id = ?")
                .params(Date.valueOf(clocks.today(circonscriptionUai)), draft.id())
                .update();
        journal.add(JournalEntry.of(EvaluationEvent.QUESTIONNAIRE, circonscriptionUai)
                .part(kind.name())
                .what(kind.label())
                .change(before.name(), draft.name()));
        return draft;
    }

    public void abandon(String circonscriptionUai, QuestionnaireKind kind, String seen) {
        QuestionnaireVersion draft = hold(circonscriptionUai, kind);
        draft.shown().refuseUnlessSeen(seen);
        erase(draft.id());
        jdbc.sql("DELETE FROM evaluation_version WHERE id = ?")
                .param(draft.id())
                .update();
    }

    /** The draft as it stands, for this transaction alone. */
    private QuestionnaireVersion hold(String circonscriptionUai, QuestionnaireKind kind) {
        int held = jdbc.sql("UPDATE evaluation_version SET revision = revision + 1"
                        + " WHERE circonscription_uai = ? AND kind = ? AND in_force_on IS NULL")
                .params(circonscriptionUai, kind.name())
                .update();
        if (held == 0) {
            throw new Refusal(
                    "Ce brouillon n'est plus là : quelqu'un l'a mis en vigueur ou abandonné. La page montre ce qui vaut maintenant.");
        }
        return QuestionnaireVersions.draft(kind, versions.all(circonscriptionUai))
                .orElseThrow();
    }

    private static AskedQuestion question(QuestionnaireVersion draft, String code) {
        return draft.question(code).orElseThrow(() -> new Refusal("Cette question n'est plus dans le brouillon."));
    }

    private static String end(QuestionKind kind, String typed) {
        return kind.hasScale()
                ? Typed.required(
                        typed,
                        QuestionnaireRules.LONGEST_END,
                        "Dites ce que veulent dire 1 et 4, par exemple « pas du tout » et « tout à fait ».")
                : null;
    }

    /** The first free column: what was answered to others stays where it is. */
    private static Integer slot(QuestionnaireVersion draft, QuestionKind kind) {
        if (!kind.hasSlot()) {
            return null;
        }
        Set<Integer> taken = draft.questions().stream().map(AskedQuestion::slot).collect(Collectors.toSet());
        return IntStream.rangeClosed(1, QuestionnaireRules.SLOTS)
                .boxed()
                .filter(slot -> !taken.contains(slot))
                .findFirst()
                .orElse(QuestionnaireRules.SLOTS + 1); // refused by the rules, which say why
    }

    private void keep(QuestionnaireVersion draft, List<AskedQuestion> questions) {
        QuestionnaireRules.check(draft.with(questions));
        erase(draft.id());
        write(draft.id(), questions);
    }

    private void erase(long versionId) {
        jdbc.sql("DELETE FROM evaluation_question WHERE version_id = ?")
                .param(versionId)
                .update();
    }

    private void write(long versionId, List<AskedQuestion> questions) {
        int place = 1;
        for (AskedQuestion each : questions) {
            jdbc.sql("INSERT INTO evaluation_question (version_id, code, kind, place, label, lowest, highest, slot)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(Arrays.asList(
                            versionId,
                            each.code(),
                            each.kind().name(),
                            place++,
                            each.label(),
                            each.lowest(),
                            each.highest(),
                            each.slot()))
                    .update();
        }
    }
}
