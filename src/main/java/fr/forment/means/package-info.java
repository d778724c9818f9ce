/**
 * What a plan takes, as figures that any paper may print: sessions by module and sector, time of trainers, replacement,
 * rooms, kilometres, money; and how it is known in the académie's training plan (PAF). Stands on {@code plan}: nothing
 * of it decides about a session.
 */
package fr.forment.means;
