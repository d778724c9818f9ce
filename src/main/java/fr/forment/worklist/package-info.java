/** What people have begun in the forms of their tasks and not sent yet. */
package fr.forment.worklist;
