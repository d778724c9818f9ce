package fr.forment.account;

import java.util.Set;

/** What an account may do, always within a perimeter: a school, a circonscription, a département or everything. */
public enum Role {
    DIRECTEUR("Direction d'école", Level.SCHOOL, 1),
    ENSEIGNANT("Enseignement", Level.SCHOOL, 0),
    ERUN("E-RUN", Level.CIRCONSCRIPTION, 2),
    CPC("Équipe de circonscription (CPC)", Level.CIRCONSCRIPTION, 2),
    CPD("Équipe départementale (CPD)", Level.DEPARTEMENT, 3),
    IEN("Inspection de circonscription", Level.CIRCONSCRIPTION, 3),
    IEN_NUMERIQUE("IEN en charge du numérique", Level.DEPARTEMENT, 4),
    SECRETAIRE("Secrétariat de circonscription", Level.CIRCONSCRIPTION, 2),
    DSI("Collectivité", Level.CIRCONSCRIPTION, 1),
    FOURNISSEUR("Fournisseur d'ENT", Level.CIRCONSCRIPTION, 1),
    ADMIN("Administration de FormENT", Level.EVERYWHERE, 5);

    /** The kind of territory a role is limited to. */
    public enum Level {
        SCHOOL,
        CIRCONSCRIPTION,
        DEPARTEMENT,
        EVERYWHERE
    }

    /** The perimeter of {@link #ADMIN}. */
    public static final String EVERYWHERE = "*";

    private final String label;
    private final Level level;
    private final int rank;

    Role(String label, Level level, int rank) {
        this.label = label;
        this.level = level;
        this.rank = rank;
    }

    public String label() {
        return label;
    }

    public Level level() {
        return level;
    }

    /** Nobody gives an access to, or takes over, a person whose rank is not below his own. */
    public boolean isBelow(Role other) {
        return rank < other.rank;
    }

    /** Answers tasks of the processes, so the engine must know the person from the first day. */
    boolean hasTasks() {
        return this != ENSEIGNANT;
    }

    /** Needs to know who is trained and how many hours are left; the collectivité and the supplier do not. */
    public boolean seesPeople() {
        return switch (this) {
            case ENSEIGNANT, DSI, FOURNISSEUR -> false;
            default -> true;
        };
    }

    /** The roles a function brings by itself. */
    public static Set<Role> of(AgentFunction function) {
        return switch (function) {
            case DIRECTEUR -> Set.of(DIRECTEUR, ENSEIGNANT);
            case ADJOINT, TR, CONTRACTUEL, PES -> Set.of(ENSEIGNANT);
            case AESH, COMMUNAL -> Set.of();
            default -> Set.of(valueOf(function.name()));
        };
    }
}
