/**
 * The ENT project of a circonscription: framing, then needs, plan, trainers first, schools opened vague by vague,
 * bilan. Tells the features above by events what is due; they call back when it is done.
 *
 * <p>Words kept in French: Vague (schools opened together), Bilan (planned against done, with the decisions taken),
 * Charte (the rules of use a school signs), personne ressource (the colleague others turn to in a school).
 */
package fr.forment.project;
