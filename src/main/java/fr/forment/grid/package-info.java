/** Needs counted from the answers, the staff list and the training records; corrected by hand, ranked by priority. */
package fr.forment.grid;
