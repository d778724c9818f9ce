package fr.forment.survey;

import fr.forment.territory.SchoolRhythm;
import java.util.Set;

/**
 * What a school can and would like, as it answered.
 *
 * @param slots codes MERCREDI_MATIN, MERCREDI_APRES_MIDI, SOIR, JOURNEE_DECHARGE
 * @param formats codes ECOLE, REGROUPEMENT, VISIO, AUTOFORMATION
 * @param partners UAI of the schools it would like to be trained with
 * @param maxTravelMinutes null when not said
 * @param vague the rank it wishes; null without preference
 * @param roomCapacity people its room can take for a session; null when it has none
 * @param resourcePersonId agent of the school who agreed to be the resource person; null when there is none yet
 * @param obstacles codes TRAVAUX, DIRECTION_VACANTE, EFFECTIFS, EQUIPEMENT, AUTRE
 * @param inConstellation teachers whose yearly hours are taken by a constellation
 */
public record SchoolWishes(
        String schoolUai,
        SchoolRhythm rhythm,
        Set<String> slots,
        Set<String> formats,
        Set<String> partners,
        Integer maxTravelMinutes,
        Integer vague,
        Integer roomCapacity,
        Long resourcePersonId,
        Set<String> obstacles,
        int inConstellation) {

    public static SchoolWishes of(String uai, Answers answers) {
        return new SchoolWishes(
                uai,
                rhythm(answers.text("rhythm")),
                Set.copyOf(answers.codes("slots")),
                Set.copyOf(answers.codes("formats")),
                Set.copyOf(answers.codes("withSchools")),
                orNull(answers, "travel"),
                orNull(answers, "wave"),
                answers.isYes("hasRoom") ? orNull(answers, "roomCapacity") : null,
                answers.resourcePersonId(),
                Set.copyOf(answers.codes("obstacles")),
                answers.number("constellation").orElse(0));
    }

    private static SchoolRhythm rhythm(String code) {
        return code.isEmpty() ? SchoolRhythm.INCONNU : SchoolRhythm.valueOf(code);
    }

    private static Integer orNull(Answers answers, String question) {
        var number = answers.text(question).matches("\\d+") ? answers.number(question) : java.util.OptionalInt.empty();
        return number.isPresent() ? number.getAsInt() : null;
    }
}
