/**
 * How the French write days, hours, counts and names, and how what they type is read: the only place for it. Below
 * every other room, and known to the templates of pages and mails as {@code #fr}. What stands between letters (spaces
 * that do not break, curly apostrophes) is not its business but that of the way out.
 */
package fr.forment.french;
