/**
 * What a session needs beside people and a room: borrowed machines, accounts of the ENT's training space. Needed by the
 * module, booked for the session's half-days, made ready by whoever provides it, given back.
 *
 * <p>Glossary: <b>matériel</b>: what can be lent; <b>espace d'essai (bac à sable)</b>: the ENT with accounts to train
 * on, in which nothing is real.
 */
package fr.forment.equipment;
