/** How records are read, how long lists are cut into pages, and when the database counts its rows anew. */
package fr.forment.database;
