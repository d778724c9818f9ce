/** What the session processes ask, and how they are told. */
package fr.forment.session.process;
