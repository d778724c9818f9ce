package fr.forment.demonstration;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Answers of directors who do not exist: what the form already knows is confirmed, the rest varies from school to
 * school.
 */
public final class SyntheticAnswers {

    private static final List<String> WISHES = List.of("PEDA-1", "COMM", "PRES-ECOLE", "ADM-DIR");

    private static final List<String> TEAM = List.of("fullTime", "partTime", "substitutes", "contractual", "trainees");
    private static final List<String> THEMES =
            List.of("presentation", "peda1", "peda2", "peda3", "communication", "administration");

    private SyntheticAnswers() {}

    /** @param number any number; the same number answers the same */
    public static Map<String, Object> of(Map<String, Object> prefilled, int number) {
        Map<String, Object> answer = new HashMap<>(prefilled);
        answer.put("isExact", "yes");
        answer.put("rhythm", number % 3 == 0 ? "QUATRE_JOURS_ET_DEMI" : "QUATRE_JOURS");
        levels(answer, number);
        answer.put("teamConfirmed", true);
        answer.put("newcomers", number % 2);
        answer.putIfAbsent("constellation", 0);
        answer.put("entUse", number % 4 == 0 ? "AUTRE" : "AUCUN");
        answer.put("entWhich", number % 4 == 0 ? "Un cahier de liaison en ligne" : "");
        answer.put("charter", number % 5 == 0 ? "EN_COURS" : "NON");
        answer.put("connection", List.of("SUFFISANT", "IRREGULIER", "SUFFISANT").get(number % 3));
        answer.put("hasRoom", number % 2 == 0 ? "yes" : "no");
        answer.put("roomCapacity", number % 2 == 0 ? 25 : null);
        answer.put("priority1", WISHES.get(number % 4));
        answer.put("priority2", WISHES.get((number + 1) % 4));
        answer.put("hasResourcePerson", "no");
        answer.put("aesh", number % 3);
        answer.put("atsem", number % 2 + 1);
        answer.put("wave", "ANY");
        answer.put("slots", "[\"MERCREDI_APRES_MIDI\",\"SOIR\"]");
        answer.put("formats", number % 3 == 0 ? "[\"REGROUPEMENT\",\"AUTOFORMATION\"]" : "[\"REGROUPEMENT\"]");
        answer.put("travel", "30");
        answer.put("consulted", "no");
        return answer;
    }

    /** One or two know the theme already, the others discover it or begin. */
    private static void levels(Map<String, Object> answer, int number) {
        int team = TEAM.stream()
                .mapToInt(question -> answer.get(question) instanceof Number some ? some.intValue() : 0)
                .sum();
        for (int theme = 0; theme < THEMES.size(); theme++) {
            int able = Math.min(team, (number + theme) % 3);
            int begin = (team - able) / 2;
            answer.put(THEMES.get(theme) + "Discover", team - able - begin);
            answer.put(THEMES.get(theme) + "Begin", begin);
            answer.put(THEMES.get(theme) + "Alone", able);
        }
    }
}
