package fr.forment.territory;

/** The directory no longer holds this school as open (it closes, or it is gone): nothing more is to be asked of it. */
public record SchoolClosed(String uai) {}
