/**
 * Where training stands in one circonscription or in many: each figure is the count of a list one can open and export.
 */
package fr.forment.overview.board;
