package fr.forment.paper;

import fr.forment.catalogue.Profile;
import fr.forment.french.French;
import fr.forment.plan.GaiaIdentifiers;
import fr.forment.plan.PlanFollowUp.HeldPlan;
import fr.forment.plan.PlanNames;
import fr.forment.plan.PlannedSession;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What of a version can be typed into GAIA or SOFIA, and all that differs from the plan: each rounding, each public
 * left aside, each session refused, with why.
 *
 * @param lines by dispositif, module and date
 * @param notes by number of session
 */
public record GaiaReport(List<GaiaLine> lines, List<Note> notes) {

    /** How a note weighs: a session that is not there, a figure that is another, something to finish there. */
    public enum Kind {
        REFUS("Non exportée"),
        ARRONDI("Durée arrondie"),
        RESTE("À compléter");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public record Note(PlannedSession session, Kind kind, String text) {}

    /** People GAIA knows: of the Éducation nationale, and by what they are. */
    private static final Set<Profile> KNOWN = EnumSet.of(
            Profile.IEN,
            Profile.IEN_NUMERIQUE,
            Profile.CPD,
            Profile.CPC,
            Profile.ERUN,
            Profile.DIRECTEUR,
            Profile.PERSONNE_RESSOURCE,
            Profile.ENSEIGNANT);

    /** @param known what GAIA calls a module, by its code */
    public static GaiaReport of(HeldPlan held, Map<String, GaiaIdentifiers> known, PlanNames.Of names) {
        List<GaiaLine> lines = new ArrayList<>();
        List<Note> notes = new ArrayList<>();
        Map<GaiaIdentifiers, Integer> groups = new HashMap<>();
        held.sessions().stream()
                .sorted(Comparator.comparing(PlannedSession::startsAt).thenComparing(PlannedSession::line))
                .forEach(session -> {
                    GaiaIdentifiers ids = known.getOrDefault(session.moduleCode(), GaiaIdentifiers.NONE);
                    String refused = refusal(session, ids, names);
                    if (refused != null) {
                        notes.add(new Note(session, Kind.REFUS, refused));
                        return;
                    }
                    var line = new GaiaLine(
                            session,
                            ids,
                            groups.merge(ids, 1, Integer::sum),
                            GaiaLine.hours(session.minutes()),
                            labels(session, true),
                            held.end(session),
                            held.dates(session));
                    lines.add(line);
                    notes.addAll(notes(line, names));
                });
        lines.sort(Comparator.comparing((GaiaLine line) -> line.known().dispositif())
                .thenComparing(line -> line.known().module())
                .thenComparing(GaiaLine::group));
        notes.sort(Comparator.comparing(note -> note.session().line()));
        return new GaiaReport(List.copyOf(lines), List.copyOf(notes));
    }

    public long refused() {
        return count(Kind.REFUS);
    }

    public long rounded() {
        return count(Kind.ARRONDI);
    }

    private long count(Kind kind) {
        return notes.stream().filter(note -> note.kind() == kind).count();
    }

    private static String refusal(PlannedSession session, GaiaIdentifiers ids, PlanNames.Of names) {
        if (session.profiles().stream().noneMatch(KNOWN::contains)) {
            return "Public que GAIA ne connaît pas (" + labels(session, false) + ") : à inviter sans GAIA.";
        }
        if (ids.areComplete()) {
            return null;
        }
        String missing = ids.dispositif().isEmpty() && ids.module().isEmpty()
                ? "ni le numéro de dispositif ni le numéro de module ne sont connus"
                : ids.dispositif().isEmpty()
                        ? "le numéro de dispositif n'est pas connu"
                        : "le numéro de module n'est pas connu";
        return "Pour « " + names.module(session.moduleCode()) + " », " + missing
                + ". Saisissez-les dans les moyens du plan.";
    }

    private static List<Note> notes(GaiaLine line, PlanNames.Of names) {
        List<Note> notes = new ArrayList<>();
        PlannedSession session = line.session();
        if (line.isRounded()) {
            notes.add(new Note(
                    session,
                    Kind.ARRONDI,
                    line.real() + " devient " + line.hours() + " h : GAIA compte par 3 h, sans demi-heure. Les heures"
                            + " décomptées dans FormENT restent celles du plan."));
        }
        if (!line.dates().isEmpty()) {
            notes.add(new Note(session, Kind.RESTE, "Plusieurs dates, à saisir chacune : " + line.dates() + "."));
        }
        String aside = labels(session, false);
        if (!aside.isEmpty()) {
            notes.add(new Note(
                    session,
                    Kind.RESTE,
                    "Public laissé de côté, que GAIA ne connaît pas : " + aside + ". L'effectif ("
                            + French.count(session.expected(), "personne") + ") compte tout le monde."));
        }
        if (session.trainerAgentId() == null) {
            notes.add(new Note(
                    session,
                    Kind.RESTE,
                    "Formateur à désigner : " + session.trainerKind().label() + "."));
        }
        return notes;
    }

    /** @param known those GAIA knows, or the others */
    private static String labels(PlannedSession session, boolean known) {
        return session.profiles().stream()
                .filter(profile -> KNOWN.contains(profile) == known)
                .map(Profile::label)
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
