package fr.forment.survey;

import fr.forment.french.Typed;
import fr.forment.territory.School;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rules between answers: sums, shares, what one answer asks besides. Collects what does not fit, in French. */
public class AnswerChecks {

    /** Before the first ENT: an older date is a mistyped year. */
    private static final LocalDate OLDEST_CHARTER = LocalDate.of(2000, 1, 1);

    private final Map<String, String> values;
    private final School school;
    private final Set<String> activeModules;
    private final LocalDate today;
    private final List<AnswerProblem> problems = new ArrayList<>();

    /** @param values read already; what has lost its object (the date of a charte not adopted) is taken out */
    public AnswerChecks(Map<String, String> values, School school, Set<String> activeModules, LocalDate today) {
        this.values = values;
        this.school = school;
        this.activeModules = activeModules;
        this.today = today;
    }

    public List<AnswerProblem> problems() {
        checkSchool();
        checkTeam();
        checkUse();
        checkNeeds();
        checkOrganisation();
        return problems;
    }

    private void checkSchool() {
        if (is("isExact", "yes")) {
            forget("correction");
            putIfKnown("classes", school.classes());
            putIfKnown("pupils", school.pupils());
        } else {
            refuseIf(
                    "correction",
                    is("isExact", "no")
                            && missing("correction")
                            && same("classes", school.classes())
                            && same("pupils", school.pupils()),
                    "A – Dites ce qui est à corriger dans les informations de l'école.");
        }
        if (!is("rhythm", "INCONNU")) {
            forget("rhythmOther");
        }
    }

    private void checkTeam() {
        Answers answers = new Answers(values);
        int teachers = answers.teachers();
        String team = " que l'équipe (" + teachers + ").";
        if (teachers == 0) { // all that is compared with the team would be wrong too
            refuse("fullTime", "L'équipe – Indiquez combien d'enseignants compte l'école, direction comprise.");
            return;
        }
        refuseIf(
                "newcomers",
                number("newcomers") > teachers,
                "L'équipe – Les enseignants arrivés depuis moins d'un an ne peuvent pas être plus nombreux" + team);
        refuseIf(
                "constellation",
                number("constellation") > teachers,
                "L'équipe – Les enseignants en constellation ne peuvent pas être plus nombreux" + team);
        if (HeadCount.isSurprising(teachers, number("classes"))) {
            refuseIf(
                    "teamConfirmed",
                    !is("teamConfirmed", "true"),
                    "L'équipe – Vous indiquez " + counted(teachers, "enseignant") + " pour "
                            + counted(number("classes"), "classe")
                            + " : corrigez le nombre, ou cochez « C'est exact » sous le tableau de l'équipe.");
        } else {
            forget("teamConfirmed");
        }
        Answers.THEMES.forEach((theme, name) -> checkLevels(theme, name, answers, teachers));
        refuseIf(
                "administrators",
                number("administrators") > teachers,
                "D – Les personnes qui administreront l'ENT ne peuvent pas être plus nombreuses" + team);
    }

    /** A line left empty or at zero was not answered; any other counts everybody once. */
    private void checkLevels(String theme, String name, Answers answers, int teachers) {
        int sum = Answers.LEVELS.stream()
                .mapToInt(level -> answers.level(theme, level))
                .sum();
        if (sum == 0) {
            Answers.LEVELS.forEach(level -> forget(theme + level));
        }
        refuseIf(
                theme + "Discover",
                sum > 0 && sum != teachers,
                "D – Ligne « " + name + " » : le total est de " + sum + " pour une équipe de "
                        + counted(teachers, "personne")
                        + ". Répartissez toute l'équipe sur la ligne, ou corrigez l'équipe au début.");
    }

