/** Asking for a place, answering to one, and who waits for what. */
package fr.forment.waiting.web;
