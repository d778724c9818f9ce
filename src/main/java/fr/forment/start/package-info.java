/**
 * What is asked of the machine and of its operator before the first bean is made, and how a refusal to start is said.
 * Stands above every room; none knows it.
 */
package fr.forment.start;
