/**
 * Who gets in, by which door, and what the doors are made of: sign-in, one-use links, roles given, delegations,
 * addresses open to whom, security headers.
 */
package fr.forment.access;
