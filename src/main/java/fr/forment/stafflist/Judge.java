package fr.forment.stafflist;

import fr.forment.account.AgentFunction;
import fr.forment.french.Names;
import fr.forment.french.Typed;
import fr.forment.people.Agent;
import fr.forment.stafflist.Lines.First;
import fr.forment.stafflist.reading.SheetsRead;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.util.StringUtils;

/**
 * Recognises the person of a line, or asks. An e-mail that agrees with the name is proof; so is the name among the
 * people of the same place. Everything less is a question: merging two people is worse than asking.
 */
class Judge {

    /** @param candidates whom the question is about; empty when nothing is asked */
    record Verdict(ListLine line, List<Agent> candidates) {}

    private static final String STRANGER =
            "Cette adresse est celle d'une personne d'un autre nom, hors de votre périmètre : vérifiez l'adresse. Si c'est"
                    + " bien la même personne, le secrétariat qui la suit enregistre d'abord son changement de nom.";

    private final Around around;
    private final Effects effects;
    private final Terrain terrain;
    private final Predicate<Agent> covered;
    private final Set<String> coveredPlaces;
    private final LocalDate today;
    private final SheetsRead sheets;

    /**
     * @param covered who may be shown to the person as somebody of the same name
     * @param coveredPlaces the places the file names
     */
    Judge(
            Around around,
            Effects effects,
            Terrain terrain,
            Predicate<Agent> covered,
            Set<String> coveredPlaces,
            LocalDate today,
            SheetsRead sheets) {
        this.around = around;
        this.effects = effects;
        this.terrain = terrain;
        this.covered = covered;
        this.coveredPlaces = coveredPlaces;
        this.today = today;
        this.sheets = sheets;
    }

    /** In the order of the file: later lines look back at earlier ones. */
    Verdict judge(ListLine line) {
        Verdict verdict = judge(line, true);
        around.firstLines.computeIfPresent(line.seq(), (seq, before) -> verdict.line());
        return verdict;
    }

    /** @param among false once somebody has said that the line is nobody else of the file */
    Verdict judge(ListLine line, boolean among) {
        String problem = terrain.problem(line.function(), line.uai());
        if (!problem.isEmpty()) {
            return toFix(line, "uai " + Typed.quoted(line.uai()) + " : " + problem, null);
        }
        Verdict twice = among ? repeated(line) : null;
        if (twice != null) {
            return twice;
        }
        Agent byEmail = line.email() == null ? null : around.byEmail.get(line.email());
        if (byEmail != null) {
            return knownByEmail(line, byEmail);
        }
        Agent visitor = around.visitors.getOrDefault(line.uai(), List.of()).stream()
                .filter(agent -> isCalled(agent, line))
                .filter(agent -> agree(agent, line))
                .findFirst()
                .orElse(null);
        if (visitor != null && !Objects.equals(visitor.schoolUai(), line.uai())) {
            return sure(line.becomes(
                    Outcome.ELSEWHERE,
                    "autre école de cette personne ; la principale reste " + terrain.label(visitor),
                    visitor));
        }
        List<Agent> here = around.there.getOrDefault(line.uai(), List.of()).stream()
                .filter(agent -> isCalled(agent, line))
                .filter(agent -> agree(agent, line) || !isSomebodyElsesLine(agent, line))
                .toList();
        return here.isEmpty() ? unknownHere(line, among) : knownHere(line, here);
    }

    /** The same person on an earlier line: a slip, or somebody who works in two schools. Null when neither. */
    private Verdict repeated(ListLine line) {
        ListLine sameAddress = earlier(around.firstByEmail.get(line.email()), line);
        if (sameAddress != null) {
            if (!sameAddress.foldedName().equals(line.foldedName())) {
                return toFix(
                        line,
                        "L'adresse est déjà celle d'une autre personne, " + where(sameAddress)
                                + " : corrigez l'une des deux.",
                        null);
            }
            return sameAddress.uai().equals(line.uai()) ? already(line, sameAddress) : twoSchools(line, sameAddress);
        }
        ListLine sameName = earlier(around.firstByNameAndPlace.get(line.foldedName() + "/" + line.uai()), line);
        return sameName != null && (sameName.email() == null || line.email() == null) ? already(line, sameName) : null;
    }

    private Verdict twoSchools(ListLine line, ListLine first) {
        Agent known = line.email() == null ? null : around.byEmail.get(line.email());
        Set<String> others = known == null ? Set.of() : around.otherSchools.getOrDefault(known.id(), Set.of());
        boolean said = others.contains(line.uai()) || others.contains(first.uai());
        return said
                ? null
                : new Verdict(
                        line.besides(first.seq())
                                .asks(
                                        ListQuestion.TWO_LINES,
                                        StringUtils.capitalize(where(first)) + " : "
                                                + terrain.find(first.uai()).label() + ". "
                                                + StringUtils.capitalize(where(line)) + " : "
                                                + terrain.find(line.uai()).label() + "."),
                        List.of());
    }

