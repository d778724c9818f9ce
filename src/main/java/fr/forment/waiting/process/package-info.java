/** What the processes of requests and proposals ask. */
package fr.forment.waiting.process;
