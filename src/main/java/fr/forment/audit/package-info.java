/** What must be true of the data whatever happened, looked for in the data themselves: a page and a command. */
package fr.forment.audit;
