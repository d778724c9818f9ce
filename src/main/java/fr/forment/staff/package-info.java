/**
 * People: who works where and as what, which hours they owe, what they were trained in, how they sign in and how they are written to.
 * Knows only the ground (territory, mail, engine); tells the features above by events.
 */
package fr.forment.staff;
