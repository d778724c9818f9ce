package fr.forment.release.web;

import fr.forment.release.MaterialKind;

/** What was typed about a material, kept while it is refused. A file has to be chosen again. */
public record MaterialForm(
        String circonscriptionUai, String moduleCode, MaterialKind kind, String title, String place, Boolean reserve) {

    static MaterialForm empty() {
        return new MaterialForm(null, null, null, null, null, null);
    }

    /** A box that is not ticked is not sent. */
    public boolean isReserved() {
        return Boolean.TRUE.equals(reserve);
    }

    public MaterialKind kindOrUsual() {
        return kind == null ? MaterialKind.SUPPORT : kind;
    }
}
