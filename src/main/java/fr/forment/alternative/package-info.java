/**
 * Why a session is where it is, what stands in the way of wishes and needs, what would free them, and how else a
 * session could be held: every other way is tried while all other sessions stay. Several changes add up in a draft of
 * one's own; nothing changes before somebody applies it.
 */
package fr.forment.alternative;
