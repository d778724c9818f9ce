package fr.forment.start;

import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * What is wrong with the database, told by the codes of H2 and PostgreSQL. An address may hold a password behind its
 * "?" or ";": that part is never said.
 */
class DatabaseRefusal {

    private static final Pattern OPTION = Pattern.compile("\"([A-Z_]{1,40})\"");

    private final String urlVariable;
    private final String userVariable;
    private final String passwordVariable;
    private final String place;

    DatabaseRefusal(ConfigurableEnvironment environment) {
        urlVariable = Variable.of(environment, "spring.datasource.url").name();
        userVariable = Variable.of(environment, "spring.datasource.username").name();
        passwordVariable =
                Variable.of(environment, "spring.datasource.password").name();
        place = environment
                .getProperty("spring.datasource.url", "")
                .split("[?;]", 2)[0]
                .replaceAll("//[^/@]*@", "//");
    }

    /** Nobody answers there, or not yet. */
    static boolean isAway(SQLException problem) {
        String state = String.valueOf(problem.getSQLState());
        return state.equals("08001") || state.equals("08006") || state.equals("57P03") || state.equals("53300");
    }

    StartRefused of(SQLException problem) {
        return new StartRefused(
                switch (String.valueOf(problem.getSQLState())) {
                    case "28000", "28P01", "08004", "90049", "90050" ->
                        "la base " + place + " refuse ce nom ou ce mot de passe (" + userVariable + ", "
                                + passwordVariable + ").";
                    case "3D000", "90146" -> "la base " + place + " n'existe pas (" + urlVariable + ").";
                    case "90020" ->
                        "la base " + place
                                + " est déjà ouverte par un autre programme : arrêtez-le, ou donnez une autre base par "
                                + urlVariable + ".";
                    case "90030", "90048" ->
                        "le fichier de la base " + place
                                + " est endommagé ou d'une autre version de H2 : rétablissez une sauvegarde, ou donnez une autre base par "
                                + urlVariable + ".";
                    case "90028", "90031", "90062" -> cannotBeWritten();
                    case "90113" ->
                        option(problem)
                                .map(option -> "l'option " + option + " de " + urlVariable + " est inconnue de H2.")
                                .orElse(badAddress().getMessage());
                    case "57P03", "53300" ->
                        "la base " + place + " n'accepte pas de connexion pour l'instant (" + urlVariable + ").";
                    case "08001", "08006" -> away(problem);
                    default ->
                        isAboutAFile(problem)
                                ? cannotBeWritten()
                                : "la base " + place + " ne s'ouvre pas, code " + problem.getSQLState() + " ("
                                        + urlVariable + ").";
                });
    }

    StartRefused badAddress() {
        return new StartRefused(
                urlVariable
                        + " ne donne pas l'adresse d'une base : « jdbc:postgresql://machine/base » ou « jdbc:h2:file:./data/forment;WRITE_DELAY=0 » est attendu.");
    }

    StartRefused readOnly() {
        return new StartRefused("la base " + place + " ne se laisse que lire (" + urlVariable + ").");
    }

    StartRefused mayNotCreate(String user, String database) {
        return new StartRefused("« " + user + " » ne peut pas créer de tables dans la base « " + database
                + " » : faites-l'en propriétaire, ou donnez un autre nom par " + userVariable + ".");
    }

    StartRefused later(String version) {
        return new StartRefused("la base " + place + " est d'une version plus récente que ce programme (V" + version
                + ") : lancez le programme récent, ou donnez une autre base par " + urlVariable + ".");
    }

    StartRefused cutShort(String version) {
        return new StartRefused("les tables de la base " + place + " ne sont faites qu'en partie (V" + version
                + ") : rétablissez une sauvegarde, ou donnez une autre base par " + urlVariable + ".");
    }

    StartRefused beforeTheFirstRelease() {
        return new StartRefused("la base " + place
                + " a été faite par un programme d'avant la première version publiée de FormENT, et ses tables ne se reprennent pas : "
                + "exportez avec ce programme-là ce que vous voulez garder, puis donnez ici une base neuve (un autre dossier) par "
                + urlVariable + ".");
    }

    private String cannotBeWritten() {
        return "le fichier de la base " + place
                + " ne peut pas être créé ou écrit : vérifiez que ce dossier existe et appartient à qui lance FormENT, ou donnez un autre dossier par "
                + urlVariable + ".";
    }

    private String away(SQLException problem) {
        boolean unknown = causes(problem, UnknownHostException.class);
        return unknown
                ? "la machine de la base " + place + " est inconnue du réseau (" + urlVariable + ")."
                : "personne ne répond pour la base " + place + " (" + urlVariable + ").";
    }

    private static boolean isAboutAFile(SQLException problem) {
        return causes(problem, java.io.IOException.class) || causes(problem, java.nio.file.FileSystemException.class);
    }

    private static boolean causes(Throwable problem, Class<?> kind) {
        return problem != null && (kind.isInstance(problem) || causes(problem.getCause(), kind));
    }

    private static Optional<String> option(SQLException problem) {
        Matcher named = OPTION.matcher(String.valueOf(problem.getMessage()));
        return named.find() ? Optional.of(named.group(1)) : Optional.empty();
    }
}
