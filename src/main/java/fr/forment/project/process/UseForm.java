package fr.forment.project.process;

import fr.forment.project.UseReport;
import fr.forment.project.UseReport.Asked;
import fr.forment.project.UseReport.More;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Hands the words of a questionnaire to the form of Tasklist, which knows texts only. */
final class UseForm {

    private UseForm() {}

    static String of(Asked asked) {
        String[] more = new String[UseReport.MORE];
        Arrays.fill(more, "");
        for (More question : asked.more()) {
            more[question.slot() - 1] = String.join(
                    "¦",
                    question.isMark() ? "MARK" : "COUNT",
                    word(question.label()),
                    question.isMark() ? word(question.lowest()) : "",
                    question.isMark() ? word(question.highest()) : "");
        }
        List<String> parts = new ArrayList<>(
                List.of(word(asked.activeClasses()), word(asked.parentAccounts()), word(asked.difficulties())));
        parts.addAll(List.of(more));
        return String.join("¤", parts);
    }

    /** Without the signs that part one word from the next. */
    private static String word(String typed) {
        return typed.replace('¤', ' ').replace('¦', ' ');
    }
}