    private Verdict knownByEmail(ListLine line, Agent known) {
        if (!isCalled(known, line) && !covered.test(known)) {
            return toFix(line, STRANGER, null);
        }
        if (!isCalled(known, line)) {
            return asks(line, ListQuestion.RENAMED, List.of(known));
        }
        if (!Objects.equals(Terrain.uai(known), line.uai())
                && around.otherSchools.getOrDefault(known.id(), Set.of()).contains(line.uai())) {
            return sure(line.becomes(
                    Outcome.ELSEWHERE,
                    "autre école de cette personne ; la principale reste " + terrain.label(known),
                    known));
        }
        if (known.isActiveOn(today)
                && !Objects.equals(Terrain.uai(known), line.uai())
                && around.there.getOrDefault(line.uai(), List.of()).stream()
                        .anyMatch(agent -> isCalled(agent, line) && agent.email() == null)) {
            return asks(
                    line, ListQuestion.TWIN, List.of(known)); // declared on the spot before any list knew the address
        }
        boolean perhapsBoth = line.function() == AgentFunction.TR
                && known.isActiveOn(today)
                && known.schoolUai() != null
                && terrain.find(line.uai()).schoolUai() != null
                && !known.schoolUai().equals(line.uai())
                && Optional.ofNullable(around.firstByEmail.get(line.email()))
                        .filter(first -> first.count() > 1)
                        .isEmpty();
        return perhapsBoth ? asks(line, ListQuestion.TWO_PLACES, List.of(known)) : sure(effects.of(line, known));
    }

    private Verdict knownHere(ListLine line, List<Agent> here) {
        List<Agent> agreeing = here.stream().filter(agent -> agree(agent, line)).toList();
        if (agreeing.size() == 1) {
            return sure(effects.of(line, agreeing.get(0)));
        }
        return agreeing.isEmpty() ? asks(line, ListQuestion.ADDRESS, here) : asks(line, ListQuestion.HOMONYM, agreeing);
    }

    private Verdict unknownHere(ListLine line, boolean among) {
        ListLine sameName = earlier(around.firstByName.get(line.foldedName()), line);
        if (among && sameName != null && (sameName.email() == null || line.email() == null) && !isKnownAt(sameName)) {
            return twoSchools(line, sameName);
        }
        List<Agent> elsewhere = around.namesakes.getOrDefault(line.foldedName(), List.of()).stream()
                .filter(covered)
                .filter(agent -> effects.isAllowed(line, agent))
                .filter(agent -> !Objects.equals(Terrain.uai(agent), line.uai()) || !agent.isActiveOn(today))
                .filter(agent -> !agent.isActiveOn(today) || !around.isListed(agent))
                .filter(agent ->
                        agree(agent, line) || !agent.isActiveOn(today) || coveredPlaces.contains(Terrain.uai(agent)))
                .toList();
        if (!elsewhere.isEmpty()) {
            boolean allGone = elsewhere.stream().noneMatch(agent -> agent.isActiveOn(today));
            boolean otherAddress = elsewhere.stream().noneMatch(agent -> agree(agent, line));
            return asks(
                    line,
                    allGone ? ListQuestion.RETURN : otherAddress ? ListQuestion.ADDRESS : ListQuestion.HOMONYM,
                    elsewhere);
        }
        List<Agent> renamed = around.there.getOrDefault(line.uai(), List.of()).stream()
                .filter(agent -> !around.isListed(agent))
                .filter(agent -> mayBeRenamed(agent, line))
                .toList();
        return renamed.isEmpty() ? sure(effects.ofNew(line)) : asks(line, ListQuestion.RENAMED, renamed);
    }

    private boolean isKnownAt(ListLine other) {
        return around.namesakes.getOrDefault(other.foldedName(), List.of()).stream()
                .anyMatch(agent -> agent.isActiveOn(today) && Objects.equals(Terrain.uai(agent), other.uai()));
    }

    /** Another line of the file holds this person's own address. */
    private boolean isSomebodyElsesLine(Agent agent, ListLine line) {
        return agent.email() != null && !agent.email().equals(line.email()) && around.listed.contains(agent.email());
    }

    /** Same first name, or the same address at another provider, within a place. */
    private static boolean mayBeRenamed(Agent agent, ListLine line) {
        return Names.fold(agent.firstName()).equals(Names.fold(line.firstName()))
                        && agent.function().isOfSchool() == line.function().isOfSchool()
                || agent.email() != null
                        && line.email() != null
                        && localPart(agent.email()).equals(localPart(line.email()));
    }

    private static boolean isCalled(Agent agent, ListLine line) {
        return agent.foldedName().equals(line.foldedName());
    }

    /** Nothing in the addresses speaks against it. */
    private static boolean agree(Agent agent, ListLine line) {
        return agent.email() == null || line.email() == null || agent.email().equals(line.email());
    }

    private String where(ListLine line) {
        return sheets.line(line.seq(), line.line());
    }

    private ListLine earlier(First first, ListLine line) {
        ListLine found = first == null || first.seq() >= line.seq() ? null : around.firstLines.get(first.seq());
        return found == null || found.outcome() == Outcome.TO_FIX ? null : found;
    }

    private Verdict already(ListLine line, ListLine first) {
        return toFix(
                line,
                "Cette personne est déjà à la " + where(first)
                        + " : gardez une seule ligne, ou distinguez les deux par leur adresse.",
                null);
    }

    private Verdict asks(ListLine line, ListQuestion question, List<Agent> candidates) {
        List<Agent> allowed = candidates.stream()
                .filter(agent -> effects.isAllowed(line, agent))
                .toList();
        return allowed.isEmpty()
                ? sure(effects.denied(line, candidates.get(0)))
                : new Verdict(
                        line.asks(
                                question,
                                question.sentence() + " Connu : "
                                        + String.join(
                                                " ; ",
                                                allowed.stream()
                                                        .map(Judge::named)
                                                        .toList()) + "."),
                        allowed);
    }

    private static String named(Agent agent) {
        return agent.fullName() + (agent.email() == null ? "" : ", " + agent.email());
    }

    private static Verdict toFix(ListLine line, String why, Agent who) {
        return sure(line.becomes(Outcome.TO_FIX, why, who));
    }

    private static Verdict sure(ListLine line) {
        return new Verdict(line, List.of());
    }

    private static String localPart(String email) {
        return email.substring(0, email.indexOf('@'));
    }
}
