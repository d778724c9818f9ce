/** What the house counts to answer the framing's questions: read over all rooms, written by none. */
package fr.forment.overview.framing;
