/**
 * The process engine, fenced: the only package that knows Camunda. The rest of the house speaks to
 * {@link fr.forment.engine.Processes}, {@link fr.forment.engine.OpenTasks}, {@link fr.forment.engine.Decisions} and
 * {@link fr.forment.engine.Directory}.
 */
package fr.forment.engine;
