package fr.forment.session.web;

/** A session in a list; {@code mine} says what the reader is in it, and is empty when he is nothing. */
record SessionRow(
        long id, String title, String day, String hours, String place, String state, String places, String mine) {}
