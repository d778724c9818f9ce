/** Logins, roles and the places they hold in, groups, delegations: who acts, and under whose signature. */
package fr.forment.account;
