/** What people have begun in the forms of their tasks and not sent yet, and what letters ask of them. */
package fr.forment.worklist;
