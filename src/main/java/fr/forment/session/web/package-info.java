/** The pages of the sessions. */
package fr.forment.session.web;
