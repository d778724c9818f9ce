/**
 * Modules people follow alone: no room, no trainer, no hour, a day by which it is done. The plan says which and for
 * whom; the person, or the direction for its people, says that it was followed; then it counts in the hours and among
 * the trainings, and an evaluation is asked for by the room above.
 *
 * <p>Glossary: <b>autoformation</b>: self-study.
 */
package fr.forment.selfstudy;
