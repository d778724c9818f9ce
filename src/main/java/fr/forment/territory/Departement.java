package fr.forment.territory;

/** A département with its académie and the school calendar that applies there; code of three characters ("035"). */
public record Departement(String code, String name, String academie, Zone zone) {
}
