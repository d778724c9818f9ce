package fr.forment.mail;

/** @param tells what the letter says of its matter, in the words of the room that wrote it */
public record Telling(long readerId, String template, String tells) {}
