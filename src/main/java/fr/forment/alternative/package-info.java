/**
 * Why a session is where it is, what stands in the way of what schools wished for, and how else it could be held: every
 * other way is tried while all other sessions stay. Several changes add up in the address of a page; nothing changes
 * before somebody applies them.
 */
package fr.forment.alternative;
