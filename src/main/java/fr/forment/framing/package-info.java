/**
 * The framing of a project: the eight key questions and the five success factors of the fiche, each a decision with
 * text, owner, date and the figure that answers it. The team answers, the IEN decides; the plan's approval and the
 * bilans repeat what is still open. Features above tell the figures ({@link fr.forment.framing.FramingSource}).
 */
package fr.forment.framing;