    private void checkUse() {
        if (is("entUse", "AUCUN")) {
            forget("entWhich", "classesUsing");
        }
        refuseIf(
                "classesUsing",
                !missing("classes") && number("classesUsing") > number("classes"),
                "B – Les classes qui utilisent l'outil ne peuvent pas être plus nombreuses que celles de l'école ("
                        + number("classes") + ").");
        keepDateIf(
                "charterDate",
                is("charter", "OUI"),
                OLDEST_CHARTER,
                "B – Indiquez la date d'adoption de la charte : une date déjà passée. Vérifiez l'année.");
        keepDateIf(
                "consultedOn",
                is("consulted", "yes"),
                today.minusYears(1),
                "H – Indiquez la date du conseil des maîtres, dans l'année écoulée.");
        if (is("hasRoom", "yes")) {
            refuseIf(
                    "roomCapacity",
                    number("roomCapacity") == 0,
                    "C – Indiquez combien de personnes la salle peut accueillir.");
        } else {
            forget("roomCapacity");
        }
    }

    private void checkNeeds() {
        List<String> priorities = new Answers(values).priorities();
        refuseIf(
                "priority2",
                new HashSet<>(priorities).size() < priorities.size(),
                "D – Choisissez trois priorités différentes.");
        refuseIf(
                "priority1",
                missing("priority1") && !priorities.isEmpty() || missing("priority2") && !missing("priority3"),
                "D – Remplissez les priorités dans l'ordre : la première, puis la deuxième.");
        refuseIf(
                "priority1",
                !activeModules.containsAll(priorities),
                "D – L'un des modules choisis n'est plus proposé : choisissez une autre priorité.");
        refuseIf(
                "obstacleText",
                new Answers(values).codes("obstacles").contains("AUTRE") && missing("obstacleText"),
                "E – Décrivez l'autre obstacle en quelques mots.");
        if (missing("obstacles")) {
            forget("obstacleText");
        }
        if (missing("wave") || is("wave", "ANY")) {
            forget("waveReason");
        }
    }

    private void checkOrganisation() {
        if (is("hasResourcePerson", "yes")) {
            refuseIf(
                    "resourcePersonChoice",
                    missing("resourcePersonName") && missing("resourcePersonChoice"),
                    "E – Indiquez le nom de la personne ressource.");
            refuseIf(
                    "resourcePersonConsent",
                    !is("resourcePersonConsent", "true"),
                    "E – Cochez l'accord de la personne ressource : son nom ne sert qu'avec son accord.");
        } else {
            forget("resourcePersonName", "resourcePersonChoice", "resourcePersonConsent", Answers.RESOURCE_PERSONS);
        }
        if (new Answers(values).codes("parentInfo").contains("TRADUCTION")) {
            refuseIf("translationLanguages", missing("translationLanguages"), "G – Dites en quelles langues traduire.");
        } else {
            forget("translationLanguages");
        }
    }

    private void keepDateIf(String question, boolean asked, LocalDate earliest, String message) {
        if (asked) {
            refuseIf(
                    question,
                    Typed.day(values.get(question))
                            .filter(day -> !day.isBefore(earliest) && !day.isAfter(today))
                            .isEmpty(),
                    message);
        } else {
            forget(question);
        }
    }

    private void putIfKnown(String question, Integer known) {
        if (known != null) {
            values.put(question, String.valueOf(known));
        }
    }

    private boolean same(String question, Integer known) {
        return missing(question) || known != null && number(question) == known;
    }

    private boolean is(String question, String value) {
        return value.equals(values.get(question));
    }

    private boolean missing(String question) {
        return !values.containsKey(question);
    }

    private int number(String question) {
        return Integer.parseInt(values.getOrDefault(question, "0"));
    }

    private static String counted(int number, String what) {
        return number + " " + what + (number < 2 ? "" : "s");
    }

    private void forget(String... questions) {
        for (String question : questions) {
            values.remove(question);
        }
    }

    private void refuseIf(String question, boolean wrong, String message) {
        if (wrong) {
            refuse(question, message);
        }
    }

    private void refuse(String question, String message) {
        problems.add(new AnswerProblem(question, message));
    }
}
