/**
 * The families of a school: meetings with parents (how many came), the poster that leads to three questions, what they
 * answer, and their words once somebody of the school or of the team has read them. No name of a family is kept.
 */
package fr.forment.family;
