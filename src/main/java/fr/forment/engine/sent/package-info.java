/** What a person sends to the engine, held against the form and the task it was sent for. */
package fr.forment.engine.sent;
