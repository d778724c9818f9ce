/** One history for every room: who did what, when and why. It takes codes and texts, and only ever grows. */
package fr.forment.journal;
