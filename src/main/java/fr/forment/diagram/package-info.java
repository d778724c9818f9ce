/**
 * Where a case stands, drawn on the model itself: the engine's diagram as SVG without script, and the same in words.
 */
package fr.forment.diagram;
