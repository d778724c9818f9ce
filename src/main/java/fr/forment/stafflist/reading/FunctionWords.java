package fr.forment.stafflist.reading;

import fr.forment.account.AgentFunction;
import fr.forment.french.Names;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The words lists use for what people do. A word that is not here is asked about, not guessed. */
final class FunctionWords {

    private static final Map<String, AgentFunction> WORDS = words();

    private FunctionWords() {}

    static Optional<AgentFunction> read(String written) {
        return Optional.ofNullable(WORDS.get(Names.fold(written)));
    }

    private static Map<String, AgentFunction> words() {
        Map<String, AgentFunction> known = new HashMap<>();
        Arrays.stream(AgentFunction.values())
                .forEach(function -> add(known, function, function.name(), function.label()));
        add(
                known,
                AgentFunction.DIRECTEUR,
                "directrice",
                "directeur directrice",
                "directeur d'école",
                "directrice d'école",
                "directeur école",
                "direction",
                "dir",
                "chargé d'école",
                "chargée d'école",
                "directeur(trice)");
        add(
                known,
                AgentFunction.ADJOINT,
                "adjointe",
                "adjoint(e)",
                "adj",
                "enseignant",
                "enseignante",
                "enseignant(e)",
                "ens",
                "PE",
                "professeur des écoles",
                "professeure des écoles",
                "professeur",
                "professeure",
                "instituteur",
                "institutrice",
                "maître",
                "maîtresse",
                "adjoint élémentaire",
                "adjoint maternelle",
                "PEMF",
                "maître formateur",
                "enseignant spécialisé",
                "enseignante spécialisée");
        add(
                known,
                AgentFunction.TR,
                "titulaire remplaçant",
                "remplaçant",
                "remplaçante",
                "titulaire remplaçante",
                "titulaire remplaçant(e)",
                "zil",
                "brigade",
                "bd",
                "bfc",
                "TR ZIL",
                "TR brigade",
                "TRS",
                "titulaire de secteur",
                "titulaire remplaçant de secteur");
        add(
                known,
                AgentFunction.CONTRACTUEL,
                "contractuelle",
                "contractuel(le)",
                "enseignant contractuel",
                "enseignante contractuelle");
        add(
                known,
                AgentFunction.PES,
                "stagiaire",
                "professeur des écoles stagiaire",
                "PEFS",
                "fonctionnaire stagiaire",
                "professeur stagiaire",
                "professeure des écoles stagiaire",
                "PE stagiaire");
        add(
                known,
                AgentFunction.AESH,
                "avs",
                "AESH-i",
                "AESH-m",
                "AESH-co",
                "accompagnant d'élèves",
                "accompagnant des élèves en situation de handicap",
                "accompagnante des élèves en situation de handicap");
        add(
                known,
                AgentFunction.COMMUNAL,
                "ATSEM",
                "agent territorial spécialisé des écoles maternelles",
                "agente territoriale spécialisée des écoles maternelles",
                "agent communal",
                "agente communale",
                "personnel communal",
                "périscolaire",
                "agent périscolaire",
                "animateur périscolaire",
                "animatrice périscolaire");
        add(
                known,
                AgentFunction.ERUN,
                "e run",
                "enseignant référent numérique",
                "référent numérique",
                "enseignant référent aux usages du numérique",
                "enseignant référent pour les usages du numérique",
                "enseignante référente pour les usages du numérique");
        add(
                known,
                AgentFunction.CPC,
                "conseiller pédagogique",
                "conseiller pédagogique de circonscription",
                "conseillère pédagogique",
                "conseillère pédagogique de circonscription");
        add(known, AgentFunction.CPD, "conseiller pédagogique départemental", "conseillère pédagogique départementale");
        add(
                known,
                AgentFunction.IEN,
                "inspecteur",
                "inspectrice",
                "inspecteur de l'éducation nationale",
                "inspectrice de l'éducation nationale");
        add(known, AgentFunction.SECRETAIRE, "secrétaire", "secrétariat");
        add(known, AgentFunction.DSI, "collectivité");
        return known;
    }

    private static void add(Map<String, AgentFunction> known, AgentFunction function, String... words) {
        Stream.of(words).forEach(word -> known.put(Names.fold(word), function));
    }
}
